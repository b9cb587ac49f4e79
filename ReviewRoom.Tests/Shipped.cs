using System.Text.Json.Nodes;

namespace ReviewRoom.Tests;

/// <summary>The data that ships with the product, read where it stands in the tree.</summary>
internal static class Shipped
{
    public static readonly string Folder = Found();

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static JsonNode Json(string file) => JsonNode.Parse(Bytes(file)) ?? throw new InvalidOperationException(file);

    /// <summary>A file of the tests' own data.</summary>
    public static JsonNode Expected(string file) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", file))) ?? throw new InvalidOperationException(file);

    private static string Found()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "wwwroot-assets", "data");
            if (Directory.Exists(data)) return data;
        }
        throw new DirectoryNotFoundException("wwwroot-assets/data");
    }
}
