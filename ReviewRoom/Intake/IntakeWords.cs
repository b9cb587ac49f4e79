using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using ReviewRoom.Resources;

namespace ReviewRoom.Intake;

/// <summary>The words a clerk's sheet may use: headings (<c>Column.*</c>) and values (<c>Word.*</c>), in either language or as the key itself.</summary>
internal static class IntakeWords
{
    private static readonly FrozenDictionary<string, string> Columns = Read("Column.");

    private static readonly FrozenDictionary<string, string> Values = Read("Word.");

    /// <summary>The column a heading names, or null.</summary>
    public static string? Column(string heading) => Columns.GetValueOrDefault(Plain(heading));

    /// <summary>The value a word names, or null.</summary>
    public static string? Value(string word) => Values.GetValueOrDefault(Plain(word));

    private static FrozenDictionary<string, string> Read(string prefix)
    {
        var words = new ResourceManager(typeof(SetupText));
        var keys = words.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)?.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key) ?? [];
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal) && k.IndexOf('.', prefix.Length) < 0))
        {
            known[Plain(key[prefix.Length..])] = key[prefix.Length..];
            foreach (var language in Hosting.Preferences.Languages)
                if (words.GetString(key, CultureInfo.GetCultureInfo(language)) is { } word) known[Plain(word)] = key[prefix.Length..];
        }
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Plain(string word) =>
        string.Concat(word.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c != '*')).ToUpperInvariant();
}
