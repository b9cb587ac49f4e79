using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

// What may be shown and when (room.md 4, board discipline).
public sealed partial record Board
{
    public const int LongestTitle = 200;

    /// <summary>Decides an act of the office; to all others there is no board.</summary>
    public Outcome<BoardEvent> Decide(BoardAct act, Asking asking)
    {
        if (asking.By == Person.System) return act is MarkStale stale ? DecideStale(stale) : RefusalCode.NotAllowed;
        if (asking.By.Roles.HasFlag(Roles.Supervisor) && !asking.By.Roles.HasFlag(Roles.Office)) return Exists ? RefusalCode.NotAllowed : RefusalCode.NotFound;
        if (!asking.By.Roles.HasFlag(Roles.Office)) return RefusalCode.NotFound;
        if (act is CreateBoard create) return DecideCreate(create, asking);
        if (Made is null) return RefusalCode.NotFound;
        return act switch
        {
            Release release => DecideRelease(release),
            Correct correct => DecideCorrect(correct, asking.By),
            SetRatesFrom { Phase: Phase.Deliberation or Phase.Closed } rates => rates.Phase == RatesFrom ? RefusalCode.AlreadySettled : new RatesFromSet(rates.Phase),
            SetRatesFrom => Refusal.Malformed("phase"),
            Blank => IsBlank ? RefusalCode.AlreadySettled : new Blanked(),
            Show => IsBlank ? new ShownAgain() : RefusalCode.AlreadySettled,
            LockBoard => IsLocked ? RefusalCode.Locked : Ceremony is not null ? RefusalCode.CeremonyUnderWay : new BoardLocked(),
            UnlockBoard unlock => DecideUnlock(unlock),
            StartCeremony start => DecideStart(start),
            NextCeremony next => DecideNext(next, asking.At),
            EndCeremony end => DecideEnd(end),
            _ => RefusalCode.NotAllowed,
        };
    }

    private Outcome<BoardEvent> DecideCreate(CreateBoard act, Asking asking)
    {
        if (Made is not null) return RefusalCode.AlreadySettled;
        if (string.IsNullOrWhiteSpace(act.Title) || act.Title.Length > LongestTitle) return Refusal.Malformed("title");
        if (string.IsNullOrWhiteSpace(act.Session) || Rooms.RehearsalPlan.IsId(act.Session)) return Refusal.Malformed("session");
        if (act.RatesFrom is not (Phase.Deliberation or Phase.Closed)) return Refusal.Malformed("ratesFrom");
        return new BoardCreated(act.Title.Trim(), act.Session, act.SessionTitle.Trim(), act.RatesFrom, Convert.ToHexStringLower(asking.Entropy.Span[..16]));
    }

    private Outcome<BoardEvent> DecideRelease(Release act)
    {
        if (act.Now is not { } now) return RefusalCode.NotFound;
        if (IsLocked) return RefusalCode.Locked;
        if (Ceremony is not null) return RefusalCode.CeremonyUnderWay;
        if (act.Dossier is null) return act.All == true ? DecideReleaseAll(act.What, now) : Refusal.Malformed("dossier");
        if (IsBarred(now, act.Dossier, act.Room) is { } barred) return barred;
        if (now.Find(act.Dossier, act.Room) is not { } dossier) return RefusalCode.NotFound;
        return MayShow(dossier, act.What) is { } refusal ? refusal : new Released(act.What, All: false, now.Count, [dossier]);
    }

    /// <summary>Of all what may be shown now; the first refusal where nothing may.</summary>
    private Outcome<BoardEvent> DecideReleaseAll(What what, BoardSnapshot now)
    {
        ImmutableArray<DossierSnapshot> shown = [.. now.Dossiers.Where(d => MayShow(d, what) is null)];
        if (what != What.Count && shown.IsEmpty) return now.Dossiers.Select(d => MayShow(d, what)).FirstOrDefault() ?? new Refusal(RefusalCode.NotReleasable);
        return new Released(what, All: true, now.Count, shown);
    }

    /// <summary>Why this of a dossier may not be shown now, or null.</summary>
    internal Refusal? MayShow(DossierSnapshot dossier, What what)
    {
        if (IsLocked) return new Refusal(RefusalCode.Locked);
        if (what is What.Title or What.Count) return null;
        var shown = Find(dossier.Room, dossier.Dossier);
        if (shown is { Stale: true }) return new Refusal(RefusalCode.SecondPersonNeeded);
        if (dossier.Phase < RatesFrom || dossier.Phase < Phase.Deliberation) return new Refusal(RefusalCode.NotReleasable) { Phase = dossier.Phase };
        if (dossier.Points is null) return new Refusal(RefusalCode.NotReleasable);
        var oneChanged = dossier.Phase == Phase.Deliberation && shown?.Figures is { } figures && figures.ChangedSheets(dossier) == 1;
        return oneChanged ? new Refusal(RefusalCode.TwoSheetsMustChange) : null;
    }

    /// <summary>The same act by two named persons of the office; the second one's moment is what is shown.</summary>
    private Outcome<BoardEvent> DecideCorrect(Correct act, Person by)
    {
        if (act.Now is not { } now || string.IsNullOrEmpty(act.Dossier)) return RefusalCode.NotFound;
        if (IsBarred(now, act.Dossier, act.Room) is { } barred) return barred;
        if (now.Find(act.Dossier, act.Room) is not { } dossier || Find(dossier.Room, dossier.Dossier) is not { Figures: not null } shown) return RefusalCode.NotFound;
        if (!IsLocked && !shown.Stale) return RefusalCode.NotLocked;
        if (shown.AskedBy is null) return new CorrectionAsked(dossier.Room, dossier.Dossier);
        return shown.AskedBy == by.Id ? RefusalCode.SamePerson : new Corrected(now.Count, dossier);
    }

    private Outcome<BoardEvent> DecideUnlock(UnlockBoard act)
    {
        if (!IsLocked) return RefusalCode.NotLocked;
        if (string.IsNullOrWhiteSpace(act.Reason)) return new Refusal(RefusalCode.ReasonRequired) { Field = "reason" };
        if (act.Reason.Length > Room.LongestText) return new Refusal(RefusalCode.TextTooLong) { Field = "reason" };
        return new BoardUnlocked(act.Reason.Trim());
    }

    private Outcome<BoardEvent> DecideStale(MarkStale act)
    {
        if (Find(act.Room, act.Dossier) is not { Figures: not null } shown) return RefusalCode.NotFound;
        return shown.Stale ? RefusalCode.AlreadySettled : new Staled(act.Room, act.Dossier);
    }

    private static Refusal? IsBarred(BoardSnapshot now, string dossier, string? room)
    {
        foreach (var (key, access) in now.Barred)
            if (room is null ? key.EndsWith("/" + dossier, StringComparison.Ordinal) : key == DossierSnapshot.KeyOf(room, dossier))
                return new Refusal(access == Access.Recused ? RefusalCode.Recused : RefusalCode.Suspended);
        return null;
    }

    /// <summary>What is shown of a dossier: during a ceremony in the ladder, else in the list.</summary>
    private ShownDossier? Find(string room, string dossier) =>
        Ceremony?.Told.Find(t => t.Shown.Room == room && t.Shown.Dossier == dossier)?.Shown ?? Shown.Find(s => s.Room == room && s.Dossier == dossier);
}
