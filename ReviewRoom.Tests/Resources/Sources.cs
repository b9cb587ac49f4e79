namespace ReviewRoom.Tests.Resources;

/// <summary>The project's own files, for tests that read them.</summary>
internal static class Sources
{
    public static string Root { get; } = Find();

    /// <summary>Product files with this ending, built ones left out; paths from the root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(path => endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReviewRoom.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ReviewRoom.sln is above none of the test folders.");
    }
}
