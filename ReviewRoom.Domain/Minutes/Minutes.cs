using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Minutes;

/// <summary>
/// A meeting's minutes: the fold of its stream, with the times and persons the room itself need not keep. <see cref="For"/> says what one viewer may have of them.
/// </summary>
public sealed partial class Minutes
{
    private readonly ImmutableDictionary<string, DossierPast> past;
    private readonly ImmutableArray<Recorded> entries;
    private readonly ILookup<string, Recorded> byDossier;

    private Minutes(Room room, ImmutableDictionary<string, DossierPast> past, ImmutableArray<Recorded> entries)
    {
        (Room, this.past, this.entries) = (room, past, entries);
        byDossier = entries.Where(e => e.Event is DossierEvent).ToLookup(e => ((DossierEvent)e.Event).Dossier, StringComparer.Ordinal);
    }

    /// <summary>The room as it stood after the last entry.</summary>
    public Room Room { get; }

    /// <summary>The same minutes, shown from the room as it stands to one person.</summary>
    public Minutes As(Room room) => ReferenceEquals(room, Room) ? this : new Minutes(room, past, entries);

    /// <param name="entries">The whole stream of the room, oldest first.</param>
    public static Minutes Of(string roomId, IEnumerable<Recorded> entries)
    {
        var (room, past, read) = (Room.Named(roomId), new Dictionary<string, DossierPast>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<Recorded>());
        foreach (var entry in entries)
        {
            var next = room.Apply(entry.Event, entry.Stamp);
            for (var i = 0; i < next.Dossiers.Length; i++)
            {
                var (before, now) = (i < room.Dossiers.Length ? room.Dossiers[i] : null, next.Dossiers[i]);
                if (!ReferenceEquals(before, now)) past[now.Id] = past.GetValueOrDefault(now.Id, DossierPast.None).After(next, before, now, entry);
            }
            room = next;
            read.Add(entry);
        }
        return new Minutes(room.Calmed(DateTimeOffset.MaxValue), past.ToImmutableDictionary(StringComparer.Ordinal), read.ToImmutable());
    }

    /// <summary>
    /// The minutes as this viewer may have them, by the ladder of room.md 4: built on his projection of the room, so that nothing stands here that he is not shown there,
    /// but for what belongs to office and supervisor alone. Null where he may not know of the room.
    /// </summary>
    public MinutesView? For(Viewer viewer)
    {
        if (Room.For(viewer) is not { } seen) return null;
        var chairs = viewer is Viewer.Office or Viewer.Supervisor;
        var rubric = Room.Rubric;
        return new MinutesView(
            Room.Id, Room.Title, Room.Session, seen.SessionTitle, new RubricName(rubric.Id, rubric.Version, rubric.Name, rubric.Standard, rubric.Provisional, rubric.TotalPoints),
            Room.Settings, seen.Viewer, entries[0].Stamp.At, [.. seen.Seats.Select(s => new PanelSeat(s.Seat, s.Name, s.Leader))],
            chairs ? Some(Replaced()) : null, Some(Deputies()), Pauses(entries, null), [.. seen.Dossiers.Select(d => Part(d, viewer, chairs))], [.. CitedArticle.All.Where(a => (a.Number != SiteArticle || Room.SiteReviewOf is not null) && (a.Number != WithdrawalArticle || Room.Dossiers.Any(d => d.TakenOff)))]) { SiteReviewOf = Room.SiteReviewOf, Attendance = Room.Register(viewer), Sittings = seen.Sittings, Rehearsal = seen.Rehearsal, Draw = Room.Draw };
    }

    /// <summary>Behind the site review, and cited where there was one.</summary>
    private const int SiteArticle = 17;

    /// <summary>Behind a dossier taken off the agenda, and cited where one was.</summary>
    private const int WithdrawalArticle = 13;

    private ImmutableArray<ReplacedSeat> Replaced()
    {
        var names = entries.Select(e => e.Event).OfType<RoomCreated>().SelectMany(c => c.Seats).ToDictionary(s => s.Seat, s => s.Name, StringComparer.Ordinal);
        var replaced = ImmutableArray.CreateBuilder<ReplacedSeat>();
        foreach (var entry in entries)
        {
            if (entry.Event is not SeatReplaced e) continue;
            replaced.Add(new ReplacedSeat(e.Seat, names.GetValueOrDefault(e.Seat, ""), e.Name, entry.Stamp.At, entry.Stamp.Actor));
            names[e.Seat] = e.Name;
        }
        return replaced.ToImmutable();
    }

    private ImmutableArray<DeputyTerm> Deputies() =>
        [.. entries.Where(e => e.Event is DeputyAppointed).Select(e => new DeputyTerm(((DeputyAppointed)e.Event).Seat, e.Stamp.At))];

    /// <summary>Times the room, or one dossier, was frozen.</summary>
    private static ImmutableArray<Pause> Pauses(IEnumerable<Recorded> entries, string? dossier)
    {
        var pauses = ImmutableArray.CreateBuilder<Pause>();
        foreach (var entry in entries)
        {
            if (entry.Event is FrozenBy frozen && frozen.Dossier == dossier) pauses.Add(new Pause(entry.Stamp.At, null, frozen.Reason));
            else if (entry.Event is Thawed thawed && thawed.Dossier == dossier && pauses.Count > 0) pauses[^1] = pauses[^1] with { Until = entry.Stamp.At };
        }
        return pauses.ToImmutable();
    }

    private static ImmutableArray<T>? Some<T>(ImmutableArray<T> list) => list.IsEmpty ? null : list;
}
