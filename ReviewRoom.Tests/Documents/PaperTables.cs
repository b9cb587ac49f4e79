using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReviewRoom.Tests.Documents;

/// <summary>A table as it stands in a paper: under which dossier and part, and its rows by head.</summary>
internal sealed record PaperTable(string Dossier, string Part, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public static PaperTable Of(string dossier, string part, IReadOnlyList<IReadOnlyList<string>> rows) =>
        new(dossier, part, rows[0], [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))]);
}

/// <summary>Reads minutes back: each form by a reader of its own, to the same tables.</summary>
internal static partial class PaperTables
{
    public static IEnumerable<PaperTable> OfMarkdown(string paper)
    {
        var (dossier, part, rows) = ("", "", new List<IReadOnlyList<string>>());
        foreach (var line in paper.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                if (!Ruler().IsMatch(line)) rows.Add([.. Cell().Split(line)[1..^1].Select(Plain)]);
                continue;
            }
            if (rows.Count > 0) yield return PaperTable.Of(dossier, part, rows);
            rows = [];
            if (line.StartsWith("## ", StringComparison.Ordinal)) (dossier, part) = (DossierOf(Plain(line)), "");
            if (line.StartsWith("### ", StringComparison.Ordinal)) part = PartOf(Plain(line[4..]));
        }
    }

    public static IEnumerable<PaperTable> OfWord(byte[] paper)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);
        var (dossier, part) = ("", "");
        foreach (var element in file.MainDocumentPart?.Document?.Body?.Elements() ?? [])
        {
            if (element is Table table) yield return PaperTable.Of(dossier, part, [.. table.Elements<TableRow>().Select(r => (IReadOnlyList<string>)[.. r.Elements<TableCell>().Select(Text)])]);
            if (element is not Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: { } style } heading) continue;
            if (style == "Heading1") (dossier, part) = (DossierOf(heading.InnerText), "");
            if (style == "Heading2") part = PartOf(heading.InnerText);
        }
    }

    /// <summary>Sheets by name, rows by column letter; texts and figures as they stand in the file.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> OfWorkbook(byte[] book)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        var parts = file.WorkbookPart ?? throw new InvalidOperationException();
        return (parts.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? []).ToDictionary(
            sheet => sheet.Name?.Value ?? "",
            sheet => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. ((WorksheetPart)parts.GetPartById(sheet.Id?.Value ?? "")).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>()
                .Select(row => row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(c => c.CellReference?.Value?.TrimEnd([.. "0123456789"]) ?? "", c => c.InnerText, StringComparer.Ordinal))]);
    }

    /// <summary>Rows of a sheet whose first row is the heads.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Named(IReadOnlyList<IReadOnlyDictionary<string, string>> sheet) =>
        sheet.Skip(1).Select(row => sheet[0].ToDictionary(h => h.Value, h => row.GetValueOrDefault(h.Key, ""), StringComparer.Ordinal));

    public static string Unzipped(byte[] file)
    {
        using var parts = new ZipArchive(new MemoryStream(file));
        return string.Concat(parts.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static string Text(TableCell cell) => string.Join('\n', cell.Elements<Paragraph>().Select(p => string.Concat(p.Descendants().Select(d => d is Break ? "\n" : d is Text t ? t.Text : ""))));

    private static string DossierOf(string heading) => DossierId().Match(heading).Groups[1].Value;

    private static string PartOf(string heading) => heading.Split('〔')[0].Trim();

    private static string Plain(string markdown) => Escape().Replace(markdown.Trim(), "$1").Replace("<br>", "\n", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"^\|( -+:? \|)+$")]
    private static partial Regex Ruler();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"（([^（）]+)）$")]
    private static partial Regex DossierId();
}
