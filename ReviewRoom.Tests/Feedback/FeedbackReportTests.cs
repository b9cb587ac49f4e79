using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Documents;
using ReviewRoom.Tests.Leaks;

namespace ReviewRoom.Tests.Feedback;

/// <summary>The report tells the applicant what was written and nothing of who wrote it: not in its words, its order, nor in a single byte of its files.</summary>
public sealed partial class FeedbackReportTests(UsualApp usual) : IClassFixture<UsualApp>
{
    private static readonly string[] Texts = ["Clear goals", "Goals reach every shift", "Few comparisons", "=HYPERLINK(\"http://x\") | <b>bold</b>"];

    /// <summary>A meeting in which the texts are written and released.</summary>
    private sealed record Meeting
    {
        public string Seats { get; init; } = "ABC";
        /// <summary>Seat of each text's author.</summary>
        public string Authors { get; init; } = "ABCA";
        public string Names { get; init; } = "Expert";
        public int Rate { get; init; } = 60;
        public bool Backwards { get; init; }
        public string? Minority { get; init; }
        public string? Dissent { get; init; }
        /// <summary>What a seat wrote that is voided after the office has read it.</summary>
        public string? Voided { get; init; }
        /// <summary>What the office leaves out.</summary>
        public string? LeftOut { get; init; }
        public MarkNames MarkNames { get; init; }
        public string? Wording { get; init; }
    }

    public static TheoryData<string> Hidden => [.. Others.Keys];

    private static readonly Dictionary<string, Meeting> Others = new()
    {
        ["other names"] = new Meeting { Names = "Somebody" },
        ["other authors"] = new Meeting { Authors = "CABC" },
        ["other marks"] = new Meeting { Rate = 95 },
        ["another order of writing"] = new Meeting { Backwards = true },
        ["a minority opinion"] = new Meeting { Minority = "canary" },
        ["a dissent"] = new Meeting { Dissent = "canary" },
        ["more experts"] = new Meeting { Seats = "ABCDE" },
        ["a voided sheet"] = new Meeting { Seats = "ABCD", Voided = "canary" },
        ["a text left out"] = new Meeting { Seats = "ABCD", LeftOut = "canary" },
        ["marks by letters"] = new Meeting { MarkNames = MarkNames.Letters },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void What_the_applicant_may_not_know_changes_no_byte_of_any_form(string difference)
    {
        var (one, other) = (Released(new Meeting()), Released(Others[difference]));

        foreach (var form in FeedbackDesk.Forms)
            Assert.Equal(Written(one, form), Written(other, form));
        Assert.Equal(usual.App.Get<FeedbackDesk>().Paper(one).Pieces().Select(p => p.ToString()), usual.App.Get<FeedbackDesk>().Paper(other).Pieces().Select(p => p.ToString()));
    }

    [Fact]
    public void The_same_comparison_sees_another_wording()
    {
        var (one, other) = (Released(new Meeting()), Released(new Meeting { Wording = "Clearer goals" }));

        foreach (var form in FeedbackDesk.Forms) Assert.NotEqual(Written(one, form), Written(other, form));
    }

    [Fact]
    public void Files_carry_no_time_and_no_chance()
    {
        var report = Released(new Meeting());

        foreach (var form in (string[])["docx", "xlsx"])
        {
            using var parts = new ZipArchive(new MemoryStream(Written(report, form)));
            Assert.All(parts.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
            Assert.Equal(Written(report, form), Written(report, form));
        }
    }

    [Fact]
    public void Every_form_holds_every_text_and_none_of_the_people()
    {
        var report = Released(new Meeting { Seats = "ABCD", Voided = "canary", Minority = "canary" });

        var json = Canonical.Read<FeedbackReport>(Written(report, "json"));
        var markdown = Encoding.UTF8.GetString(Written(report, "md"));
        var word = PaperTables.Unzipped(Written(report, "docx"));
        var book = PaperTables.OfWorkbook(Written(report, "xlsx"));

        Assert.Equal(Texts.Order(StringComparer.Ordinal), json.Chapters.SelectMany(c => c.Items).SelectMany(i => i.Strengths.Concat(i.Opportunities)).Select(p => p.Text).Order(StringComparer.Ordinal));
        foreach (var text in Texts[..3])
        {
            Assert.Contains(text, markdown, StringComparison.Ordinal);
            Assert.Contains(text, word, StringComparison.Ordinal);
            Assert.Contains(book.Values.First(), row => row.GetValueOrDefault("D") == text);
        }
        Assert.Contains(book.Values.First(), row => row.GetValueOrDefault("D") == "'" + Texts[3]);
        Assert.DoesNotContain("<b>bold", markdown, StringComparison.Ordinal);
        foreach (var said in (string[])[markdown, Markup().Replace(word, ""), Markup().Replace(PaperTables.Unzipped(Written(report, "xlsx")), ""), Encoding.UTF8.GetString(Written(report, "json"))])
            foreach (var secret in (string[])["canary", "Expert", "expert-", "Panel", "60", "seat"])
                Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void Word_papers_and_workbooks_are_valid_to_the_letter(string language)
    {
        var report = Released(new Meeting());
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365);

        using var paper = WordprocessingDocument.Open(new MemoryStream(Written(report, "docx", language)), isEditable: false);
        using var sheets = SpreadsheetDocument.Open(new MemoryStream(Written(report, "xlsx", language)), isEditable: false);

        Assert.Empty(validator.Validate(paper).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Empty(validator.Validate(sheets).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    private byte[] Written(FeedbackReport report, string form, string language = "zh-Hans")
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { return usual.App.Get<FeedbackDesk>().Written(report, form).Bytes; }
        finally { CultureInfo.CurrentUICulture = before; }
    }

    private static FeedbackReport Released(Meeting meeting)
    {
        var plan = new CreateRoom(
            "Panel", "session-6", "Sixth session", Given.ARubric(100, 200), Given.Free with { MarkNames = meeting.MarkNames },
            [.. meeting.Seats.Select(s => new SeatPlan($"{s}", Given.PersonOf($"{s}").Id, $"{meeting.Names} {s}", s == 'A'))], [new DossierPlan("d1", "An applicant", ApplicantKind.Organisation)]);
        var (world, moment) = (new World(new Script(plan, [])), 0);
        void Do(Person by, RoomAct act, int? at = null) => Assert.Null(world.Play(new Step(at ?? ++moment, by, act)).Refusal);
        Person On(char seat) => Given.PersonOf($"{seat}");

        foreach (var seat in meeting.Seats) Do(On(seat), new Declare("d1", false));
        Do(Given.Office, new Open("d1"));
        var written = WriteTexts(meeting, (by, act) => Do(by, act), () => moment);
        foreach (var seat in meeting.Seats)
        {
            foreach (var criterion in (string[])["1", "2"]) Do(On(seat), new GiveMark("d1", criterion, meeting.Rate));
            Do(On(seat), new Submit("d1"));
        }
        Do(Given.Office, new Reveal("d1"));
        if (meeting.Minority is { } minority) Do(On('B'), new RecordMinority("d1", "1", minority));
        Do(Given.Office, new Close("d1"));
        foreach (var (text, at) in written)
            Do(Given.Office, new SettleFeedbackText("d1", $"{at}", text != meeting.LeftOut, text == Texts[0] ? meeting.Wording : null, Reason: text == meeting.LeftOut ? "unclear" : null));
        if (meeting.Voided is not null) Void(world, Do);
        foreach (var seat in meeting.Seats.Where(s => s != 'D' || meeting.Voided is null)) Do(On(seat), new Sign("d1", seat == 'A' ? meeting.Dissent : null, NoConflict: true));
        Do(Person.System, new TakeApproval(new Approval("No. 12", new DateOnly(2026, 11, 24))));
        Do(Given.Office, new ReleaseFeedback("d1"), at: 10_000);
        return world.Room.FeedbackReportFor(new Viewer.Office(Given.Office.Id), "d1") ?? throw new InvalidOperationException();
    }

    /// <summary>Each text and the moment at which it was written.</summary>
    private static ImmutableArray<(string Text, int Moment)> WriteTexts(Meeting meeting, Action<Person, RoomAct> write, Func<int> now)
    {
        var texts = Texts.Select((text, i) => (Text: text, Author: meeting.Authors[i], Criterion: i < 2 ? "1" : "2", Kind: i is 2 ? CommentKind.Opportunity : CommentKind.Strength));
        texts = meeting.Backwards ? texts.Reverse() : texts;
        if ((meeting.Voided ?? meeting.LeftOut) is { } more) texts = texts.Append((more, 'D', "1", CommentKind.Strength));
        var written = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (var (text, author, criterion, kind) in texts.ToArray())
        {
            write(Given.PersonOf($"{author}"), new WriteComment("d1", criterion, kind, text, new Place($"4.{criterion} ¶1", "words of the dossier")));
            written.Add((text, now()));
        }
        return written.ToImmutable();
    }

    private static void Void(World world, Action<Person, RoomAct, int?> act)
    {
        act(Given.Supervisor, new RaiseConflict("d1", "D", "RELATIVE", "cousin"), null);
        var conflict = world.Room.Dossiers[0].Conflicts[0].Id;
        act(Given.Office, new ConfirmConflict(conflict), null);
        act(Given.Office2, new ConfirmConflict(conflict), null);
    }

    [System.Text.RegularExpressions.GeneratedRegex("<[^>]*>")]
    private static partial System.Text.RegularExpressions.Regex Markup();
}
