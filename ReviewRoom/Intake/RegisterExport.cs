using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Intake;

/// <summary>
/// A register's experts, applicants, organisations or bodies as the workbook an import reads: taken back as it is, it changes nothing. Who is recused from an applicant gets no record that is
/// masked for him.
/// </summary>
internal static class RegisterExport
{
    /// <summary>Columns whose cells are words of the sheets.</summary>
    private static readonly ImmutableArray<string> Worded = ["kind", "fact", "role", "paid", "bodyKind", "consulted"];

    public static byte[] Of(RegisterKind kind, RegisterView register, IStringLocalizer<SetupText> words) => Of(kind, words, kind switch
    {
        RegisterKind.Experts => register.Experts.Where(e => !register.Masked.Contains(e.Id)).Select(RecordEntry.Of),
        RegisterKind.Applicants => register.Applicants.Where(a => !register.Masked.Contains(a.Id)).Select(a => RecordEntry.Of(a, key => words[$"Word.{key}"])),
        _ => register.Organisations.Where(o => !register.Masked.Contains(o.Id)).Select(RecordEntry.Of),
    });

    public static byte[] Of(IEnumerable<Body> bodies, IStringLocalizer<SetupText> words) => Of(RegisterKind.Bodies, words, bodies.Select(RecordEntry.Of));

    private static byte[] Of(RegisterKind kind, IStringLocalizer<SetupText> words, IEnumerable<RecordEntry> records)
    {
        var entries = records.ToArray();
        var (main, facts) = RegisterSheets.Columns[kind];
        using var book = new Documents.Workbook();
        Add(book, words[$"Sheet.{kind}"], main, entries.Select(e => e.Main), words);
        if (!facts.IsEmpty) Add(book, words[$"Sheet.{kind}.Facts"], facts, entries.SelectMany(e => e.Facts.Select(f => new Dictionary<string, string>(f, StringComparer.Ordinal) { ["id"] = e.Main["id"] })), words);
        return book.Bytes();
    }

    private static void Add(Documents.Workbook book, string name, ImmutableArray<string> columns, IEnumerable<Dictionary<string, string>> rows, IStringLocalizer<SetupText> words) => book.Add(
        name, 1, 1, [.. columns.Select(c => c is "id" or "kind" or "percent" or "paid" or "from" or "to" ? 12.0 : 24.0)],
        [
            [.. columns.Select(c => (object?)words[$"Column.{c}"].Value)],
            .. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => !row.TryGetValue(c, out var text) ? null : (object?)(Worded.Contains(c) ? words[$"Word.{text}"].Value : text))]),
        ]);
}
