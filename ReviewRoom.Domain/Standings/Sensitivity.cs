using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>
/// Is a rank safe (room.md 5)? The expert of one seat is left out of every dossier of his room, the panel minimum ignored;
/// a rank is safe if neither it, nor the quota place, nor the side of the 60 % line changes, whoever is left out.
/// </summary>
internal sealed class Sensitivity
{
    private sealed record Change(string Room, int Place, int? Rank, bool Decides);

    private readonly Ranked ranked;
    private readonly Change?[] changes;

    private Sensitivity(Ranked ranked)
    {
        this.ranked = ranked;
        changes = new Change?[ranked.Ordered.Length];
    }

    /// <summary>The standing of each contender, in order.</summary>
    public static ImmutableArray<StandingView> Of(Ranked ranked)
    {
        var sensitivity = new Sensitivity(ranked);
        foreach (var room in ranked.Ordered.Select(c => c.Room).DistinctBy(r => r.Id))
            for (var place = 0; place < room.Seats.Length; place++) sensitivity.LeaveOut(room, place);
        return [.. ranked.Ordered.Select((c, i) => sensitivity.StandingOf(c, i))];
    }

    private void LeaveOut(Room room, int place)
    {
        bool Touched(Contender c) => c.Room.Id == room.Id && c.Counts(place);
        if (!ranked.Ordered.Any(Touched)) return;
        var changed = ranked.Ordered.Where(Touched).Select(c => c.Without(place) is { } rate ? c with { Rate = rate } : null).OfType<Contender>();
        var ordered = Merge([.. ranked.Ordered.Where(c => !Touched(c))], Contender.Ordered(changed));
        var ranks = Contender.Ranks(ordered);
        var places = SameOrder(ordered) ? ranked.Places : ranked.PlacesOf(ordered);
        var indexes = new Dictionary<Dossier, int>(ordered.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < ordered.Length; i++) indexes[ordered[i].Dossier] = i;
        for (var i = 0; i < ranked.Ordered.Length; i++) Compare(i, new Change(room.Id, place, null, Decides: true), indexes.GetValueOrDefault(ranked.Ordered[i].Dossier, -1), ordered, ranks, places);
    }

    private void Compare(int i, Change gone, int now, ImmutableArray<Contender> ordered, int[] ranks, QuotaPlaces places)
    {
        var contender = ranked.Ordered[i];
        if (now < 0)
        {
            Note(i, gone);
            return;
        }
        var decides = ordered[now].Rate.Passes != contender.Rate.Passes || places.Brackets[now] != ranked.Places.Brackets[i];
        if (decides || ranks[now] != ranked.Ranks[i]) Note(i, gone with { Rank = ranks[now], Decides = decides });
    }

    /// <summary>Told is what decides before what only moves, and a seat of the dossier's own room before one of another.</summary>
    private void Note(int i, Change change)
    {
        var own = ranked.Ordered[i].Room.Id;
        if (changes[i] is not { } known || Weight(change, own) > Weight(known, own)) changes[i] = change;
    }

    private static int Weight(Change change, string own) => (change.Decides ? 2 : 0) + (change.Room == own ? 1 : 0);

    private StandingView StandingOf(Contender contender, int i)
    {
        var change = changes[i];
        var because = change is null ? null : new StandingReason("withoutSeat", NameOf(contender, change), change.Rank);
        return new StandingView(ranked.Ranks[i], ranked.Ordered.Length, change is null, change is not null || contender.Rate.IsBorderline, because, ranked.Places.Brackets[i]);
    }

    /// <summary>The seat as it is called beside this dossier; a seat of another room goes with that room's title, and without a name where labels hide it.</summary>
    private string? NameOf(Contender contender, Change change)
    {
        var room = contender.Room.Id == change.Room ? contender.Room : ranked.Ordered.First(c => c.Room.Id == change.Room).Room;
        var seat = room.Seats[change.Place].Letter;
        if (room.Id == contender.Room.Id)
            return room.Settings.MarkNames == MarkNames.Named || contender.Counts(change.Place) ? room.NameOf(contender.Dossier, seat) : null;
        return room.Settings.MarkNames == MarkNames.Named ? $"{room.Title} {seat}" : null;
    }

    private bool SameOrder(ImmutableArray<Contender> ordered)
    {
        if (ordered.Length != ranked.Ordered.Length) return false;
        var ranks = Contender.Ranks(ordered);
        for (var i = 0; i < ordered.Length; i++)
            if (!ReferenceEquals(ordered[i].Dossier, ranked.Ordered[i].Dossier) || ranks[i] != ranked.Ranks[i] || ordered[i].Rate.Passes != ranked.Ordered[i].Rate.Passes) return false;
        return true;
    }

    private static ImmutableArray<Contender> Merge(ImmutableArray<Contender> a, ImmutableArray<Contender> b)
    {
        var merged = ImmutableArray.CreateBuilder<Contender>(a.Length + b.Length);
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
            merged.Add(j == b.Length || (i < a.Length && a[i].Rate.Value >= b[j].Rate.Value) ? a[i++] : b[j++]);
        return merged.MoveToImmutable();
    }
}
