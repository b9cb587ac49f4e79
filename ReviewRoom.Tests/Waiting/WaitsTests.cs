using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Domain.Waiting;
using ReviewRoom.Tests.Law;
using ReviewRoom.Tests.Sessions;

namespace ReviewRoom.Tests.Waiting;

/// <summary>Who waits for whom, told from projections alone.</summary>
public sealed class WaitsTests
{
    [Fact]
    public void Units_without_a_reply_are_waited_for_until_it_is_due_and_the_first_few_are_named()
    {
        var session = ASession.Consulting().Reply(1, 38);

        var row = Assert.Single(Of(session, Given.Office));

        Assert.Equal((WaitingFor.Replies, WaitingOn.Units, 4, ASession.Due, 6, false), (row.What, row.On, row.N, row.Due, row.Article, row.IsMine));
        Assert.Equal(["Unit 39", "Unit 40", "Unit 41"], row.Names);
    }

    [Fact]
    public void A_unit_is_told_of_its_own_reply_and_of_nobody_elses()
    {
        var session = ASession.Consulting().Reply(1, 5).Do(ASession.Unit(6), ASession.Objecting("c1", "canary"));

        Assert.Equal([(WaitingFor.Replies, true, 0)], Of(session, ASession.Unit(7)).Select(r => (r.What, r.IsMine, r.N)));
        Assert.Empty(Of(session, ASession.Unit(6)));
    }

    [Fact]
    public void An_objection_waits_for_the_office_and_who_is_recused_from_its_candidate_is_not_told_of_it()
    {
        var session = ASession.Consulting(3).Do(ASession.Unit(1), ASession.Objecting("c1")).Reply(2, 3);

        Assert.Equal([(WaitingFor.Opinion, "c1", true), (WaitingFor.Closing, null, true)], Of(session, Given.Office).Select(r => (r.What, r.Subject, r.IsMine)));
        Assert.Equal([(WaitingFor.Closing, (string?)null)], Of(session, Given.Office, "c1").Select(r => (r.What, r.Subject)));
        Assert.All(Of(session, Given.Supervisor), row => Assert.False(row.IsMine));
    }

    [Fact]
    public void Article_12_a_planned_session_waits_for_its_notice_until_the_planned_day_is_over()
    {
        var row = Of(ASession.Planned(3), Given.Office)[0];

        Assert.Equal((WaitingFor.Announcement, 12, true, true), (row.What, row.Article, row.IsMine, row.IsDay));
        Assert.Equal(new DateTimeOffset(2026, 9, 2, 0, 0, 0, ChinaTime.Offset), row.Due);
    }

    [Fact]
    public void Article_5_the_list_waits_for_the_leading_group_and_then_for_the_office()
    {
        var session = ASession.Consulting(3).Reply(1, 3).Do(Given.Office, new CloseConsultation());
        Assert.Equal([(WaitingFor.Proposal, true)], Of(session, Given.Office).Select(r => (r.What, r.IsMine)));

        session.Do(Given.Office, new Propose());
        Assert.Equal([(WaitingFor.Review, WaitingOn.LeadingGroup, true)], Of(session, ASession.Leading).Select(r => (r.What, r.On, r.IsMine)));
        Assert.Equal([(WaitingFor.Review, false)], Of(session, Given.Office).Select(r => (r.What, r.IsMine)));

        session.Do(ASession.Leading, new ReviewProposal(true, 9, 1, 0, "Minutes 4"));
        Assert.Equal([(WaitingFor.Publishing, true)], Of(session, Given.Office).Select(r => (r.What, r.IsMine)));
    }

    [Fact]
    public void The_leading_group_hears_that_an_objection_is_open_and_neither_who_handles_it_nor_its_receipt()
    {
        var session = Noticed();
        session.Do(Person.System, new FileObjection("YY-1", "c1", "E5", "canary facts", new string('0', 64)));
        Assert.Contains(Of(session, Given.Office), r => r is { What: WaitingFor.Handlers, IsMine: true });
        session.Do(Given.Office, new NameHandlers("YY-1", Given.Office.Id, "other"));

        Assert.Contains(Of(session, Given.Office), r => r is { What: WaitingFor.Objection, IsMine: true, Names.Length: 2 });
        Assert.Contains(Of(session, Given.Supervisor), r => r is { What: WaitingFor.Objection, IsMine: false });
        var told = Bytes(Of(session, ASession.Leading));
        Assert.Contains("objection", told, StringComparison.Ordinal);
        Assert.All(["YY-1", "canary", "name of", "handlers\""], word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
    }

    [Fact]
    public void Office_is_told_which_seats_are_missing_and_an_expert_only_of_his_own_sheet()
    {
        var room = Given.ARoom().Opened();

        var desk = Assert.Single(Of(room, Given.Office), r => r.What == WaitingFor.Sheets);
        var seat = Assert.Single(Of(room, room.On("B")));

        Assert.Equal((WaitingOn.Seats, 16, false), (desk.On, desk.Article, desk.IsMine));
        Assert.Equal(desk.N > 3 ? 3 : desk.N, desk.Names.Length);
        Assert.Equal((WaitingFor.Sheets, true, 0), (seat.What, seat.IsMine, seat.N));
        Assert.Empty(seat.Names);
    }

    [Fact]
    public void A_recused_person_of_the_office_is_not_told_that_anybody_waits_because_of_that_dossier()
    {
        var room = Given.ARoom().Opened();
        room.Do(Given.Supervisor, new RaiseConflict("d1", null, "RELATIVE", "canary ground", Given.Office.Id));

        Assert.DoesNotContain(Of(room, Given.Office), r => r.Subject == "d1");
        Assert.Contains(Of(room, Given.Supervisor), r => r is { What: WaitingFor.Conflicts, Subject: "d1" });
    }

    [Fact]
    public void What_is_overdue_stands_first_and_what_has_no_time_last()
    {
        var rows = Of(ASession.Consulting(3).Do(ASession.Unit(1), ASession.Objecting("c1")), Given.Office);

        Assert.Equal([WaitingFor.Replies, WaitingFor.Opinion], rows.Select(r => r.What));
        Assert.Equal([ASession.Due, null], rows.Select(r => r.Due));
    }

    [Theory]
    [InlineData("2026-08-31", "LLLLLLL", null)]
    [InlineData("2026-09-01", "NNLLLLL", 13)]
    [InlineData("2026-10-20", "DNLLLLL", 13)]
    [InlineData("2026-10-21", "DDLLLLL", 13)]
    [InlineData("2026-11-30", "DDDDNLL", 16)]
    [InlineData("2027-08-01", "DDDDDDD", null)]
    public void The_time_table_stands_by_the_day_in_China_and_carries_todays_mark_once(string day, string states, int? marked)
    {
        var plan = ASession.Plan with
        {
            Steps =
            [
                new("notice", On("2026-09-01"), On("2026-09-01")), new("application", On("2026-09-01"), On("2026-10-20")), new("recommendation", On("2026-10-25"), On("2026-11-01")), new("formal-check", On("2026-11-02"), On("2026-11-06")),
                new("document-review", On("2026-11-12"), On("2026-11-30")), new("site-review", On("2027-03-08"), On("2027-03-26")), new("consultation", On("2027-04-01"), On("2027-04-12")), new("approval", On("2027-06-01"), On("2027-06-25")),
            ],
        };
        var session = ASession.Planned(3).Do(Given.Office, plan);

        var home = SessionHome.Of(Sight(session, Given.Office), ABook.Shipped.Steps, new DateTimeOffset(On(day), new TimeOnly(1, 30), ChinaTime.Offset), id => id) ?? throw new InvalidOperationException();

        Assert.Equal(states, string.Concat(home.Parts.Select(p => $"{p.State}"[0])));
        Assert.Equal(marked is { } article ? [article] : [], home.Parts.Where(p => p.Today is not null).Select(p => p.Article));
        Assert.Equal((On("2027-04-01"), On("2027-06-25")), (home.Parts[6].From, home.Parts[6].To));
    }

    [Fact]
    public void Who_has_no_part_in_a_session_finds_nothing_before_its_notice_is_out()
    {
        Assert.Null(SessionHome.Of(Sight(ASession.Consulting(3), Given.Stranger), ABook.Shipped.Steps, Given.Start, id => id));
    }

    private static ASession Noticed()
    {
        var session = ASession.Consulting(3).Reply(1, 3).Do(Given.Office, new CloseConsultation()).Do(Given.Office, new Propose()).Do(ASession.Leading, new ReviewProposal(true, 9, 1, 0, "Minutes 4"));
        var today = ChinaTime.DayOf(Given.Start);
        foreach (var year in (int[])[today.Year, today.Year + 1]) session.Do(Given.Office, new PutHolidays(new Domain.Law.HolidayTable(year, [new DateOnly(year, 1, 1)], [], "notice of the year")));
        return session.Do(Given.Office, new PublishNotice(today, "0353-2290000"));
    }

    private static DateOnly On(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static SessionSight Sight(ASession session, Person person, params string[] barred) => new(person.Id, session.Session.Id, session.For(person, barred), session.Session.Call, [], null);

    private static ImmutableArray<WaitingRow> Of(ASession session, Person person, params string[] barred) => Waits.Of(Sight(session, person, barred), id => $"name of {id}");

    private static ImmutableArray<WaitingRow> Of(Given room, Person person) =>
        Waits.Of(new SessionSight(person.Id, "session-6", null, null, room.Room.For(room.Room.ViewerOf(person)) is { } view ? [view] : [], null), id => id);

    private static string Bytes(ImmutableArray<WaitingRow> rows) => System.Text.Encoding.UTF8.GetString(Canonical.Bytes(rows));
}
