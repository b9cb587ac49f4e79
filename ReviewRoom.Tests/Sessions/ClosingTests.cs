using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Sessions;

public sealed class ClosingTests
{
    private static readonly HolidayTable Year2026 = new(2026, [new(2026, 1, 1), new(2026, 1, 2), new(2026, 10, 1), new(2026, 10, 2), new(2026, 10, 5), new(2026, 10, 6), new(2026, 10, 7)], [new(2026, 10, 10)], "notice");
    private static readonly DateTimeOffset Friday = new(2026, 12, 11, 2, 0, 0, TimeSpan.Zero);
    private static readonly ReviewProposal Passed = new(true, 9, 1, 0, "Minutes 4");

    private static ASession Proposed(params string[] points)
    {
        var session = ASession.Consulting(3, points).Reply(1, 3).Do(Given.Office, new CloseConsultation()).Do(Given.Office, new Propose());
        return session.Do(Given.Office, new PutHolidays(Year2026)).At(Friday);
    }

    private static ASession Noticed(params string[] points) => Proposed(points).Do(ASession.Leading, Passed).Do(Given.Office, new PublishNotice(new(2026, 12, 11), "0353-0000000"));

    private static FileObjection Objecting(string receipt, string candidate = "c1") => new(receipt, candidate, "E5", "facts of the matter", new string('0', 64));

    [Fact]
    public void Article_5_the_leading_group_alone_reviews_the_list_and_by_a_majority()
    {
        var session = Proposed();

        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Office, Passed));
        Assert.Equal(RefusalCode.NotAllowed, session.Ask(ASession.Unit(1), Passed));
        Assert.Equal(RefusalCode.Malformed, session.Ask(ASession.Leading, Passed with { For = 1, Against = 1 }));
        Assert.Equal(RefusalCode.ReasonRequired, session.Ask(ASession.Leading, new ReviewProposal(false, 1, 5, 0, "Minutes 4")));
        session.Do(ASession.Leading, Passed);
        Assert.Equal(["c1", "c2", "c3"], session.For(Given.Office)?.Closing?.Winners.Select(w => w.Id) ?? []);
    }

    [Fact]
    public void A_list_that_is_returned_is_proposed_and_reviewed_again_and_both_reviews_stay()
    {
        var session = Proposed().Do(ASession.Leading, new ReviewProposal(false, 1, 5, 0, "Minutes 4", "check the second again"));

        Assert.Equal(SessionStage.Consulted, session.Session.Stage);
        session.Do(Given.Office, new Propose()).Do(ASession.Leading, Passed);

        Assert.Equal([false, true], session.For(Given.Supervisor)?.Closing?.Reviews.Select(r => r.Review.Passed) ?? []);
    }

    [Fact]
    public void Article_11_a_tie_over_the_last_place_is_decided_by_the_group_or_not_at_all()
    {
        var session = Proposed("900", "800", "700", "700");

        Assert.Equal(RefusalCode.TieOpen, session.Ask(ASession.Leading, Passed));
        Assert.Equal(RefusalCode.TieOpen, session.Ask(ASession.Leading, Passed with { Order = ["c4"] }));
        session.Do(ASession.Leading, Passed with { Order = ["c4", "c3"] });

        Assert.Equal([("c1", Grade.Main), ("c2", Grade.Main), ("c4", Grade.Main), ("c3", Grade.Nomination)], session.For(Given.Office)?.Closing?.Winners.Select(w => (w.Id, w.Grade)) ?? []);
    }

    [Fact]
    public void Article_4_a_place_left_vacant_by_the_group_is_filled_by_nobody_and_has_its_reason()
    {
        var session = Proposed("900", "800", "700", "650");

        Assert.Equal(RefusalCode.ReasonRequired, session.Ask(ASession.Leading, Passed with { LeftVacant = [new LeftVacant("c3", "")] }));
        Assert.Equal(RefusalCode.Malformed, session.Ask(ASession.Leading, Passed with { LeftVacant = [new LeftVacant("c9", "reason")] }));
        session.Do(ASession.Leading, Passed with { LeftVacant = [new LeftVacant("c3", "not leading in the province")] });

        var closing = session.For(Given.Office)?.Closing ?? throw new InvalidOperationException();
        Assert.Equal([("c1", Grade.Main), ("c2", Grade.Main), ("c4", Grade.Nomination)], closing.Winners.Select(w => (w.Id, w.Grade)));
        Assert.Equal(new Vacancies(1, 4), closing.Vacant);
    }

    [Fact]
    public void The_notice_runs_five_working_days_from_the_day_after_and_ends_by_itself_at_midnight()
    {
        var session = Noticed();
        var period = session.For(Given.Office)?.Closing?.Notice ?? throw new InvalidOperationException();

        Assert.Equal((new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 18)), (period.From, period.To));
        Assert.Equal(new DateTimeOffset(2026, 12, 19, 0, 0, 0, TimeSpan.FromHours(8)), session.Session.FallsDue);
        session.At(new DateTimeOffset(2026, 12, 18, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Equal(RefusalCode.NotDue, session.Ask(Person.System, new EndNotice()));
        Assert.Null(session.Ask(Person.System, Objecting("last-minute")));
        Assert.Equal(RefusalCode.NoticeOver, session.Ask(Person.System, Objecting("too-late")));
        Assert.Null(session.Ask(Person.System, new EndNotice()));
        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Office, new EndNotice()));
    }

    [Fact]
    public void Without_the_days_off_of_a_year_nothing_is_counted_and_the_year_is_named()
    {
        var session = Proposed().Do(ASession.Leading, Passed).At(new DateTimeOffset(2026, 12, 30, 2, 0, 0, TimeSpan.Zero));

        var outcome = session.Session.Decide(new PublishNotice(new(2026, 12, 30), "contact"), new Domain.Ledger.Asking(Given.Office, new(2026, 12, 30, 2, 0, 0, TimeSpan.Zero), new byte[32]));

        Assert.Equal((RefusalCode.HolidaysMissing, "2027"), (outcome.Refusal?.Code, outcome.Refusal?.Criteria?.Single()));
    }

    [Fact]
    public void The_public_reads_names_and_period_and_neither_scores_nor_experts_nor_objectors()
    {
        var session = Noticed("812.5", "705", "600").Do(Person.System, Objecting("R-1"));
        session.Do(Given.Office, new NameHandlers("R-1", "office", "office2"));

        var notice = session.Session.NoticeFor(new(2026, 12, 12)) ?? throw new InvalidOperationException();
        var read = Encoding.UTF8.GetString(Canonical.Bytes(notice));

        Assert.Equal(["c1", "c2", "c3"], notice.Main.Select(r => r.Id));
        Assert.Equal("Unit number 2", notice.Main[0].Recommended);
        Assert.Equal(5, notice.Days.Length);
        Assert.All(["812.5", "705", "600", "R-1", "facts", "office", "rank", "rate"], word => Assert.DoesNotContain(word, read, StringComparison.OrdinalIgnoreCase));
        Assert.Null(session.Session.NoticeFor(new(2026, 12, 10)));
    }

    [Fact]
    public void An_objection_is_settled_by_one_of_the_two_named_for_it_and_an_upheld_one_strikes_off()
    {
        var session = Noticed().Do(Person.System, Objecting("R-1")).Do(Person.System, Objecting("R-2", "c2"));

        Assert.Equal(RefusalCode.SamePerson, session.Ask(Given.Office, new NameHandlers("R-1", "office", "office")));
        Assert.Equal(RefusalCode.NotHandler, session.Ask(Given.Office, new SettleObjection("R-1", true, "proved")));
        session.Do(Given.Office, new NameHandlers("R-1", "office", "office2")).Do(Given.Office, new NameHandlers("R-2", "office", "office2"));
        Assert.Equal(RefusalCode.NotHandler, session.Ask(Given.Office3, new SettleObjection("R-1", true, "proved")));
        session.Do(Given.Office2, new SettleObjection("R-1", true, "proved"));
        Assert.Equal(ObjectionStanding.Upheld, session.Session.StatusOf("R-1")?.Standing);
        Assert.Equal(ObjectionStanding.BeingHandled, session.Session.StatusOf("R-2")?.Standing);

        session.At(new DateTimeOffset(2026, 12, 21, 2, 0, 0, TimeSpan.Zero)).Do(Person.System, new EndNotice());
        Assert.Equal(RefusalCode.ObjectionsOpen, session.Ask(ASession.Leading, new ApproveList("Minutes 5", new(2026, 12, 21))));
        session.Do(Given.Office, new SettleObjection("R-2", false, "not proved")).Do(ASession.Leading, new ApproveList("Minutes 5", new(2026, 12, 21)));

        Assert.Equal(["c2", "c3"], session.For(Given.Office)?.Closing?.Approval?.Winners.Select(w => w.Id) ?? []);
    }

    [Fact]
    public void Who_objects_and_what_he_says_is_not_read_by_the_leading_group()
    {
        var session = Noticed().Do(Person.System, Objecting("R-1"));

        var read = Encoding.UTF8.GetString(Canonical.Bytes(session.For(ASession.Leading)));

        Assert.DoesNotContain("R-1", read, StringComparison.Ordinal);
        Assert.DoesNotContain("facts of the matter", read, StringComparison.Ordinal);
        Assert.Single(session.For(ASession.Leading)?.Closing?.Objections ?? []);
    }

    [Fact]
    public void No_number_tells_the_leading_group_how_much_was_done_about_an_objection_nor_a_recused_person_how_much_about_his_candidate()
    {
        var session = Noticed().Do(Person.System, Objecting("R-1"));
        var (leading, recused) = (Canonical.Bytes(session.For(ASession.Leading)), Canonical.Bytes(session.For(Given.Office, "c1")));

        session.Do(Given.Office2, new NameHandlers("R-1", "office2", "office3")).Do(Given.Office2, new ReadObjector("R-1"));

        Assert.Equal(leading, Canonical.Bytes(session.For(ASession.Leading)));
        Assert.Equal(recused, Canonical.Bytes(session.For(Given.Office, "c1")));
    }

    [Fact]
    public void Articles_4_and_19_a_conferred_award_is_numbered_owed_by_grade_and_valid_to_the_day_before_its_fifth_anniversary()
    {
        var session = Noticed("900", "800", "700", "650").At(new DateTimeOffset(2026, 12, 21, 2, 0, 0, TimeSpan.Zero)).Do(Person.System, new EndNotice());
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, new ConferAwards("City 12", new(2026, 12, 21))));
        session.Do(ASession.Leading, new ApproveList("Minutes 5", new(2026, 12, 21)));
        Assert.Equal(RefusalCode.Malformed, session.Ask(Given.Office, new ConferAwards("City 12", new(2026, 12, 20))));

        session.Do(Given.Office, new ConferAwards("City 12", new(2026, 12, 21)));

        var awards = session.For(Given.Office)?.Closing?.Conferral?.Awards ?? throw new InvalidOperationException();
        Assert.Equal([(1, 300_000), (2, 300_000), (3, 300_000), (4, 100_000)], awards.Select(a => (a.Number, a.Winner.AmountYuan)));
        Assert.All(awards, a => Assert.Equal((new DateOnly(2026, 12, 21), new DateOnly(2031, 12, 20)), (a.ValidFrom, a.ValidUntil)));
    }

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-10-09", 1, "2026-10-10")]
    [InlineData("2026-12-11", 5, "2026-12-18")]
    public void Working_days_follow_the_table_and_not_monday_to_friday(string day, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            new WorkingDays([Year2026]).After(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), count, out _));
}
