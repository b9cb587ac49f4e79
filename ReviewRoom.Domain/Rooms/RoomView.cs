using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

// What one viewer may know of a room. A member that the viewer may not know is null, and null members are absent from the JSON:
// absent is not zero and not empty. Rates and points are strings with fixed decimals because they are for reading, never for deciding.

/// <summary>A room as one viewer may see it (room.md 4 and 10). The only way anything of a room leaves the server.</summary>
/// <param name="Etag">SHA-256 (hex) over the canonical bytes of this view without the etag, the items of each dossier by a hash of their own: equal etags, equal sight.</param>
/// <param name="Events">The last milestones, newest first; they carry no values.</param>
/// <param name="OwnConflicts">The viewer's own conflicts, so that a recused person can contest; the dossier's own entry tells nothing but that word.</param>
/// <param name="Told">What the supervisor was told and when; for the supervisor and the office only.</param>
public sealed record RoomView(
    string Id, string Etag, string Title, string Session, string SessionTitle, string Rubric, RoomSettings Settings, ViewerView Viewer,
    FrozenView? Frozen, string? Focus, string? Deputy, ImmutableArray<SeatView> Seats, ImmutableArray<DossierView> Dossiers,
    ImmutableArray<MilestoneView> Events, ImmutableArray<MilestoneView>? Told, ImmutableArray<ConflictView>? OwnConflicts)
{
    /// <summary>Severity adjustment over the whole session; office and supervisor.</summary>
    public SeverityView? Severity { get; init; }

    /// <summary>The register of attendance; for the supervisor and the office.</summary>
    public AttendanceRegister? Attendance { get; init; }

    /// <summary>The ledger version this was projected from: orders two views of one viewer on the server, and never leaves it.</summary>
    [JsonIgnore]
    public long Moment { get; init; }

    /// <summary>The sitting that was adjourned, while the meeting is: until it is resumed nothing is scored, revealed or signed.</summary>
    public Sitting? Adjourned { get; init; }

    /// <summary>The sittings so far, where the meeting was ever adjourned.</summary>
    public ImmutableArray<Sitting>? Sittings { get; init; }

    /// <summary>Why all acts on this dossier stop now: adjourned, or frozen as a room or by itself.</summary>
    public FrozenView? StopOf(DossierView dossier) => Adjourned is { To: { } at } sitting ? new FrozenView(sitting.Reason ?? "", at) : Frozen ?? dossier.Frozen;

    /// <summary>Of a site review: the room whose document review it follows; office and supervisor.</summary>
    public string? SiteReviewOf { get; init; }

    /// <summary>True for a site review: it starts from what the document review left open.</summary>
    public bool? SiteReview { get; init; }

    /// <summary>True for a rehearsal: every screen says so, and no document comes of it.</summary>
    public bool? Rehearsal { get; init; }
}

/// <param name="Leads">True for the leader, and for the deputy while one is appointed.</param>
public sealed record ViewerView(string Kind, string? Seat, bool? Leads);

public sealed record FrozenView(string Reason, DateTimeOffset At);

public enum Presence { Offline, Online, LineLost }

/// <summary>A chair of the panel. Presence is what the server hears now, not a record.</summary>
/// <param name="LostMinutes">For how many whole minutes a lost line is lost.</param>
public sealed record SeatView(string Seat, string Name, bool? Leader, Presence Presence, int? LostMinutes = null);

/// <summary>A milestone in the room's life: what happened, to whom, never a value.</summary>
/// <param name="Kind">Kind of the entry (opened, submitted, revealed, recused, …): resource key <c>Event.{kind}</c>.</param>
public sealed record MilestoneView(DateTimeOffset At, string Kind, string? Seat, string? Dossier, string? Person, string? Reason);
