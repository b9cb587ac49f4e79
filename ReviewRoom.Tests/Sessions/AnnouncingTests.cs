using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Sessions;

public sealed class AnnouncingTests
{
    private static readonly PlanSession Whole = ASession.Plan with { Steps = [new("notice", Day(1), Day(1)), new("application", Day(1), Day(30))] };
    private static readonly AnnouncementGround Ground = new("1", 3, 5, [Rubric("gb", 1), Rubric("gb", 2), Rubric("ind", 1)]);
    private static readonly AnnounceSession Announcement = new(ChinaTime.DayOf(Given.Start), [new(ApplicantKind.Organisation, "gb", 2), new(ApplicantKind.Individual, "ind", 1)], "by the county", "0353-1") { Ground = Ground };

    [Fact]
    public void Article_12_the_notice_tells_places_score_tables_dates_and_contact_and_anybody_may_read_it()
    {
        var session = Announced();

        var call = session.Session.Call ?? throw new InvalidOperationException();

        Assert.Equal(SessionStage.Announced, session.Session.Stage);
        Assert.Equal((3, 5, "1", "0353-1", Whole.Deadline), (call.MainPlaces, call.NominationPlaces, call.Regulation, call.Contact, call.Deadline));
        Assert.Equal([("gb", 2), ("ind", 1)], call.Rubrics.Select(r => (r.Rubric.Id, r.Rubric.Version)));
        Assert.Equal(Whole.Steps, call.Steps);
        Assert.All([Given.Office, Given.Supervisor, ASession.Leading, ASession.Unit(1)], who => Assert.Equal(Canonical.Bytes(call), Canonical.Bytes(session.For(who)?.Call)));
    }

    [Fact]
    public void Article_12_the_office_alone_announces_and_once()
    {
        var session = Planned();

        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Supervisor, Announcement));
        Assert.Equal(RefusalCode.NotAllowed, session.Ask(ASession.Leading, Announcement));
        Assert.Equal(RefusalCode.NotAllowed, session.Ask(ASession.Unit(1), Announcement));
        Assert.Equal(RefusalCode.NotFound, session.Ask(Given.Stranger, Announcement));
        Assert.Null(session.Ask(Given.Office, Announcement));
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, Announcement));
    }

    [Fact]
    public void Article_27_the_session_is_announced_on_the_version_of_the_regulation_that_is_in_force()
    {
        Assert.Equal(RefusalCode.RegulationNotInForce, Planned().Ask(Given.Office, Announcement with { Ground = Ground with { InForce = "2" } }));
        Assert.Equal(RefusalCode.Malformed, Planned().Ask(Given.Office, Announcement with { Ground = null }));
    }

    [Theory]
    [InlineData(2025, null, true)]
    [InlineData(2024, null, false)]
    [InlineData(2024, 2025, false)]
    [InlineData(null, 2025, true)]
    [InlineData(null, 2024, false)]
    [InlineData(null, null, false)]
    public void Article_4_a_session_less_than_two_years_after_the_one_before_needs_a_reason(int? session, int? conferred, bool isTooSoon)
    {
        var plan = Whole with { Cycle = new CycleGround(2, session, conferred) };

        Assert.Equal(isTooSoon ? RefusalCode.CycleTooShort : null, ASession.Unplanned().Ask(Given.Office, plan));
        Assert.Null(ASession.Unplanned().Ask(Given.Office, plan with { CycleReason = "asked for by the city government" }));
    }

    [Fact]
    public void Article_4_against_the_register_of_awards_the_planned_year_of_conferral_counts()
    {
        var plan = Whole with { Cycle = new CycleGround(2, null, 2025), Steps = [.. Whole.Steps, new("conferral", new(2027, 6, 1), new(2027, 6, 30))] };

        Assert.Null(ASession.Unplanned().Ask(Given.Office, plan));
        Assert.Equal(RefusalCode.CycleTooShort, ASession.Unplanned().Ask(Given.Office, plan with { Cycle = new CycleGround(2, null, 2026) }));
    }

    [Fact]
    public void Article_4_the_reason_is_printed_in_the_notice_and_bound_by_it()
    {
        var plan = Whole with { Cycle = new CycleGround(2, 2025, null), CycleReason = " asked for by the city government " };
        var session = ASession.Unplanned();
        session.Do(Given.Office, plan);
        Assert.Null(session.Session.Call);
        session.Do(Given.Office, Announcement);

        Assert.Equal("asked for by the city government", session.Session.Call?.CycleReason);
        Assert.Equal(RefusalCode.PlanBound, session.Ask(Given.Office, plan with { CycleReason = "another", Reason = "why" }));
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Article_10_a_notice_that_lacks_something_is_refused(AnnounceSession act, RefusalCode code)
    {
        Assert.Equal(code, Planned().Ask(Given.Office, act));
    }

    public static TheoryData<AnnounceSession, RefusalCode> Incomplete => new()
    {
        { Announcement with { On = ChinaTime.DayOf(Given.Start).AddDays(1) }, RefusalCode.Malformed },
        { Announcement with { Contact = " " }, RefusalCode.Malformed },
        { Announcement with { HowToApply = " " }, RefusalCode.ReasonRequired },
        { Announcement with { HowToApply = new string('x', AwardSession.LongestHowTo + 1) }, RefusalCode.TextTooLong },
        { Announcement with { Rubrics = [new(ApplicantKind.Organisation, "gb", 2)] }, RefusalCode.Malformed },
        { Announcement with { Rubrics = [new(ApplicantKind.Organisation, "gb", 3), new(ApplicantKind.Individual, "ind", 1)] }, RefusalCode.Malformed },
        { Announcement with { Rubrics = [.. Announcement.Rubrics, new(ApplicantKind.Individual, "gb", 1)] }, RefusalCode.Malformed },
        { Announcement with { Rubrics = default }, RefusalCode.Malformed },
    };

    [Fact]
    public void A_plan_without_days_for_applications_is_not_announced()
    {
        var session = ASession.Planned(3);

        Assert.Equal(RefusalCode.PlanIncomplete, session.Ask(Given.Office, Announcement));
    }

    [Theory]
    [MemberData(nameof(Bound))]
    public void Article_12_once_it_is_announced_regulation_year_and_readings_are_bound(PlanSession plan)
    {
        Assert.Equal(RefusalCode.PlanBound, Announced().Ask(Given.Office, plan with { Reason = "we would like to" }));
    }

    public static TheoryData<PlanSession> Bound => new()
    {
        Whole with { Title = "Another" }, Whole with { Regulation = "2" }, Whole with { Year = 2027 }, Whole with { NoticeDays = 7 },
        Whole with { Settings = new DecisionSettings(RepeatScope: RepeatScope.AnyGrade) }, Whole with { Deadline = Whole.Deadline.AddDays(1), Year = 2027 },
    };

    [Fact]
    public void Dates_of_an_announced_session_move_with_a_reason_that_stands_in_the_notice()
    {
        var session = Announced();
        var later = Whole with { Deadline = Whole.Deadline.AddDays(7), Steps = [Whole.Steps[0], Whole.Steps[1] with { To = Day(37) }] };

        Assert.Equal(RefusalCode.ReasonRequired, session.Ask(Given.Office, later));
        Assert.Equal(RefusalCode.AlreadySettled, session.Ask(Given.Office, Whole with { Reason = "nothing moves" }));
        session.Do(Given.Office, later with { Reason = " roads under snow " });

        Assert.Equal((later.Deadline, later.Steps[1]), (session.Session.Call?.Deadline, session.Session.Call?.Steps[1]));
        Assert.Equal([new DatesMoved(ChinaTime.DayOf(Given.Start), "roads under snow")], session.Session.Call?.Moved ?? []);
        Assert.Equal(RefusalCode.AlreadySettled, session.Ask(Given.Office, later with { Reason = "again" }));
    }

    [Fact]
    public void A_session_whose_notice_went_out_on_paper_only_is_consulted_about_and_announced_no_more()
    {
        var session = Planned().Do(Given.Office, ASession.Start([ASession.Result("700", 0)]));

        Assert.Null(session.Session.Call);
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, Announcement));
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, Whole with { Reason = "late" }));
    }

    [Fact]
    public void Bodies_come_in_and_the_units_are_asked_after_the_announcement()
    {
        var session = Announced();

        session.Do(Given.Office, new TakeBodies([new Body("unit-09", "Unit 9", "Unit number 9", BodyKind.Department, true)])).Do(Given.Office, ASession.Start([ASession.Result("700", 0)]));

        Assert.Equal(SessionStage.Consultation, session.Session.Stage);
        Assert.NotNull(session.Session.Call);
    }

    private static ASession Planned() => ASession.Planned(3).Do(Given.Office, Whole);

    private static ASession Announced() => Planned().Do(Given.Office, Announcement);

    private static DateOnly Day(int day) => new DateOnly(2026, 9, 1).AddDays(day - 1);

    private static NamedRubric Rubric(string id, int version) => new(id, version, new Words(id, id), "GB/T");
}
