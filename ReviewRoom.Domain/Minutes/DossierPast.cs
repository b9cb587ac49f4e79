using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Minutes;

/// <summary>What a room does not keep of a dossier and its minutes must tell: who was at the table, when seats were absent, where the chain stood at the last signature.</summary>
internal sealed record DossierPast
{
    public static readonly DossierPast None = new();

    /// <summary>Seats whose sheet counted at some moment since the reveal.</summary>
    public ImmutableSortedSet<string> AtTheTable { get; private init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    public ImmutableArray<Absence> Absences { get; private init; } = [];
    public DateTimeOffset? SignedAt { get; private init; }
    public string? Head { get; private init; }
    /// <summary>Version of the entry that completed the signatures.</summary>
    public long? SignedVersion { get; private init; }

    /// <summary>The same after one more entry.</summary>
    public DossierPast After(Room room, Dossier? before, Dossier now, Recorded entry)
    {
        var next = this;
        for (var i = 0; i < room.Seats.Length; i++)
        {
            var (seat, was, reason) = (room.Seats[i], before?.Sheets[i].Absent, now.Sheets[i].Absent);
            if (now.IsRevealed && now.Counts(seat, now.Sheets[i])) next = next with { AtTheTable = next.AtTheTable.Add(seat.Letter) };
            if (was is null && reason is not null) next = next with { Absences = next.Absences.Add(new Absence(seat.Letter, entry.Stamp.At, null, reason)) };
            if (was is not null && reason is null) next = next.Ended(seat.Letter, entry.Stamp.At);
        }
        return now.Phase == Phase.Signed && before?.Phase != Phase.Signed ? next with { SignedAt = entry.Stamp.At, Head = entry.Hash, SignedVersion = entry.Stamp.Version } : next;
    }

    private DossierPast Ended(string seat, DateTimeOffset at) =>
        this with { Absences = [.. Absences.Select(a => a.Seat == seat && a.Until is null ? a with { Until = at } : a)] };
}
