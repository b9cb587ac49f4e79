using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>
/// One panel's meeting over an agenda of dossiers (评审室): the unit of consistency, of liveness and of secrecy.
/// The fold of its ledger stream; <see cref="Decide"/> says yes or no to an act, <see cref="Apply"/> gives the next state, <see cref="For"/> what one viewer may know.
/// </summary>
public sealed partial record Room : IStreamState<Room, RoomAct, RoomEvent>
{
    /// <summary>Longest text an act may carry, in characters.</summary>
    public const int LongestText = 4000;

    [JsonConstructor]
    private Room(string id) => Id = id;

    /// <summary>A room that has no entry yet.</summary>
    public static Room Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }
    private RoomCreated? Made { get; init; }

    /// <summary>When the panel was formed: conflicts of interest count back from that day.</summary>
    public DateTimeOffset FormedAt { get; init; }
    public ImmutableArray<Seat> Seats { get; init; } = [];
    public ImmutableArray<Dossier> Dossiers { get; init; } = [];
    public Frozen? Frozen { get; init; }
    public string? Focus { get; init; }
    public string? Deputy { get; init; }
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;
    /// <summary>By person: when he first acted.</summary>
    private ImmutableDictionary<string, DateTimeOffset> Began { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;
    private ImmutableList<Milestone> Milestones { get; init; } = [];

    public bool Exists => Made is not null;
    public string Title => Plan.Title;
    public string Session => Plan.Session;
    public string SessionTitle => Plan.SessionTitle;
    public Rubric Rubric => Plan.Rubric;
    public RoomSettings Settings => Plan.Settings;

    /// <summary>The draw the panel came from; null where it was named.</summary>
    public string? Draw => Plan.Draw;
    /// <summary>Set where this is a rehearsal; then nothing here is a record.</summary>
    public RehearsalPlan? Rehearsal => Made?.Rehearsal;
    private RoomCreated Plan => Made ?? throw new InvalidOperationException("The room has no entry yet.");

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public Tally TallyOf(Dossier dossier) => Tally.Of(dossier, Seats, Rubric, Settings);

    /// <summary>
    /// Who a person is in this room. Roles do not add up: who has a seat here is only that seat, whatever else he is elsewhere.
    /// </summary>
    public Viewer ViewerOf(Person person)
    {
        if (person == Person.System) return new Viewer.Program();
        var seat = Seats.FirstOrDefault(s => s.PersonId == person.Id);
        if (seat is not null) return person.Roles.HasFlag(Roles.Expert) ? new Viewer.Expert(person.Id, seat.Letter) : new Viewer.Stranger();
        if (person.Roles.HasFlag(Roles.Office)) return new Viewer.Office(person.Id);
        return person.Roles.HasFlag(Roles.Supervisor) ? new Viewer.Supervisor(person.Id) : new Viewer.Stranger();
    }

    /// <summary>What the server hears of a seat's line; not an act, not recorded.</summary>
    /// <param name="lostMinutes">For how many whole minutes a lost line is lost.</param>
    public Room Heard(string personId, Presence presence, int? lostMinutes = null)
    {
        var place = PlaceOfPerson(personId);
        return place < 0 || (Seats[place].Presence == presence && Seats[place].LostMinutes == lostMinutes)
            ? this : this with { Seats = Seats.SetItem(place, Seats[place] with { Presence = presence, LostMinutes = lostMinutes }) };
    }

    public int PlaceOf(string seat)
    {
        for (var i = 0; i < Seats.Length; i++)
            if (Seats[i].Letter == seat) return i;
        return -1;
    }

    private int PlaceOfPerson(string personId)
    {
        for (var i = 0; i < Seats.Length; i++)
            if (Seats[i].PersonId == personId) return i;
        return -1;
    }

    private int AgendaPlace(string dossier)
    {
        for (var i = 0; i < Dossiers.Length; i++)
            if (Dossiers[i].Id == dossier) return i;
        return -1;
    }

    public Dossier? Find(string dossier) => AgendaPlace(dossier) is >= 0 and var place ? Dossiers[place] : null;

    /// <summary>The leader, or the deputy while one is appointed, leads the panel (组长负责制).</summary>
    public bool Leads(string seat) => Deputy is null ? Seats.Any(s => s.Letter == seat && s.Leader) : Deputy == seat;

    /// <summary>Dossiers this person is recused from, or suspended.</summary>
    public IEnumerable<string> BarredTo(string personId) => Dossiers.Where(d => d.AccessOf(personId) != Access.Full).Select(d => d.Id);

    /// <summary>Who is out of which dossier, in one text: equal texts, the same persons out.</summary>
    public string Outs => string.Join(';', Dossiers.SelectMany(d => d.Conflicts.Select(c => c.PersonId).Distinct(StringComparer.Ordinal).Where(p => d.AccessOf(p) != Access.Full).Select(p => $"{d.Id} {p}")));

    /// <summary>Seats whose conflict is raised and not settled, in seat order.</summary>
    private ImmutableArray<string> Suspended(Dossier dossier) => [.. Seats.Where(s => dossier.AccessOf(s.PersonId) == Access.Suspended).Select(s => s.Letter)];

    /// <summary>Seats on the panel for a dossier whose sheet is not in, in seat order.</summary>
    private ImmutableArray<string> MissingSheets(Dossier dossier) =>
        [.. Seats.Where((s, i) => dossier.Sheets[i].Absent is null && !dossier.Sheets[i].IsSubmitted && dossier.AccessOf(s.PersonId) != Access.Recused).Select(s => s.Letter)];
}
