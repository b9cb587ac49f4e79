namespace ReviewRoom.Hosting;

/// <summary>An address to go back to: only ever a path of this site.</summary>
public static class LocalUrl
{
    /// <summary>The path if it is one of this site, otherwise the home page.</summary>
    public static string OrHome(string? path) => IsLocal(path) ? path ?? "/" : "/";

    private static bool IsLocal(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl);
}
