using ReviewRoom.Domain.Feedback;

namespace ReviewRoom.Domain.Rooms;

// The ledger's side of the projection: whose eyes the body of an entry is for (room.md 4 and 10). Headers are for the office and the supervisor alone.
public sealed partial record Room
{
    /// <summary>May this viewer read the body of an entry of this room, as things stand now? Experts get no export at all.</summary>
    public bool MayReadBody(Viewer viewer, RoomEvent happened)
    {
        if (Made is null || viewer is not (Viewer.Office or Viewer.Supervisor) || PersonOf(viewer) is not { } person) return false;
        // The plan names every dossier of the agenda: not for one who may not even know a title.
        if (happened is RoomCreated) return Dossiers.All(d => d.AccessOf(person) == Access.Full);
        if (DossierOf(happened) is not { } id) return true;
        if (Find(id) is not { } dossier || dossier.AccessOf(person) != Access.Full) return false;
        return happened switch
        {
            Rooms.Declared or MarkGiven or JudgementDeclined or CommentWritten or RemarkWritten or Revised or MinorityRecorded or PaperRecorded or MarksKept => MayReadSealed(viewer, dossier, ((SheetEvent)happened).Seat),
            Rooms.Revealed or Opened { Start: not null } => !HidesNames(dossier),
            // The office's wording goes with the text it stands for.
            FeedbackTextSettled e => FeedbackTexts(dossier).Any(t => t.Id == e.Text),
            _ => true,
        };
    }

    private bool MayReadSealed(Viewer viewer, Dossier dossier, string seat)
    {
        var place = PlaceOf(seat);
        if (place < 0 || !dossier.Sheets[place].IsSubmitted) return false;
        if (viewer is Viewer.Supervisor supervisor && dossier.Disclosures.Any(d => d.PersonId == supervisor.PersonId)) return true;
        return dossier.IsRevealed && dossier.Counts(Seats[place], dossier.Sheets[place]) && !HidesNames(dossier);
    }

    /// <summary>Entries carry seats: where marks go by labels until the last signature, neither the marks nor the key to the labels may be read before.</summary>
    internal bool HidesNames(Dossier dossier) => Settings.MarkNames == MarkNames.Letters && dossier.Phase != Phase.Signed;

    private static string? DossierOf(RoomEvent happened) => happened switch
    {
        DossierEvent e => e.Dossier,
        FocusSet e => e.Dossier,
        FrozenBy e => e.Dossier,
        Thawed e => e.Dossier,
        SeatAbsent e => e.Dossier,
        SeatPresent e => e.Dossier,
        _ => null,
    };
}
