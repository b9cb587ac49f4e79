using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Ranks;

/// <summary>A small panel written down by its events: a table of two criteria (60 and 40 points), seats A, B, C … held by p-A@room, p-B@room ….</summary>
internal sealed record Panel(Room Room, DateTimeOffset Now)
{
    public static readonly Viewer Office = new Viewer.Office("office");
    public static readonly Viewer Supervisor = new Viewer.Supervisor("supervisor");

    public static Panel Of(string id, int seats, params string[] dossiers) => Of(id, seats, new RoomSettings(Minimum: 3), [.. dossiers.Select(d => new DossierPlan(d, "Title " + d, ApplicantKind.Organisation))]);

    public static Panel Of(string id, int seats, RoomSettings settings, ImmutableArray<DossierPlan> dossiers)
    {
        var plans = Enumerable.Range(0, seats).Select(i => ((char)('A' + i)).ToString()).Select(s => new SeatPlan(s, $"p-{s}@{id}", $"Name {s}@{id}", s == "A"));
        var start = new DateTimeOffset(2026, 9, 17, 9, 0, 0, TimeSpan.Zero);
        return new Panel(Room.Named(id), start).With(new RoomCreated(id + " panel", "s1", "Session one", Table(), settings, [.. plans], dossiers));
    }

    public Panel With(RoomEvent happened, string actor = "office") =>
        new(Room.Apply(happened, new Stamp(Room.Version + 1, Now.AddSeconds(1), actor)), Now.AddSeconds(1));

    /// <summary>Opened, and a submitted sheet of each rate given: the same rate on both criteria, from seat A on.</summary>
    public Panel Scored(string dossier, params int[] rates)
    {
        var panel = With(new Opened(dossier));
        for (var i = 0; i < rates.Length; i++) panel = panel.Sheet(dossier, ((char)('A' + i)).ToString(), rates[i], rates[i]);
        return panel;
    }

    public Panel Sheet(string dossier, string seat, int first, int second) => this
        .With(new Declared(dossier, seat, false, null, null, null))
        .With(new MarkGiven(dossier, seat, "1.1", new Rate(first)))
        .With(new MarkGiven(dossier, seat, "1.2", new Rate(second)))
        .With(new Submitted(dossier, seat, false));

    public Panel Revealed(string dossier, params int[] rates) =>
        Scored(dossier, rates).With(new Revealed(dossier, null, [], [.. Room.Seats.Select((_, i) => ((char)('P' + i)).ToString())]));

    public Panel Closed(string dossier, params int[] rates) => Revealed(dossier, rates).With(new DossierClosed(dossier));

    public Panel Revised(string dossier, string seat, int rate) => With(new Revised(dossier, seat, "1.1", null, new Rate(rate), "moved", null));

    public Panel Recused(string dossier, string seat) => this
        .With(new ConflictRaised(dossier, "c-" + dossier + seat, seat, $"p-{seat}@{Room.Id}", "RELATIVE", "note", ConflictSource.Office, ConflictStrength.Direct, true))
        .With(new ConflictConfirmed(dossier, "c-" + dossier + seat, true));

    public Panel OfficeRecused(string dossier, string person) => this
        .With(new ConflictRaised(dossier, "c-" + dossier + person, null, person, "RELATIVE", "note", ConflictSource.Office, ConflictStrength.Direct, true))
        .With(new ConflictConfirmed(dossier, "c-" + dossier + person, true));

    public Viewer Seat(string letter) => new Viewer.Expert($"p-{letter}@{Room.Id}", letter);

    public StandingsView StandingsFor(Viewer viewer, params Panel[] others) => Standings.Of([Room, .. others.Select(o => o.Room)]).For(viewer);

    private static Rubric Table()
    {
        static Words Same(string text) => new(text, text);
        var bands = new BandSet("b", Same("b"), [], [new Band("all", 0, 100, Same("all"), [])]);
        return new Rubric("test", 1, Same("Test"), "test", false, [bands],
            [new Category("1", Same("One"), 100, [new Criterion("1.1", Same("a"), 60, "process", "b", null), new Criterion("1.2", Same("b"), 40, "process", "b", null)])]);
    }
}
