using System.Text;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Leaks;

/// <summary>Every text that is put into a dossier carries the dossier's mark; none of them reaches a person who is out of it.</summary>
public sealed class CanaryTests
{
    private static readonly Person[] Chairs = [Given.Office, Given.Office2, Given.Supervisor, Scriptwriter.Supervisor2];

    [Fact]
    public void Nothing_said_in_a_dossier_reaches_a_person_who_is_out_of_it() =>
        Gen.Int[0, 9999].Array[400].Sample(numbers =>
        {
            var script = Marked(new Scriptwriter(new Choices(numbers)).Write());
            var (world, ladder) = (new World(script), new Ladder());
            foreach (var step in script.Steps)
            {
                if (world.Play(step).Event is not { } happened) continue;
                ladder.Note(happened, step.By);
                foreach (var dossier in world.Room.Dossiers.Select(d => d.Id))
                    foreach (var person in world.Room.Seats.Select(s => new Person(s.PersonId, s.Name, Roles.Expert)).Concat(Chairs))
                        if (ladder.IsOut(person.Id, dossier)) HasNone(world, person, $"canary-{dossier}", step, happened);
            }
        }, iter: 60);

    [Fact]
    public void Nothing_a_seat_put_on_its_sheet_or_on_the_table_is_shown_to_anybody_once_the_seat_is_out() =>
        Gen.Int[0, 9999].Array[400].Sample(numbers =>
        {
            var script = Voiced(new Scriptwriter(new Choices(numbers)).Write());
            var (world, ladder) = (new World(script), new Ladder());
            foreach (var step in script.Steps)
            {
                if (world.Play(step).Event is not { } happened) continue;
                ladder.Note(happened, step.By);
                if (happened is not (Declared or ConflictRaised or ConflictConfirmed or Revealed or SheetSigned)) continue;
                foreach (var dossier in world.Room.Dossiers.Select(d => d.Id))
                    foreach (var seat in world.Room.Seats.Where(s => ladder.IsOut(s.PersonId, dossier)))
                        foreach (var person in world.Room.Seats.Select(s => new Person(s.PersonId, s.Name, Roles.Expert)).Concat(Chairs))
                            HasNone(world, person, $"voice-{dossier}-{seat.PersonId}", step, happened);
            }
        }, iter: 60);

    [Fact]
    public void The_canaries_do_sing_to_those_who_are_in()
    {
        var given = Given.ARoom("room-1", Marked(new Script(new CreateRoom(
            "Panel", "session-6", "Sixth", Given.ARubric(100), Given.Free, [new SeatPlan("A", "expert-a", "A", true)], [new DossierPlan("d1", "Title", ApplicantKind.Organisation)]), [])).Plan);

        Assert.Contains("canary-d1", Text(given.Room, given.On("A")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_words_an_expert_out_of_a_dossier_gets_back_are_his_own_declaration()
    {
        var given = Given.ARoom(seats: 3).Opened();
        given.Do("B", new WriteComment("d1", "1", CommentKind.Strength, "canary-d1", new Place("1", "canary-d1")));

        given.Do("C", new Declare("d1", true, "RELATIVE", "my cousin"));

        var sight = Assert.IsType<RoomView>(given.Sight(given.On("C")));
        Assert.Equal(new DossierView("d1") { Recused = true }, sight.Dossiers.Single());
        Assert.Equal("my cousin", Assert.Single(sight.OwnConflicts.GetValueOrDefault()).Note);
        Assert.Equal("""{"id":"d1","recused":true}""", Encoding.UTF8.GetString(Canonical.Bytes(sight.Dossiers.Single())));
    }

    private static void HasNone(World world, Person person, string words, Step step, RoomEvent happened)
    {
        if (Text(world.Room, person).Contains(words, StringComparison.Ordinal)) Assert.Fail($"{person.Id} still hears of {words} after {step}");
        if (happened is not (ConflictRaised or ConflictConfirmed or Revealed or DossierClosed)) return;
        var minutes = Encoding.UTF8.GetString(Canonical.Bytes(world.Minutes.For(world.Room.ViewerOf(person))));
        if (minutes.Contains(words, StringComparison.Ordinal)) Assert.Fail($"{person.Id} still reads of {words} in the minutes after {step}");
    }

    private static string Text(Room room, Person person)
    {
        var viewer = room.ViewerOf(person);
        var shown = Encoding.UTF8.GetString(Canonical.Bytes(Sight.Of(room, Standings.Of([room]), viewer)));
        return shown + string.Concat(room.Dossiers.Select(d => Encoding.UTF8.GetString(Canonical.Bytes(room.FeedbackFor(viewer, d.Id))) + Encoding.UTF8.GetString(Canonical.Bytes(room.FeedbackReportFor(viewer, d.Id)))));
    }

    private static Script Marked(Script script) => script with
    {
        Plan = script.Plan with { Dossiers = [.. script.Plan.Dossiers.Select(d => d with { Title = Canary(d.Id), ShortTitle = Canary(d.Id), Files = [.. (d.Files ?? []).Select(f => f with { Id = Canary(d.Id), Name = Canary(d.Id) })] })] },
        Steps = [.. script.Steps.Select(s => s with { Act = Marked(s.Act) })],
    };

    /// <summary>What a seat says is marked with the dossier and the person; the leader's reasons for closing an item stay and are not.</summary>
    private static Script Voiced(Script script) => script with
    {
        Steps = [.. script.Steps.Select(s => s with { Act = s.Act is DossierAct and not (CloseItem or Reveal or RaiseConflict or Disclose) and { Dossier: var d } ? Said(s.Act, $"voice-{d}-{VoiceOf(script, s)}") : s.Act })],
    };

    /// <summary>Whose words they are: what the office writes of a text is the author's still.</summary>
    private static string VoiceOf(Script script, Step step) => step.Act is SettleFeedbackText settle ? script.Steps.First(s => s.Moment == Scriptwriter.MomentOf(settle)).By.Id : step.By.Id;

    private static string Canary(string dossier) => $"canary-{dossier}";

    private static RoomAct Marked(RoomAct act) => act switch
    {
        DossierAct { Dossier: var dossier } => Said(act, Canary(dossier)),
        Freeze { Dossier: { } dossier } a => a with { Reason = Canary(dossier) },
        MarkAbsent { Dossier: { } dossier } a => a with { Reason = Canary(dossier) },
        _ => act,
    };

    private static RoomAct Said(RoomAct act, string words) => act switch
    {
        CannotJudge a => a with { Reason = words },
        WriteComment a => a with { Text = words, Place = new Place(words, words) },
        WriteRemark a => a with { Text = words, Place = new Place(words, words) },
        Revise a => a with { Reason = words },
        RecordMinority a => a with { Text = words },
        CloseItem a => a with { Reason = words },
        Sign a => a with { Dissent = words },
        Reveal a => a with { Reason = words },
        Disclose a => a with { Reason = words },
        RaiseConflict a => a with { Note = words },
        SettleFeedbackText a => a with { Wording = words, Reason = words },
        _ => act,
    };
}
