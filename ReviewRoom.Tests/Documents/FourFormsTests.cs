using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Localization;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Resources;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Documents;

/// <summary>Minutes as JSON, Markdown, Word and workbook, read back and held against the entries of the ledger.</summary>
public sealed partial class FourFormsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    [Theory]
    [InlineData("panel-a")]
    [InlineData("panel-b")]
    public async Task All_four_forms_say_what_the_ledger_says(string room)
    {
        var ledger = LedgerFacts.Of([.. demo.App.Get<LedgerReader>().Read($"room/{room}").Select(Recorded.Of)]);
        using var office = await demo.App.Api("office");

        var json = OfJson(Canonical.Read<MinutesView>(await office.GetByteArrayAsync($"/api/rooms/{room}/minutes.json")));
        var markdown = OfPaper([.. PaperTables.OfMarkdown(await office.GetStringAsync($"/api/rooms/{room}/minutes.md"))]);
        var word = OfPaper([.. PaperTables.OfWord(await office.GetByteArrayAsync($"/api/rooms/{room}/minutes.docx"))]);
        var workbook = OfWorkbook(PaperTables.OfWorkbook(await office.GetByteArrayAsync($"/api/rooms/{room}/minutes.xlsx")));

        Assert.NotEmpty(ledger.Marks);
        Assert.NotEmpty(ledger.Movements);
        Assert.NotEmpty(ledger.Signatures);
        foreach (var told in (LedgerFacts[])[json, markdown, word, workbook])
        {
            Same(ledger.Attendance, told.Attendance);
            Same(ledger.Recusals, told.Recusals);
            Same(ledger.Marks, told.Marks);
            Same(ledger.Movements, told.Movements);
            Same(ledger.Closings, told.Closings);
            Same(ledger.Minority, told.Minority);
            Same(ledger.Signatures, told.Signatures);
        }
    }

    [Fact]
    public async Task The_register_of_attendance_is_the_same_in_all_four_forms()
    {
        var (room, at) = (demo.App.Get<LiveRooms>().Find("panel-b") ?? throw new InvalidOperationException(), DateTimeOffset.UtcNow);
        foreach (var (step, minute) in new[] { (AttendanceStep.Joined, 0), (AttendanceStep.Away, 4), (AttendanceStep.Returned, 6), (AttendanceStep.Left, 9) })
            await room.Ask(Person.System, ApiClient.NewId(), new NoteSeat("A", step, at.AddMinutes(minute)));
        string[] times = [.. demo.App.Get<LedgerReader>().Read("room/panel-b").Select(e => Recorded.Of(e).Event).OfType<AttendanceEvent>().Where(e => e.Seat == "A").Select(e => LedgerFacts.Time(e.At))];
        using var office = await demo.App.Api("office");
        string Cell(IReadOnlyDictionary<string, string> row) => row[Word("Col.Spells")];

        var json = Canonical.Read<MinutesView>(await office.GetByteArrayAsync("/api/rooms/panel-b/minutes.json")).Attendance?.Seats[0].Spells.SelectMany(s => new[] { s.From, s.To ?? default }).Select(LedgerFacts.Time);
        var markdown = PaperTables.OfMarkdown(await office.GetStringAsync("/api/rooms/panel-b/minutes.md")).Single(t => t.Heads.Contains(Word("Col.Arrived"))).Rows[0];
        var word = PaperTables.OfWord(await office.GetByteArrayAsync("/api/rooms/panel-b/minutes.docx")).Single(t => t.Heads.Contains(Word("Col.Arrived"))).Rows[0];
        var book = PaperTables.Named(PaperTables.OfWorkbook(await office.GetByteArrayAsync("/api/rooms/panel-b/minutes.xlsx"))[Word("Register.Title")]).First();

        Assert.Equal(4, times.Length);
        Assert.Equal(times, json);
        Assert.All([Cell(markdown), Cell(word), Cell(book)], cell => Assert.Equal(times, TimeOfDay().Matches(cell).Select(m => m.Value)));
    }

    [Theory]
    [InlineData("office", "panel-a", "zh-Hans")]
    [InlineData("expert-09", "panel-b", "en")]
    public async Task Word_papers_and_workbooks_are_valid_to_the_letter(string person, string room, string language)
    {
        using var reader = await demo.App.Api(person);
        reader.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        var (word, book) = (await reader.GetByteArrayAsync($"/api/rooms/{room}/minutes.docx"), await reader.GetByteArrayAsync($"/api/rooms/{room}/minutes.xlsx"));

        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365);
        using var paper = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        using var sheets = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);

        Assert.Empty(validator.Validate(paper).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Empty(validator.Validate(sheets).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task A_restart_changes_no_byte()
    {
        using var folder = new Markdown.TemporaryFolder();
        byte[] before;
        await using (var first = await AppUnderTest.Empty(demo: true, dataFolder: folder.Path)) before = first.Get<MinutesDesk>().Write("office", "panel-b", "json")?.Bytes ?? [];

        await using var second = await AppUnderTest.Empty(demo: true, dataFolder: folder.Path);

        Assert.NotEmpty(before);
        Assert.Equal(before, second.Get<MinutesDesk>().Write("office", "panel-b", "json")?.Bytes ?? []);
    }

    private static void Same(HashSet<string> ledger, HashSet<string> told) => Assert.Equal(ledger.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));

    private static LedgerFacts OfJson(MinutesView view)
    {
        HashSet<string> Lines<T>(Func<DossierMinutes, IEnumerable<T>?> of, Func<DossierMinutes, T, string> say) => [.. view.Dossiers.SelectMany(d => (of(d) ?? []).Select(one => say(d, one)))];
        return new LedgerFacts(
            Lines(d => d.Attendance?.Where(a => a.SubmittedAt is not null), (d, a) => $"{d.Id} {a.Seat} {LedgerFacts.Time(a.SubmittedAt ?? default)}"),
            Lines(d => d.Recusals?.Where(r => r.Source == ReviewRoom.Domain.Rooms.ConflictSource.Self), (d, r) => $"{d.Id} {r.Seat} {LedgerFacts.Time(r.Steps?[0].At ?? default)}"),
            Lines(d => d.Items?.SelectMany(i => i.Marks.Select(m => (i.Criterion, Mark: m))), (d, m) => $"{d.Id} {m.Criterion} {m.Mark.Seat} {LedgerFacts.Percent(m.Mark.First)}→{LedgerFacts.Percent(m.Mark.Final)}"),
            Lines(d => d.Movements?.AsEnumerable(), (d, m) => $"{d.Id} {m.Criterion} {m.Seat} {LedgerFacts.Percent(m.From)}→{m.To} {m.Reason} {LedgerFacts.Time(m.At)}"),
            Lines(d => d.Items?.Where(i => i.Closed is not null), (d, i) => $"{d.Id} {i.Criterion} {i.Closed?.How} {i.Closed?.Reason} {i.ClosedBy} {LedgerFacts.Time(i.Closed?.At ?? default)}"),
            Lines(d => d.Minority?.AsEnumerable(), (d, m) => $"{d.Id} {m.Criterion} {m.Seat} {m.Text} {LedgerFacts.Time(m.At)}"),
            Lines(d => d.Signatures?.Where(s => s.At is not null), (d, s) => $"{d.Id} {s.Seat} {LedgerFacts.Time(s.At ?? default)} {s.Dissent}"));
    }

    private LedgerFacts OfPaper(IReadOnlyList<PaperTable> tables)
    {
        HashSet<string> Rows(string part, Func<string, IReadOnlyDictionary<string, string>, string?> say) =>
            [.. tables.Where(t => t.Part == Word(part) && t.Heads.Contains(Word(part == "Attendance.Title" ? "Col.Name" : "Col.At"))).SelectMany(t => t.Rows.Select(r => say(t.Dossier, r))).OfType<string>()];
        return new LedgerFacts(
            Rows("Attendance.Title", Attended),
            [.. tables.Where(t => t.Part == Word("Recusal.Title")).SelectMany(t => t.Rows.Select(r => Recused(t.Dossier, r))).OfType<string>()],
            [.. tables.Where(t => t.Part == Word("Marks.Title")).SelectMany(t => t.Rows.SkipLast(1).SelectMany(r => t.Heads.Where(IsSeat).Where(h => r[h].Length > 0).Select(h => Marked(t.Dossier, r[Word("Col.Criterion")], h, r[h]))))],
            Rows("Movement.Title", Moved), Rows("Closing.Title", ClosedAs), Rows("Minority.Title", Held),
            [.. tables.Where(t => t.Part == Word("Signatures.Title")).SelectMany(t => t.Rows.Select(r => SignedBy(t.Dossier, r))).OfType<string>()]);
    }

    private LedgerFacts OfWorkbook(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> book)
    {
        HashSet<string> Rows(string sheet, Func<string, IReadOnlyDictionary<string, string>, string?> say) =>
            book.TryGetValue(Word(sheet), out var rows) ? [.. PaperTables.Named(rows).Select(r => say(r[Word("Col.Id")], r)).OfType<string>()] : [];
        var matrices = book.Where(s => s.Value[0].GetValueOrDefault("A") == Word("Col.Criterion")).ToArray();
        return new LedgerFacts(
            Rows("Attendance.Title", Attended), Rows("Recusal.Title", Recused), [.. matrices.SelectMany(m => Matrix(m.Key, m.Value))], Rows("Movement.Title", Moved),
            Rows("Closing.Title", ClosedAs), Rows("Minority.Title", Held), Rows("Signatures.Title", SignedBy));
    }

    private IEnumerable<string> Matrix(string dossier, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        foreach (var (column, voice) in rows[0].Where(c => IsSeat(c.Value)))
        {
            var final = ((char)(column[0] + 1)).ToString();
            foreach (var row in rows.Skip(2).TakeWhile(r => r["A"] != Word("Marks.Total"))) yield return Marked(dossier, row["A"], voice, $"{row[column]}→{row[final]}");
        }
    }

    private string? Attended(string dossier, IReadOnlyDictionary<string, string> row) => row[Word("Col.Submitted")] is { Length: > 0 } at ? $"{dossier} {Seat(row[Word("Col.Seat")])} {at[..19]}" : null;

    private string? Recused(string dossier, IReadOnlyDictionary<string, string> row) =>
        row[Word("Col.Ground")].Contains(Domain("ConflictSource.Self"), StringComparison.Ordinal) ? $"{dossier} {Seat(row[Word("Col.Recused")])} {row[Word("Col.Steps")].Split('\n')[0][^19..]}" : null;

    private string Marked(string dossier, string criterion, string seat, string mark)
    {
        var (first, final) = mark.Split('→') is [var one, var other] ? (one, other) : (mark, mark);
        string Rate(string said) => said == Word("Marks.None") ? "–" : said;
        return $"{dossier} {criterion.Split(' ')[0]} {Seat(seat)} {Rate(first)}→{Rate(final)}";
    }

    private string Moved(string dossier, IReadOnlyDictionary<string, string> row) =>
        $"{dossier} {row[Word("Col.Criterion")]} {Seat(row[Word("Col.Voice")])} {row[Word("Col.Change")].Replace(Word("Marks.None"), "–", StringComparison.Ordinal)} {row[Word("Col.Reason")].Split('\n')[0]} {row[Word("Col.At")]}";

    private string ClosedAs(string dossier, IReadOnlyDictionary<string, string> row)
    {
        var how = Enum.GetValues<ReviewRoom.Domain.Rooms.Closing>().Single(h => Domain($"Closing.{h}") == row[Word("Col.Closing")]);
        return $"{dossier} {row[Word("Col.Criterion")].Split(' ')[0]} {how} {row[Word("Col.Reason")]} {Seat(row[Word("Col.By")])} {row[Word("Col.At")]}";
    }

    private string Held(string dossier, IReadOnlyDictionary<string, string> row) => $"{dossier} {row[Word("Col.Criterion")]} {Seat(row[Word("Col.Author")])} {row[Word("Col.Opinion")]} {row[Word("Col.At")]}";

    private string? SignedBy(string dossier, IReadOnlyDictionary<string, string> row) =>
        row[Word("Col.SignedAt")] is { Length: > 0 } at ? $"{dossier} {Seat(row[Word("Col.Seat")])} {at} {row[Word("Col.Dissent")]}" : null;

    private static bool IsSeat(string head) => head.Length > 1 && head[0] == '席' && head[1] is >= 'A' and <= 'Z';

    private static string Seat(string said) => said[1..2];

    private string Word(string key) => Said(demo.App.Get<IStringLocalizer<MinutesText>>(), key);

    [System.Text.RegularExpressions.GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")]
    private static partial System.Text.RegularExpressions.Regex TimeOfDay();

    private string Domain(string key) => Said(demo.App.Get<IStringLocalizer<DomainText>>(), key);

    private static string Said(IStringLocalizer words, string key)
    {
        var now = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Chinese;
        try { return words[key]; }
        finally { CultureInfo.CurrentUICulture = now; }
    }
}
