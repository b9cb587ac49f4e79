using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Leaks;

/// <summary>A request to the board of the hall, after the room's step at this moment.</summary>
internal sealed record BoardStep(int After, Person By, BoardAct Act);

/// <summary>The board of the hall over one room.</summary>
internal sealed class BoardWorld(World world)
{
    public Board Board { get; private set; } = Board.Named("hall");

    public BoardSnapshot Now(string? person) => BoardSnapshot.Of([world.Room], Board.Exists ? Board.Salt : "", person);

    public Outcome<BoardEvent> Play(BoardStep step, int number)
    {
        var at = Given.Start.AddSeconds(5 * number);
        var outcome = Board.Decide(WithSnapshot(step.Act, step.By), new Asking(step.By, at, new byte[32]));
        if (outcome.Event is { } happened) Board = Board.Apply(happened, new Stamp(Board.Version + 1, at, step.By.Id));
        return outcome;
    }

    /// <summary>What the program marks as recomputing after a change of the room.</summary>
    public ImmutableArray<BoardStep> Stale(int moment) =>
        Board.Exists ? [.. Board.Outdated(Now(null)).Select(o => new BoardStep(moment, Person.System, new MarkStale(o.Room, o.Dossier)))] : [];

    private BoardAct WithSnapshot(BoardAct act, Person by) => act switch
    {
        Release a => a with { Now = Now(by.Id) },
        Correct a => a with { Now = Now(by.Id) },
        StartCeremony a => a with { Now = Now(by.Id) },
        // The announcer's page knows how many places are told.
        NextCeremony => new NextCeremony(Told) { Now = Now(by.Id) },
        _ => act,
    };

    private int Told => Board.For(new Viewer.Board("hall"))?.Ceremony?.Told ?? 0;
}

/// <summary>Writes what the office does at the board while a meeting is played: programme, privacy key, lock, corrections and ceremonies, at any time.</summary>
internal static class BoardScript
{
    public static ImmutableArray<BoardStep> Of(Script script, Choices choices)
    {
        var steps = ImmutableArray.CreateBuilder<BoardStep>();
        steps.Add(new BoardStep(script.Steps[0].Moment, Given.Office, new CreateBoard("Hall", script.Plan.Session, script.Plan.SessionTitle, choices.One<Phase>(Phase.Deliberation, Phase.Closed))));
        foreach (var step in script.Steps)
            for (var chance = step.Act is Close or Sign or Reveal ? 60 : 12; choices.Chance(chance); chance -= 10)
                steps.Add(new BoardStep(step.Moment, choices.One<Person>(Given.Office, Given.Office2), Act(choices)));
        // An evening that is told to its end, where the meeting allows it.
        if (choices.Chance(60))
        {
            BoardAct[] evening = [new UnlockBoard("unlocked"), new Show(), new StartCeremony(choices.One<CeremonyScope>(CeremonyScope.All, CeremonyScope.All, CeremonyScope.Winners)), new NextCeremony(0), new NextCeremony(0), new EndCeremony("stopped"), new Release(null, What.Rate, true)];
            steps.AddRange(evening.Select(act => new BoardStep(script.Steps[^1].Moment, Given.Office, act)));
        }
        return steps.ToImmutable();
    }

    private static BoardAct Act(Choices choices)
    {
        var dossier = choices.One<string>("d1", "d2");
        return choices.Below(14) switch
        {
            0 or 1 => new Release(dossier, What.Title),
            2 or 3 => new Release(dossier, What.Count),
            4 or 5 => new Release(dossier, What.Rate),
            6 => new Release(dossier, What.Rank),
            7 => new Release(null, choices.One<What>(What.Count, What.Rate, What.Rank), true),
            8 => new Blank(),
            9 => new Show(),
            10 => choices.Chance(30) ? new LockBoard() : new UnlockBoard("unlocked"),
            11 => new Correct(dossier),
            12 => new StartCeremony(choices.One<CeremonyScope>(CeremonyScope.Winners, CeremonyScope.Main, CeremonyScope.All)),
            _ => choices.Chance(60) ? new NextCeremony(0) : new EndCeremony("stopped"),
        };
    }
}
