using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using ReviewRoom.Resources;

namespace ReviewRoom.Archives;

/// <summary>The index of an archive as one page that any browser opens from the disk, without the program and without a network.</summary>
internal sealed class ArchiveIndex(IStringLocalizer<ArchiveText> text)
{
    private const string Style = """
        body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#1c232b}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
        th,td{border:1px solid #858b95;padding:.2rem .5rem;text-align:left;overflow-wrap:anywhere}td.n{text-align:right}code{font-size:.8rem}
        """;

    public string Of(string session, string by, DateTimeOffset at, IReadOnlyList<ArchivedFile> files, IReadOnlyList<string> left)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{CultureInfo.CurrentUICulture.Name}\"><head><meta charset=\"utf-8\"><title>{Html(text["Title", session])}</title><style>{Style}</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Html(text["Title", session])}</h1>\n<p>{Html(text["Made", AwardWords.Moment(at), by])}</p>\n<p>{Html(text["Verify"])}</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(text["Left"])}</h2>\n<ul>{string.Concat(left.Select(l => $"<li>{Html(l)}</li>"))}</ul>\n");
        foreach (var part in files.GroupBy(f => f.Part))
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(text[$"Part.{part.Key}"])}</h2>\n<p>{Html(text[$"Part.{part.Key}.What"])}</p>\n<table><thead><tr><th>{Html(text["File"])}</th><th>{Html(text["Bytes"])}</th><th>SHA-256</th></tr></thead><tbody>\n");
            foreach (var file in part) page.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{Address(file.Name)}\">{Html(file.Name)}</a></td><td class=\"n\">{file.Bytes}</td><td><code>{file.Hash}</code></td></tr>\n");
            page.Append("</tbody></table>\n");
        }
        return page.Append("</body></html>\n").ToString();
    }

    private static string Html(string words) => WebUtility.HtmlEncode(words);

    private static string Address(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
