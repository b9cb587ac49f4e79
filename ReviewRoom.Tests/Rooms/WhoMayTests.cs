using System.Reflection;
using System.Text.Json.Serialization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// Who may ask for what (room.md 9): a seat, its leader, the office, the supervisor. Others are not told that there is a room.
public sealed class WhoMayTests
{
    [Flags]
    public enum Who
    {
        None = 0,
        Seat = 1,
        Leader = 2,
        Office = 4,
        Supervisor = 8,
        AnySeat = Seat | Leader,
    }

    private static readonly Dictionary<string, (RoomAct Act, Who Who)> Acts = new()
    {
        ["declare"] = (new Declare("d1", false), Who.AnySeat),
        ["mark"] = (new GiveMark("d1", "1", 60), Who.AnySeat),
        ["cannotJudge"] = (new CannotJudge("d1", "1", "why"), Who.AnySeat),
        ["comment"] = (new WriteComment("d1", "1", CommentKind.Strength, "text"), Who.AnySeat),
        ["keepMarks"] = (new KeepMarks("d1", ["1"]), Who.AnySeat),
        ["findOnSite"] = (new FindOnSite("d1", "1-1", SiteOutcome.Verified, "text"), Who.AnySeat),
        ["submit"] = (new Submit("d1"), Who.AnySeat),
        ["takeBack"] = (new TakeBack("d1"), Who.AnySeat),
        ["remark"] = (new WriteRemark("d1", "1", "text"), Who.AnySeat),
        ["revise"] = (new Revise("d1", "1", 60, "why"), Who.AnySeat),
        ["minority"] = (new RecordMinority("d1", "1", "text"), Who.AnySeat),
        ["closeItem"] = (new CloseItem("d1", "1", Closing.Agreed), Who.Leader),
        ["reveal"] = (new Reveal("d1"), Who.Leader | Who.Office),
        ["close"] = (new Close("d1"), Who.Leader | Who.Office),
        ["sign"] = (new Sign("d1", NoConflict: true), Who.AnySeat),
        ["open"] = (new Open("d1"), Who.Office),
        ["deadline"] = (new SetDeadline("d1", null), Who.Office),
        ["remind"] = (new Remind("d1"), Who.Office),
        ["focus"] = (new SetFocus("d1"), Who.Office),
        ["freeze"] = (new Freeze("why"), Who.Office),
        ["takeOffAgenda"] = (new TakeOffAgenda("d1", "why"), Who.Office),
        ["adjourn"] = (new Adjourn("why"), Who.Office),
        ["recordPaper"] = (new RecordPaper("d1", "B", [], true), Who.Office),
        ["confirmPaper"] = (new ConfirmPaper("d1", "B", []), Who.Office),
        ["withdrawPaper"] = (new WithdrawPaper("d1", "B", "why"), Who.Office),
        ["resume"] = (new Resume(), Who.Office),
        ["thaw"] = (new Thaw(), Who.Office),
        ["markAbsent"] = (new MarkAbsent("B", "why"), Who.Office),
        ["markPresent"] = (new MarkPresent("B"), Who.Office),
        ["replaceSeat"] = (new ReplaceSeat("B", "someone", "Someone"), Who.Office),
        ["deputy"] = (new AppointDeputy("B"), Who.Office),
        ["raiseConflict"] = (new RaiseConflict("d1", "B", "RELATIVE", "why"), Who.Office | Who.Supervisor),
        ["confirmConflict"] = (new ConfirmConflict("c1"), Who.Office),
        ["dismissConflict"] = (new DismissConflict("c1", "why"), Who.Office),
        ["contestConflict"] = (new ContestConflict("c1", "why"), Who.AnySeat | Who.Office),
        ["disclose"] = (new Disclose("d1", "why"), Who.Supervisor),
        ["feedbackText"] = (new SettleFeedbackText("d1", "t1", true), Who.Office),
        ["releaseFeedback"] = (new ReleaseFeedback("d1"), Who.Office),
        ["takeApproval"] = (new TakeApproval(new Approval("1", new DateOnly(2026, 3, 1))), Who.None),
        ["noteSeat"] = (new NoteSeat("B", AttendanceStep.Joined, Given.Start), Who.None),
        ["noteRestart"] = (new NoteRestart(Given.Start), Who.None),
    };

    public static TheoryData<string> Names => [.. typeof(RoomAct).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)(a.TypeDiscriminator ?? "")).Where(n => n != "createRoom")];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_act_is_asked_for_by_those_who_may_and_nobody_else(string name)
    {
        var (act, who) = Acts[name];

        // At the table an item that is agreed: so that a seat that merely lacks the right is told so in every phase.
        foreach (var given in new[] { Given.ARoom(), Given.ARoom().Opened(), Given.ARoom().Revealed(), Given.ARoom().Closed(), Given.ARoom().Signed() })
        {
            if (name != "closeItem") Assert.Equal(who.HasFlag(Who.Seat), MayAsk(given, given.On("B"), act));
            Assert.Equal(who.HasFlag(Who.Leader), MayAsk(given, given.On("A"), act));
            Assert.Equal(who.HasFlag(Who.Office), MayAsk(given, Given.Office, act));
            Assert.Equal(who.HasFlag(Who.Supervisor), MayAsk(given, Given.Supervisor, act));
            Assert.Equal(RefusalCode.NotFound, given.Refused(Given.Stranger, act).Code);
            Assert.Equal(RefusalCode.NotFound, given.Refused(Given.Administrator, act).Code);
            Assert.Equal(RefusalCode.NotFound, given.Refused(new Person("unit-01", "Unit", Roles.Body), act).Code);
        }
    }

    [Fact]
    public void A_seat_without_the_lead_closes_no_item() =>
        Assert.Equal(RefusalCode.NotAllowed, Given.ARoom().Revealed().Refused("B", new CloseItem("d1", "1", Closing.Agreed)).Code);

    [Fact]
    public void A_deputy_leads_instead_of_the_leader_until_he_is_called_off()
    {
        var given = Given.ARoom().Revealed();
        given.Do(Given.Office, new AppointDeputy("B"));

        Assert.Equal(RefusalCode.NotAllowed, given.Refused("A", new CloseItem("d1", "1", Closing.Agreed)).Code);
        given.Do("B", new CloseItem("d1", "1", Closing.Agreed));
        given.Do(Given.Office, new AppointDeputy(null));
        given.Do("A", new CloseItem("d1", "2", Closing.Agreed));

        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office, new AppointDeputy(null)).Code);
        Assert.Equal(RefusalCode.UnknownSeat, given.Refused(Given.Office, new AppointDeputy("Z")).Code);
    }

    [Fact]
    public void Who_has_a_seat_is_only_that_seat_whatever_else_he_is()
    {
        var given = Given.ARoom();
        var both = given.On("B") with { Roles = Roles.Expert | Roles.Office | Roles.Supervisor };

        Assert.Equal(new Viewer.Expert("expert-b", "B"), given.Room.ViewerOf(both));
        Assert.Equal(RefusalCode.NotAllowed, given.Refused(both, new Open("d1")).Code);
    }

    [Fact]
    public void Who_has_lost_his_roles_sees_no_room()
    {
        var given = Given.ARoom();

        Assert.Null(given.Sight(given.On("B") with { Roles = Roles.None }));
        Assert.Null(given.Sight(Given.Administrator));
        Assert.Null(given.Room.For(new Viewer.Board("hall")));
        Assert.Null(given.Room.For(new Viewer.Expert("expert-b", "C")));
        Assert.Equal(RefusalCode.NotFound, given.Refused(given.On("B") with { Roles = Roles.None }, new Declare("d1", false)).Code);
    }

    [Fact]
    public void A_dossier_that_is_not_there_is_not_found_by_anybody()
    {
        var given = Given.ARoom();

        Assert.All(
            new[] { (Given.Office, (RoomAct)new Open("d9")), (given.On("A"), new GiveMark("d9", "1", 60)), (given.On("A"), new Reveal("d9")), (Given.Supervisor, new Disclose("d9", "why")) },
            asked => Assert.Equal(RefusalCode.NotFound, given.Refused(asked.Item1, asked.Item2).Code));
    }

    [Fact]
    public void A_room_is_made_once_by_the_office_with_one_leader_and_seats_A_to_Z()
    {
        var empty = Room.Named("r");
        var plan = new CreateRoom("Panel", "s", "S", Given.ARubric(100), Given.Free, [new SeatPlan("A", "a", "A", true), new SeatPlan("B", "b", "B")], [new DossierPlan("d1", "T", ApplicantKind.Organisation)]);

        RefusalCode? Code(CreateRoom act, Person by) => empty.Decide(act, new(by, Given.Start, new byte[16])).Refusal?.Code;

        Assert.Null(Code(plan, Given.Office));
        Assert.Equal(RefusalCode.NotAllowed, Code(plan, Given.Supervisor));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Title = " " }, Given.Office));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Seats = [] }, Given.Office));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Seats = [new SeatPlan("A", "a", "A")] }, Given.Office));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Seats = [new SeatPlan("a", "a", "A", true)] }, Given.Office));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Seats = [new SeatPlan("A", "a", "A", true), new SeatPlan("B", "a", "B")] }, Given.Office));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Dossiers = [.. plan.Dossiers, .. plan.Dossiers] }, Given.Office));
        Assert.Equal(RefusalCode.Malformed, Code(plan with { Settings = Given.Free with { Minimum = 0 } }, Given.Office));
        Assert.Equal(RefusalCode.NotAllowed, Given.ARoom().Refused(Given.Office, plan).Code);
        Assert.Equal(RefusalCode.NotFound, empty.Decide(new Open("d1"), new(Given.Office, Given.Start, new byte[16])).Refusal?.Code);
    }

    private static bool MayAsk(Given given, Person by, RoomAct act) => given.Ask(by, act).Refusal?.Code is not (RefusalCode.NotAllowed or RefusalCode.NotFound);
}
