using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Feedback;

/// <summary>Reading the texts for the applicant, and releasing the report.</summary>
public sealed class FeedbackTests
{
    private static readonly Approval Approved = new("No. 12", new DateOnly(2026, 11, 24));

    [Fact]
    public void The_reading_list_holds_strengths_and_opportunities_of_counted_sheets_and_no_author()
    {
        var given = Closed();

        var list = List(given);

        Assert.Equal(["strong A", "strong B", "weak A"], list.Texts.Select(t => t.Words).Order(StringComparer.Ordinal));
        Assert.Equal(list.Texts.Select(t => FeedbackText.OrderOf(t.Words)).Take(2).Order(StringComparer.Ordinal), list.Texts.Select(t => FeedbackText.OrderOf(t.Words)).Take(2));
        Assert.DoesNotContain(list.Texts, t => t.Words.Contains("look there", StringComparison.Ordinal));
        Assert.DoesNotContain("Expert", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(list)), StringComparison.Ordinal);
        Assert.Equal(3, list.Unread);
    }

    [Fact]
    public void There_is_nothing_to_read_before_the_dossier_is_closed()
    {
        var given = Given.ARoom(seats: 3).Revealed();

        Assert.Null(given.Room.FeedbackFor(given.Room.ViewerOf(Given.Office), "d1"));
        Assert.Equal(RefusalCode.WrongPhase, given.Refused(Given.Office, new SettleFeedbackText("d1", "x", true)).Code);
        Assert.Equal(RefusalCode.WrongPhase, given.Refused(Given.Office, new ReleaseFeedback("d1")).Code);
    }

    [Fact]
    public void A_text_is_left_out_only_with_a_reason_and_reworded_on_record()
    {
        var given = Closed();
        var id = Id(given, "strong A");

        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, new SettleFeedbackText("d1", id, false)).Code);
        Assert.Equal(RefusalCode.UnknownText, given.Refused(Given.Office, new SettleFeedbackText("d1", "nothing", true)).Code);
        Assert.Equal(RefusalCode.TextTooLong, given.Refused(Given.Office, new SettleFeedbackText("d1", id, true, new string('x', Room.LongestText + 1))).Code);
        given.Do(Given.Office2, new SettleFeedbackText("d1", id, true, " better words ", WithoutQuote: true));

        var reading = Assert.IsType<FeedbackReading>(List(given).Texts.Single(t => t.Id == id).Reading);
        Assert.Equal(("better words", true, "office2"), (reading.Wording, reading.WithoutQuote, reading.By));
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office, new SettleFeedbackText("d1", id, true, "better words", WithoutQuote: true)).Code);
        var point = Points(Report(given)).Single(p => p.Text == "better words");
        Assert.Equal(("4.1 ¶2", null), (point.At, point.Quote));
    }

    [Fact]
    public void A_report_is_released_when_it_is_signed_approved_and_read_to_the_last_text_and_the_refusal_names_what_is_missing()
    {
        var given = Closed();
        Assert.Equal(RefusalCode.WrongPhase, given.Refused(Given.Office, new ReleaseFeedback("d1")).Code);
        Sign(given);
        Assert.Equal(RefusalCode.ApprovalMissing, given.Refused(Given.Office, new ReleaseFeedback("d1")).Code);
        given.Do(Person.System, new TakeApproval(Approved));

        var unread = given.Refused(Given.Office, new ReleaseFeedback("d1"));
        ReadAll(given, include: false);
        var empty = given.Refused(Given.Office, new ReleaseFeedback("d1"));
        ReadAll(given);
        given.Do(Given.Office, new ReleaseFeedback("d1"));

        Assert.Equal((RefusalCode.TextsUnread, "1,2"), (unread.Code, string.Join(',', unread.Criteria.GetValueOrDefault())));
        Assert.Equal(18, new Refusal(RefusalCode.ApprovalMissing).Article);
        Assert.Equal(RefusalCode.NothingToRelease, empty.Code);
        Assert.Equal((Approved, 1), (Report(given).Approval, Report(given).Edition));
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office, new ReleaseFeedback("d1")).Code);
    }

    [Fact]
    public void A_change_after_the_release_takes_it_back_until_it_is_released_again()
    {
        var given = Released();

        given.Do(Given.Office, new SettleFeedbackText("d1", Id(given, "weak A"), false, Reason: "a secret of the trade"));
        Assert.Null(Report(given).ReleasedAt);
        given.Do(Given.Office, new ReleaseFeedback("d1"));

        Assert.Equal(2, Report(given).Edition);
        Assert.DoesNotContain(Points(Report(given)), p => p.Text == "weak A");
    }

    [Fact]
    public void The_texts_of_a_sheet_that_is_voided_after_they_were_read_leave_by_themselves_and_the_release_says_so()
    {
        var given = Closed();
        ReadAll(given);
        given.Do(Given.Supervisor, new RaiseConflict("d1", "B", "RELATIVE", "cousin"));
        var id = given.Dossier().Conflicts[0].Id;
        foreach (var office in (Person[])[Given.Office, Given.Office2]) given.Do(office, new ConfirmConflict(id));
        Sign(given, "A", "C");
        given.Do(Person.System, new TakeApproval(Approved));

        Assert.Equal(1, List(given).Gone);
        var released = Assert.IsType<FeedbackReleased>(given.Do(Given.Office, new ReleaseFeedback("d1")));

        Assert.Equal((1, 2), (released.Gone, released.Texts.Length));
        Assert.Equal(["strong A", "weak A"], Points(Report(given)).Select(p => p.Text).Order(StringComparer.Ordinal));
        var reading = given.Entries.Select(e => e.Event).OfType<FeedbackTextSettled>().Single(e => !released.Texts.Contains(e.Text));
        Assert.False(given.Room.MayReadBody(given.Room.ViewerOf(Given.Office), reading));
    }

    [Fact]
    public void Experts_the_recused_of_the_office_and_strangers_have_no_reading_list_and_settle_nothing()
    {
        var given = Released();
        var act = new SettleFeedbackText("d1", Id(given, "strong A"), true, "mine");
        var other = Closed();
        other.Do(Given.Supervisor, new RaiseConflict("d1", null, "RELATIVE", "cousin", Given.Office2.Id));

        foreach (var (person, code) in new[] { (Given.PersonOf("A"), RefusalCode.NotAllowed), (Given.Supervisor, RefusalCode.NotAllowed), (Given.Stranger, RefusalCode.NotFound), (Given.Administrator, RefusalCode.NotFound) })
            Assert.Equal(code, given.Refused(person, act).Code);
        Assert.Equal(RefusalCode.Suspended, other.Refused(Given.Office2, act).Code);
        foreach (var (world, person) in new[] { (given, Given.PersonOf("A")), (given, Given.Stranger), (given, Given.Administrator), (other, Given.Office2) })
        {
            Assert.Null(world.Room.FeedbackFor(world.Room.ViewerOf(person), "d1"));
            Assert.Null(world.Room.FeedbackReportFor(world.Room.ViewerOf(person), "d1"));
        }
        Assert.NotNull(given.Room.FeedbackReportFor(given.Room.ViewerOf(Given.Supervisor), "d1"));
        Assert.Null(given.Sight(Given.PersonOf("A"), "d1").Feedback);
    }

    [Fact]
    public void An_approval_comes_from_the_register_by_the_program_and_from_nobody_else()
    {
        var given = Given.ARoom(seats: 3);

        foreach (var person in (Person[])[Given.Office, Given.Supervisor, Given.PersonOf("A")])
            Assert.Equal(RefusalCode.NotAllowed, given.Refused(person, new TakeApproval(Approved)).Code);

        given.Do(Person.System, new TakeApproval(Approved));
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Person.System, new TakeApproval(Approved)).Code);
    }

    [Fact]
    public void A_frozen_dossier_keeps_its_texts_as_they_are()
    {
        var given = Closed();
        given.Do(Given.Office, new Freeze("fire drill", "d1"));

        Assert.Equal(RefusalCode.Frozen, given.Refused(Given.Office, new SettleFeedbackText("d1", Id(given, "strong A"), true)).Code);
    }

    /// <summary>Three seats; A wrote a strength and an opportunity, B a strength, C only what is to be looked at on site.</summary>
    private static Given Closed()
    {
        var given = Given.ARoom(seats: 3).Opened();
        given.Do("A", new WriteComment("d1", "1", CommentKind.Strength, "strong A", new Place("4.1 ¶2", "words of the dossier")));
        given.Do("A", new WriteComment("d1", "2", CommentKind.Opportunity, "weak A", new Place("4.2")));
        given.Do("B", new WriteComment("d1", "1", CommentKind.Strength, "strong B", new Place("4.1")));
        given.Do("C", new WriteComment("d1", "1", CommentKind.SiteIssue, "look there", new Place("4.1")));
        foreach (var seat in "ABC") given.Submitted(seat.ToString(), "d1", 60);
        given.Do(Given.Office, new Reveal("d1"));
        given.Do(Given.Office, new Close("d1"));
        return given;
    }

    private static Given Released()
    {
        var given = Closed();
        Sign(given);
        given.Do(Person.System, new TakeApproval(Approved));
        ReadAll(given);
        given.Do(Given.Office, new ReleaseFeedback("d1"));
        return given;
    }

    private static void Sign(Given given, params string[] seats)
    {
        foreach (var seat in seats.Length == 0 ? ["A", "B", "C"] : seats) given.Do(seat, new Sign("d1", NoConflict: true));
    }

    private static void ReadAll(Given given, bool include = true)
    {
        foreach (var text in List(given).Texts) given.Do(Given.Office, new SettleFeedbackText("d1", text.Id, include, Reason: include ? null : "no"));
    }

    private static FeedbackView List(Given given) => given.Room.FeedbackFor(given.Room.ViewerOf(Given.Office), "d1") ?? throw new InvalidOperationException();

    private static FeedbackReport Report(Given given) => given.Room.FeedbackReportFor(given.Room.ViewerOf(Given.Office), "d1") ?? throw new InvalidOperationException();

    private static IEnumerable<FeedbackPoint> Points(FeedbackReport report) => report.Chapters.SelectMany(c => c.Items).SelectMany(i => i.Strengths.Concat(i.Opportunities));

    private static string Id(Given given, string words) => List(given).Texts.Single(t => t.Words == words).Id;
}
