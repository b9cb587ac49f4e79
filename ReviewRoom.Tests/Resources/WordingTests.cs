using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ReviewRoom.Tests.Resources;

public sealed partial class WordingTests
{
    [Fact]
    public void Every_word_stands_in_both_languages()
    {
        var oneSided = from chinese in Sources.Files("ReviewRoom", ".resx").Where(p => !p.EndsWith(".en.resx", StringComparison.Ordinal))
                       let english = chinese[..^".resx".Length] + ".en.resx"
                       from key in File.Exists(Path.Combine(Sources.Root, english)) ? Keys(chinese).Keys.Union(Keys(english).Keys) : [english]
                       where !Says(chinese, key) || !Says(english, key)
                       select $"{chinese}: {key}";

        Assert.Empty(oneSided);
    }

    [Fact]
    public void Both_languages_take_the_same_arguments()
    {
        var different = from chinese in Sources.Files("ReviewRoom", ".resx").Where(p => !p.EndsWith(".en.resx", StringComparison.Ordinal))
                        let english = Keys(chinese[..^".resx".Length] + ".en.resx")
                        from word in Keys(chinese)
                        where english.TryGetValue(word.Key, out var other) && !Holes(word.Value).SetEquals(Holes(other))
                        select $"{chinese}: {word.Key}";

        Assert.Empty(different);
    }

    [Fact]
    public void No_Chinese_stands_in_code_or_markup()
    {
        var found = from path in Sources.Files("ReviewRoom", ".cs", ".razor").Concat(Sources.Files("ReviewRoom.Domain", ".cs"))
                    let text = Comments().Replace(Sources.Read(path), "")
                    where ChineseText().IsMatch(text)
                    select $"{path}: {ChineseText().Match(text).Value}";

        Assert.Empty(found);
    }

    [Fact]
    public void No_component_says_something_that_is_not_a_resource()
    {
        var found = from path in Sources.Files("ReviewRoom", ".razor")
                    from said in TextNodes(Sources.Read(path))
                    select $"{path}: {said}";

        Assert.Empty(found);
    }

    [Fact]
    public void Every_word_a_component_asks_for_is_there()
    {
        var known = Sources.Files("ReviewRoom", ".resx").SelectMany(path => Keys(path).Keys).ToHashSet(StringComparer.Ordinal);

        var missing = from path in Sources.Files("ReviewRoom", ".razor")
                      from Match asked in AskedKey().Matches(Sources.Read(path))
                      where !known.Contains(asked.Groups[1].Value)
                      select $"{path}: {asked.Groups[1].Value}";

        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Keys(string path) => !File.Exists(Path.Combine(Sources.Root, path)) ? []
        : XDocument.Load(Path.Combine(Sources.Root, path)).Root?.Elements("data").ToDictionary(d => (string?)d.Attribute("name") ?? "", d => (string?)d.Element("value") ?? "", StringComparer.Ordinal) ?? [];

    private static bool Says(string path, string key) => Keys(path).TryGetValue(key, out var text) && !string.IsNullOrWhiteSpace(text);

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>Words between tags, outside code: two or more letters in a row that are not an expression.</summary>
    private static IEnumerable<string> TextNodes(string razor)
    {
        var markup = CodeBlock().Replace(RazorComment().Replace(razor, ""), "");
        return TextNode().Matches(markup).Select(m => m.Groups[1].Value.Trim()).Where(t => !t.Contains('@') && !t.Contains('{') && !t.Contains(';') && !t.Contains('(') && Letters().IsMatch(t));
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]*\[""([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_]+)+)""")]
    private static partial Regex AskedKey();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Hole();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"@code\s*\{.*", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\u3001\u3002\uff0c\uff1a]+")]
    private static partial Regex ChineseText();

    [GeneratedRegex(@"<[a-zA-Z/][^<>]*(?<![=-])>([^<>@]+)</", RegexOptions.Singleline)]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();
}
