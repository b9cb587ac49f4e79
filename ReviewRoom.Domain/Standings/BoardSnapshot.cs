using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>How far a session has come.</summary>
/// <param name="Revealed">Dossiers revealed, of <paramref name="Of"/>.</param>
/// <param name="Rankable">Revealed dossiers that are valid for ranking.</param>
/// <param name="AsOf">Day of the latest reveal: on it the validity of earlier awards is looked at.</param>
public sealed record SessionCount(int Revealed, int Of, int Rankable, DateOnly? AsOf);

/// <summary>One dossier at the moment of a release: what a board may be given of it, and by what it is known later whether its sheets have changed.</summary>
/// <param name="Points">The official total as a fraction in lowest terms; absent while the dossier is blind or cannot be ranked.</param>
/// <param name="Total">Points of the rubric.</param>
/// <param name="Sheets">Fingerprint of each counted sheet by seat, from the reveal on. Never leaves towards a board.</param>
public sealed record DossierSnapshot(
    string Room, string Dossier, string Title, ApplicantKind Kind, Phase Phase, int Submitted, int Eligible, int Recused, string? Points, int Total,
    bool? Agreed, int? Minority, ImmutableArray<WonBefore>? Won, ImmutableSortedDictionary<string, string>? Sheets, string? ShortTitle = null)
{
    internal string Key => KeyOf(Room, Dossier);

    internal static string KeyOf(string room, string dossier) => $"{room}/{dossier}";

    internal ScoreRate? Rate => Points is { } points ? ScoreRate.Of(Fraction(points), Total) : null;

    private static Rational Fraction(string text)
    {
        var parts = text.Split('/');
        return new Rational(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length == 1 ? 1 : BigInteger.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    internal Contestant Contestant => new(Key, Kind, Rate?.Value * Total ?? Rational.Zero, Total, Won);

    /// <summary>The dossier as it is now; made once per state of the dossier and board.</summary>
    public static DossierSnapshot Of(Room room, Dossier dossier, string salt)
    {
        if (Known.TryGetValue(dossier, out var known) && known.Salt == salt) return known.Snapshot;
        var made = Made(room, dossier, salt);
        Known.AddOrUpdate(dossier, new Taken(salt, made));
        return made;
    }

    private static readonly ConditionalWeakTable<Dossier, Taken> Known = [];

    private sealed record Taken(string Salt, DossierSnapshot Snapshot);

    private static DossierSnapshot Made(Room room, Dossier dossier, string salt)
    {
        var tally = room.TallyOf(dossier);
        var eligible = room.Seats.Where((s, i) => dossier.IsEligible(s, dossier.Sheets[i])).Count();
        var recused = room.Seats.Count(s => dossier.AccessOf(s.PersonId) == Access.Recused);
        var plain = new DossierSnapshot(
            room.Id, dossier.Id, dossier.Plan.Title, dossier.Plan.Kind, dossier.Phase, tally.Counted.Length, eligible, recused, null, room.Rubric.TotalPoints,
            null, null, dossier.Plan.Won, null, dossier.Plan.ShortTitle);
        if (!dossier.IsRevealed) return plain;
        return plain with
        {
            Points = tally.Valid ? tally.Total?.ToString() : null,
            Agreed = tally.Items.All(i => !i.Open),
            Minority = dossier.Talks.Values.Sum(t => t.Minority.Count(m => tally.Counted.Contains(room.PlaceOf(m.Seat)))),
            Sheets = tally.Counted.ToImmutableSortedDictionary(i => room.Seats[i].Letter, i => FingerprintOf(dossier.Sheets[i], $"{salt}|{room.Id}|{dossier.Id}"), StringComparer.Ordinal),
        };
    }

    private static string FingerprintOf(Sheet sheet, string salt) =>
        Canonical.Hash(Encoding.UTF8.GetBytes($"{salt}|{sheet.Seat}|{string.Join(',', sheet.Marks)}"))[..16];

    /// <summary>Sheets that differ, came or went between two snapshots.</summary>
    internal int ChangedSheets(DossierSnapshot later)
    {
        var (was, now) = (Sheets ?? NoSheets, later.Sheets ?? NoSheets);
        return was.Count(s => now.GetValueOrDefault(s.Key) != s.Value) + now.Count(s => !was.ContainsKey(s.Key));
    }

    /// <summary>Whether a sheet that was counted is counted no more.</summary>
    internal bool LostSheet(DossierSnapshot later) => (Sheets ?? NoSheets).Keys.Any(seat => later.Sheets?.ContainsKey(seat) != true);

    private static readonly ImmutableSortedDictionary<string, string> NoSheets = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>A seat whose person must not see what is about to be shown.</summary>
/// <param name="Present">Heard in the room now.</param>
public sealed record SeatToLeave(string Seat, string Name, bool Present);

/// <summary>All rooms of a session at one moment, as far as one member of the office may handle them.</summary>
/// <param name="Barred">Dossiers this member is recused or suspended from: another must release them.</param>
/// <param name="Leave">Persons on a panel who are recused from a dossier, by its key.</param>
public sealed record BoardSnapshot(
    SessionCount Count, ImmutableArray<DossierSnapshot> Dossiers, ImmutableDictionary<string, Access> Barred, ImmutableDictionary<string, ImmutableArray<SeatToLeave>> Leave)
{
    /// <summary>Without calibration dossiers: they count for nothing. What this member of the office, or the program (<see langword="null"/>), may handle of the rooms of a session.</summary>
    public static BoardSnapshot Of(IEnumerable<Room> rooms, string salt, string? office)
    {
        (Room Room, Dossier Dossier)[] reviews = [.. rooms.Where(r => r.Exists).OrderBy(r => r.Id, StringComparer.Ordinal).SelectMany(r => r.Dossiers.Where(d => d.Stands).Select(d => (r, d)))];
        var all = SiteReview.Standing(reviews, d => d.Phase > Phase.Waiting).Select(r => (r.Room, r.Dossier, Key: DossierSnapshot.KeyOf(r.Room.Id, r.Dossier.Id))).ToArray();
        var revealed = all.Where(a => a.Dossier.IsRevealed).ToArray();
        var chaired = all.Where(a => office is null || a.Room.Seats.All(s => s.PersonId != office)).ToArray();
        var barred = chaired.Where(a => office is not null && a.Dossier.AccessOf(office) != Access.Full).ToImmutableDictionary(a => a.Key, a => a.Dossier.AccessOf(office ?? ""));
        var open = chaired.Where(a => !barred.ContainsKey(a.Key)).ToArray();
        return new BoardSnapshot(
            new SessionCount(revealed.Length, all.Length, revealed.Count(a => a.Room.TallyOf(a.Dossier).Valid), DayOf(revealed.Max(a => a.Dossier.Revealed?.At))),
            [.. open.Select(a => DossierSnapshot.Of(a.Room, a.Dossier, salt))], barred,
            open.ToImmutableDictionary(a => a.Key, a => ToLeave(a.Room, a.Dossier)));
    }

    /// <summary>The dossier an act names; the room may be left out where no other has a dossier of this id.</summary>
    internal DossierSnapshot? Find(string dossier, string? room)
    {
        var found = Dossiers.Where(d => d.Dossier == dossier && (room is null || d.Room == room)).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;

    private static ImmutableArray<SeatToLeave> ToLeave(Room room, Dossier dossier) =>
        [.. room.Seats.Where(s => dossier.AccessOf(s.PersonId) != Access.Full).Select(s => new SeatToLeave(s.Letter, s.Name, s.Presence == Presence.Online))];
}
