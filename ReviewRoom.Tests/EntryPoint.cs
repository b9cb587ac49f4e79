using ReviewRoom.Tests.Bench;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests;

/// <summary>The tests' own program: runs the tests, the benchmarks, or as a child of one of the tests the load that is killed.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => args switch
    {
        [CrashLoad.Verb, var folder] => CrashLoad.Run(folder, Console.In, Console.Out),
        [Benches.Verb, .. var names] => Benches.Run(names, Console.Out),
        _ when args.Any(a => a is "--server" or "--internal-msbuild-node") =>
            Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
    };
}
