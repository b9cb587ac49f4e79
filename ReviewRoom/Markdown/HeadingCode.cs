using System.Text.RegularExpressions;

namespace ReviewRoom.Markdown;

/// <summary>Reads the number in front of a heading: 4.3.2, P, P.1, A.2, or a Chinese one (chapter, section, article; a numeral before an enumeration comma; one in brackets).</summary>
public static partial class HeadingCode
{
    private const int Longest = 24;

    /// <returns>The code (empty where there is none) and the rest of the heading.</returns>
    public static (string Code, string Title) Split(string heading)
    {
        var text = heading.Trim();
        var match = Numbered().Match(text);
        if (!match.Success || match.Groups[1].Length > Longest) return ("", text);
        var rest = text[match.Length..].TrimStart('.', '\u3001', ':', '\uff1a', ' ', '\u3000', '\t');
        return (match.Groups[1].Value, rest);
    }

    // \u7b2c..\u7ae0 and so on: "chapter n"; the class holds the Chinese numerals up to ten thousand.
    [GeneratedRegex(@"^(\d+(?:\.\d+)*|[A-Z](?:\.\d+)+|[A-Z](?=\s+\p{IsCJKUnifiedIdeographs})|\u7b2c[\d\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u96f6]+[\u7ae0\u8282\u6761]|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e]+(?=\u3001)|\uff08[\d\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\uff09)(?=[\s.\u3001:\uff1a\u3000]|(?<=\uff09)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
