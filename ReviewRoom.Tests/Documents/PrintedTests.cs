using System.Globalization;
using ReviewRoom.Documents;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Documents;

/// <summary>Word papers and workbooks as another program opens and prints them.</summary>
public sealed class PrintedTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Every_word_of_the_papers_stands_on_the_pages_LibreOffice_prints()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice (soffice) and poppler (pdftotext) are not installed.");
        var desk = demo.App.Get<MinutesDesk>();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var view = desk.For("office", "panel-a") ?? throw new InvalidOperationException();
        var paper = desk.Paper(view);
        var sheet = paper.ToSign("org-01") ?? throw new InvalidOperationException();
        var files = new Dictionary<string, byte[]>
        {
            ["minutes.docx"] = desk.Write("office", "panel-a", "docx")?.Bytes ?? [], ["matrix.xlsx"] = desk.Write("office", "panel-a", "xlsx")?.Bytes ?? [],
            ["signatures.docx"] = desk.WriteSignatures("office", "panel-a", "org-01")?.Bytes ?? [],
        };
        var (minutes, signatures) = (paper.Pieces(), paper.SignatureSheet(sheet));
        CultureInfo.CurrentUICulture = before;

        var prints = await LibreOffice.Prints(files, TestContext.Current.CancellationToken);

        Assert.Equal([], Lost(WordsOf(minutes), prints["minutes.docx"]));
        Assert.Equal([], Lost(WordsOf(signatures), prints["signatures.docx"]));
        Assert.Equal([], Lost(FiguresOf(view), prints["matrix.xlsx"]));
        Assert.Equal(1, prints["signatures.docx"].Pages);
        Assert.StartsWith("595.", prints["minutes.docx"].Size, StringComparison.Ordinal);
        Assert.StartsWith("841.", prints["matrix.xlsx"].Size, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_sheet_gives_every_seat_what_the_record_gives_it_and_goes_to_those_who_may_read_the_minutes()
    {
        using var office = await demo.App.Api("office");
        var table = PaperTables.OfWord(await office.GetByteArrayAsync("/api/rooms/panel-a/dossiers/org-01/signatures.docx")).Last();
        var minutes = (demo.App.Get<MinutesDesk>().For("office", "panel-a") ?? throw new InvalidOperationException()).Dossiers.Single(d => d.Id == "org-01");

        Assert.Equal(
            (minutes.Signatures ?? []).Zip(minutes.Attendance ?? []).Select(s => (MinutesWords.At(s.Second.DeclaredAt), MinutesWords.At(s.Second.SubmittedAt), MinutesWords.At(s.First.At), s.First.Dissent ?? "")),
            table.Rows.Select(r => r.Values.ToArray()).Select(r => (r[3], r[4], r[5], r[6])));
        foreach (var (person, dossier, status) in new[] { ("office", "org-04", 404), ("supervisor", "org-01", 200), ("expert-01", "org-01", 200), ("expert-09", "org-01", 404), ("admin", "org-01", 404) })
        {
            using var client = await demo.App.Api(person);
            using var file = await client.GetAsync($"/api/rooms/panel-a/dossiers/{dossier}/signatures.docx");
            using var page = await client.GetAsync($"/rooms/panel-a/dossiers/{dossier}/signatures");
            Assert.Equal((status, status), ((int)file.StatusCode, (int)page.StatusCode));
        }
    }

    [Fact]
    public async Task The_matrix_says_of_every_seat_that_is_not_in_it_why()
    {
        using var office = await demo.App.Api("office");
        var book = PaperTables.OfWorkbook(await office.GetByteArrayAsync("/api/rooms/panel-b/minutes.xlsx"));

        var below = book["org-05"].SkipWhile(row => row.GetValueOrDefault("C") != "1000").Skip(1).Select(row => $"{row["A"]} {row["B"]}").ToArray();

        Assert.Equal(["得分率 72.97 %，达到 60 %", "不计 席B 乔暮云：回避"], below);
    }

    private static string[] Lost(IEnumerable<string> words, LibreOffice.Print print) => [.. words.Where(w => !print.Text.Contains(w, StringComparison.Ordinal))];

    private static IEnumerable<string> WordsOf(IEnumerable<Piece> pieces) => pieces.SelectMany(piece => piece switch
    {
        Title title => [title.Text],
        Line line => [line.Text],
        Grid grid => [.. grid.Columns.Select(c => c.Head), .. grid.Rows.SelectMany(r => r)],
        _ => (IEnumerable<string>)[],
    }).Select(LibreOffice.Squeezed).Where(w => w.Length > 0).Distinct();

    private static IEnumerable<string> FiguresOf(MinutesView view) => view.Dossiers.SelectMany(d => (string?[])[d.Title, d.Result?.Points, d.Result?.Rate, .. (d.Items ?? []).Select(i => i.Mean)])
        .OfType<string>().Select(LibreOffice.Squeezed).Distinct();
}
