using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Tests.Ranks;

namespace ReviewRoom.Tests.Hall;

/// <summary>A board and the panels behind it, driven by acts.</summary>
internal sealed class Hall(params Panel[] panels)
{
    private static readonly Person Office = new("office", "Office", Roles.Office);
    private static readonly Person Second = new("office2", "Second", Roles.Office);
    private readonly DateTimeOffset start = new(2026, 9, 17, 12, 0, 0, TimeSpan.Zero);

    public Board Board { get; private set; } = Board.Named("hall");
    public Panel[] Panels { get; set; } = panels;
    public BoardView View => Board.For(new Viewer.Board("hall")) ?? throw new InvalidOperationException("no view");
    public ImmutableArray<BoardRow> Rows => View.Rows ?? [];

    public static Hall Of(params Panel[] panels) => Of(Phase.Closed, panels);

    public static Hall Of(Phase ratesFrom, params Panel[] panels)
    {
        var hall = new Hall(panels);
        Assert.Null(hall.Ask(new CreateBoard("Hall", "s1", "Session one", ratesFrom)));
        return hall;
    }

    public RefusalCode? Ask(BoardAct act, string by = "office") => Ask(act, by switch { "office" => Office, "office2" => Second, "system" => Person.System, _ => new Person(by, by, Roles.Expert) });

    public RefusalCode? Ask(BoardAct act, Person by)
    {
        var entropy = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
        var outcome = Board.Decide(WithSnapshot(act, by), new Asking(by, At, entropy));
        if (outcome.Event is { } happened) Board = Board.Apply(happened, new Stamp(Board.Version + 1, At, by.Id));
        return outcome.Refusal?.Code;
    }

    /// <summary>The ceremony's announcer presses his key.</summary>
    public RefusalCode? Next(string by = "office") => Ask(new NextCeremony(View.Ceremony?.Told ?? 0), by);

    public BoardDesk Desk(Viewer viewer, string person) => Board.DeskFor(viewer, Now(person)) ?? throw new InvalidOperationException("no desk");

    public BoardSnapshot Now(string? person) => BoardSnapshot.Of(Panels.Select(p => p.Room), Board.Salt, person);

    /// <summary>Long enough between two entries for a place of a ceremony to be shown.</summary>
    private DateTimeOffset At => start.AddSeconds(5 * Board.Version);

    public RefusalCode? Release(What what, string? dossier = null, string by = "office") => Ask(new Release(dossier, what, dossier is null ? true : null), by);

    /// <summary>What the program does after every change of a room.</summary>
    public void Look()
    {
        foreach (var (room, dossier) in Board.Outdated(BoardSnapshot.Of(Panels.Select(p => p.Room), Board.Salt, null)).ToArray())
            Assert.Null(Ask(new MarkStale(room, dossier), "system"));
    }

    private BoardAct WithSnapshot(BoardAct act, Person by) => act switch
    {
        Release release => release with { Now = Now(by.Id) },
        Correct correct => correct with { Now = Now(by.Id) },
        StartCeremony begun => begun with { Now = Now(by.Id) },
        NextCeremony next => next with { Now = Now(by.Id) },
        _ => act,
    };
}
