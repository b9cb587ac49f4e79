using ReviewRoom.Domain.Feedback;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Rooms;

// A calibration dossier (room.md 5): scored first by all, so that everybody sees how his scale lies; it counts for nothing.
public sealed class CalibrationDossierTests
{
    [Fact]
    public void Each_expert_learns_his_own_distance_and_office_supervisor_and_leader_everybody_s()
    {
        var given = Scored(Given.Free);
        given.Do("B", new Revise("cal", "1", 60, "nearer"));

        Assert.Equal([new CalibrationView("B", 2, "-10.00", "-8.33", true)], Calibration(given, given.On("B")));
        Assert.Equal([("A", "5.00"), ("B", "-10.00"), ("C", "5.00")], Calibration(given, Given.Office).Select(c => (c.Seat, c.First ?? "")));
        Assert.Equal(3, Calibration(given, Given.Supervisor).Count);
        Assert.Equal(3, Calibration(given, given.On("A")).Count);
    }

    [Fact]
    public void The_right_to_see_all_goes_with_the_lead_at_once()
    {
        var given = Scored(Given.Free);
        Assert.Single(Calibration(given, given.On("B")));

        given.Do(Given.Office, new AppointDeputy("B"));

        Assert.Equal(3, Calibration(given, given.On("B")).Count);
        Assert.Single(Calibration(given, given.On("A")));
    }

    [Fact]
    public void Where_names_are_hidden_the_lines_carry_the_dossier_s_labels()
    {
        var given = Scored(Given.Free with { MarkNames = MarkNames.Letters });

        Assert.Equal(["P", "Q", "R"], Calibration(given, Given.Office).Select(c => c.Seat));
        Assert.Equal(given.Dossier("cal").Revealed?.Labels[1], Assert.Single(Calibration(given, given.On("B"))).Seat);
    }

    [Fact]
    public void Nobody_is_told_before_the_reveal_nor_one_who_is_out_of_it()
    {
        var given = Given.ARoom("room-1", Plan(Given.Free)).Opened("cal").Submitted("A", "cal", 70).Submitted("B", "cal", 55);
        Assert.All((Person[])[Given.Office, Given.Supervisor, given.On("A"), given.On("C")], p => Assert.Null(given.Sight(p, "cal").Calibration));
        given.Submitted("C", "cal", 70).Do(Given.Office, new Reveal("cal"));

        given.Do(Given.Supervisor, new RaiseConflict("cal", "C", "RELATIVE", "a cousin"));

        Assert.Equal(new DossierView("cal") { Suspended = true }, given.Sight(given.On("C"), "cal"));
        Assert.Equal(["A", "B"], Calibration(given, Given.Office).Select(c => c.Seat));
    }

    [Fact]
    public void It_stands_in_no_standings_and_on_no_board()
    {
        var given = Scored(Given.Free).Revealed("d1", 80);
        var standings = Standings.Of([given.Room]).For(new Viewer.Office("office"));
        var board = BoardSnapshot.Of([given.Room], "salt", "office");

        Assert.Equal(["d1"], standings.Ranked.Concat(standings.NotRanked).Select(r => r.Dossier));
        Assert.Equal((1, 1), (standings.Ranked[0].Standing?.Rank, standings.Ranked[0].Standing?.Of));
        Assert.Equal(["d1"], board.Dossiers.Select(d => d.Dossier));
        Assert.Equal((1, 1), (board.Count.Revealed, board.Count.Of));
        Assert.Null(Sight.Of(given.Room, Standings.Of([given.Room]), new Viewer.Office("office"))?.Dossiers[0].Standing);
    }

    [Fact]
    public void The_office_is_told_when_another_dossier_is_opened_first_and_not_kept_from_it()
    {
        var given = Given.ARoom("room-1", Plan(Given.Free));
        Readiness Ready() => Readiness.Of(given.Sight(Given.Office) ?? throw new InvalidOperationException(), given.Sight(Given.Office, "d1"));

        Assert.Contains(new Check(CheckKind.Calibration, Ok: false, Blocks: false, 0, 1, []), Ready().Checks);
        Assert.Equal(0, Ready().Missing);
        given.Revealed("cal", 60).Do(Given.Office, new Close("cal"));

        Assert.Contains(Ready().Checks, c => c is { Kind: CheckKind.Calibration, Ok: true });
        Assert.DoesNotContain(Readiness.Of(given.Sight(Given.Office) ?? throw new InvalidOperationException(), given.Sight(Given.Office, "cal")).Checks, c => c.Kind == CheckKind.Calibration);
    }

    [Fact]
    public void A_calibration_dossier_has_no_feedback_report()
    {
        var given = Scored(Given.Free);

        Assert.Equal(RefusalCode.NotCounted, given.Refused(Given.Office, new ReleaseFeedback("cal")).Code);
        Assert.Equal(RefusalCode.NotCounted, given.Refused(Given.Office, new SettleFeedbackText("cal", "t", true)).Code);
    }

    /// <summary>A and C give 70 and 65, B 55 and 50: 10 and 5 from the means of 65 and 60.</summary>
    private static Given Scored(RoomSettings settings)
    {
        var given = Given.ARoom("room-1", Plan(settings)).Opened("cal").Submitted("A", "cal", 70, 65).Submitted("B", "cal", 55, 50).Submitted("C", "cal", 70, 65);
        given.Do(Given.Office, new Reveal("cal"));
        return given;
    }

    private static CreateRoom Plan(RoomSettings settings) => new(
        "Panel", "session-6", "Sixth session", Given.ARubric(100, 200), settings,
        [.. "ABC".Select(s => new SeatPlan($"{s}", Given.PersonOf($"{s}").Id, Given.PersonOf($"{s}").Name, s == 'A'))],
        [new DossierPlan("cal", "Calibration", ApplicantKind.Organisation, Calibrates: true), new DossierPlan("d1", "Dossier 1", ApplicantKind.Organisation)]);

    private static IReadOnlyList<CalibrationView> Calibration(Given given, Person person) => given.Sight(person, "cal").Calibration ?? [];
}
