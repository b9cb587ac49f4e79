namespace ReviewRoom.Domain.Rooms;

// A rehearsal is played with the real agenda: whom its room shuts out of a dossier, it shuts out too.
public sealed partial record Room
{
    /// <summary>
    /// This rehearsal as it stands to one person: a dossier that its room bars to him now is barred to him here, in whatever phase and whatever was settled for practice.
    /// </summary>
    public Room BarredAsIn(Room original, string personId)
    {
        var barred = this;
        for (var i = 0; i < Dossiers.Length; i++)
        {
            var played = Dossiers[i];
            if (original.Find(played.Id) is not { } real || real.AccessOf(personId) <= played.AccessOf(personId)) continue;
            var conflicts = real.Conflicts.Where(c => c.PersonId == personId && (c.Recuses || c.Suspends))
                .Select(c => c with { Note = "", Reason = null, Contest = null, Basis = null, Awaiting = null, AwaitingBy = null });
            barred = barred with { Dossiers = barred.Dossiers.SetItem(i, played with { Conflicts = played.Conflicts.AddRange(conflicts) }) };
        }
        return barred;
    }
}
