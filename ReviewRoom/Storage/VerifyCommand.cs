using System.Globalization;
using System.Resources;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Resources;

namespace ReviewRoom.Storage;

/// <summary>
/// <c>verify export.jsonl</c>: reads that file and nothing else, so that a supervisor can run it on a machine of his own. Says everything in both languages,
/// whatever the machine's is.
/// </summary>
public static class VerifyCommand
{
    private const int Whole = 0, Bad = 1, Unreadable = 2;

    private static readonly ResourceManager Words = new(typeof(StorageText));
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-Hans"), CultureInfo.GetCultureInfo("en")];

    /// <returns>0 the chain is whole, 1 an entry is bad, 2 there is nothing to verify.</returns>
    public static int Run(string path, TextWriter output)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Report(Verification.Of(ExportFile.Lines(file)), path, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Say(output, "Verify.NoFile", path);
            return Unreadable;
        }
    }

    private static int Report(Verification verification, string path, TextWriter output)
    {
        if (verification is { IsWhole: true, Streams: [] })
        {
            Say(output, "Verify.Empty", path);
            return Unreadable;
        }
        foreach (var s in verification.Streams) Say(output, "Verify.Stream", s.Stream, s.Entries, s.Bodies, s.Head.Version, s.Head.Hash);
        if (verification.Bad is { } bad)
        {
            Say(output, bad.Stream is null ? "Verify.BadLine" : "Verify.Bad", Said(bad));
            return Bad;
        }
        Say(output, "Verify.Whole");
        Say(output, "Verify.Head");
        return Whole;
    }

    private static Func<CultureInfo, object?[]> Said(Finding bad) => language =>
        bad.Stream is null ? [bad.Line, Word($"Fault.{bad.Fault}", language)] : [bad.Line, bad.Stream, bad.Version, Word($"Fault.{bad.Fault}", language)];

    private static void Say(TextWriter output, string key, params object?[] arguments) => Say(output, key, _ => arguments);

    private static void Say(TextWriter output, string key, Func<CultureInfo, object?[]> arguments)
    {
        foreach (var language in Languages) output.WriteLine(string.Format(language, Word(key, language), arguments(language)));
    }

    private static string Word(string key, CultureInfo language) => Words.GetString(key, language) ?? key;
}
