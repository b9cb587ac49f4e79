using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Leaks;

/// <summary>What a changed fact is about, for telling who may know it.</summary>
internal enum FactKind
{
    /// <summary>On a sheet before its submission; the sheet's total is the same in both worlds.</summary>
    Sheet,
    /// <summary>A mark that changes the sheet's total: the office may see it in a figure over several sheets.</summary>
    SheetTotal,
    /// <summary>Said or changed at the table, from the reveal on.</summary>
    Table,
    /// <summary>The leader's word on an item: it stays when he is voided himself.</summary>
    Closing,
    /// <summary>The words of a conflict, its dismissal or an absence: office and supervisor.</summary>
    Chairing,
    /// <summary>The kind of a conflict: office, supervisor and the person concerned.</summary>
    ConflictType,
    /// <summary>What everybody on the dossier is told: why it was frozen or revealed early.</summary>
    Dossier,
    /// <summary>Why the supervisor looked at sealed values.</summary>
    Disclosure,
}

/// <summary>A fact that two worlds differ in.</summary>
/// <param name="Seat">Whose it is, where it is a seat's.</param>
/// <param name="Person">Whom it concerns or who did it.</param>
/// <param name="Extra">The worlds also differ in how many acts there were.</param>
internal sealed record Fact(FactKind Kind, string Dossier, string? Seat, string? Person, bool Extra = false);

/// <summary>
/// The ladder of room.md 4, kept apart from the projection: a small model of phases, submissions and conflicts that says who may know of a fact now.
/// </summary>
internal sealed class Ladder
{
    private readonly Dictionary<string, Phase> phases = [];
    private readonly HashSet<(string Dossier, string Seat)> submitted = [];
    private readonly HashSet<(string Dossier, string Seat)> everSubmitted = [];
    private readonly HashSet<(string Dossier, string Person)> disclosed = [];
    private readonly Dictionary<string, (string Dossier, string Person, bool Direct, string State)> conflicts = [];

    public bool IsRevealed(string dossier) => phases.GetValueOrDefault(dossier) >= Phase.Deliberation;

    public void Note(RoomEvent happened, Person by)
    {
        switch (happened)
        {
            case Opened e: phases[e.Dossier] = Phase.Independent; break;
            case Revealed e: phases[e.Dossier] = Phase.Deliberation; break;
            case DossierClosed e: phases[e.Dossier] = Phase.Closed; break;
            case Submitted e: submitted.Add((e.Dossier, e.Seat)); everSubmitted.Add((e.Dossier, e.Seat)); break;
            case PaperConfirmed e: submitted.Add((e.Dossier, e.Seat)); everSubmitted.Add((e.Dossier, e.Seat)); break;
            case PaperWithdrawn e: submitted.Remove((e.Dossier, e.Seat)); break;
            case TakenBack e: submitted.Remove((e.Dossier, e.Seat)); break;
            case Disclosed e: disclosed.Add((e.Dossier, by.Id)); break;
            case Declared { Conflict: true, ConflictId: { } id } e: conflicts[id] = (e.Dossier, by.Id, true, IsRevealed(e.Dossier) ? "raised" : "confirmed"); break;
            case ConflictRaised { Effective: true } e: conflicts[e.Id] = (e.Dossier, e.PersonId, e.Strength == ConflictStrength.Direct, "raised"); break;
            case ConflictConfirmed { Effective: true } e: conflicts[e.Id] = conflicts[e.Id] with { State = "confirmed" }; break;
            case ConflictDismissed { Effective: true } e: conflicts[e.Id] = conflicts[e.Id] with { State = "dismissed" }; break;
        }
    }

    /// <summary>Suspended or recused: sees nothing of the dossier but that word.</summary>
    public bool IsOut(string person, string dossier) =>
        conflicts.Values.Any(c => c.Dossier == dossier && c.Person == person && (c.State == "confirmed" || (c.State == "raised" && c.Direct)));

    /// <summary>What a person is told of his own conflicts on a dossier: the ids and how they stand.</summary>
    public string OwnConflicts(string person, string dossier) =>
        string.Join(' ', conflicts.Where(c => c.Value.Dossier == dossier && c.Value.Person == person).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}:{c.Value.State}"));

    /// <summary>May this viewer know of the fact now?</summary>
    public bool MayKnow(Viewer viewer, Fact fact) => viewer switch
    {
        Viewer.Expert expert => ExpertMayKnow(expert, fact),
        Viewer.Office office => !IsOut(office.PersonId, fact.Dossier) && OfficeMayKnow(fact) || IsOwnConflict(office.PersonId, fact),
        Viewer.Supervisor supervisor => !IsOut(supervisor.PersonId, fact.Dossier) && SupervisorMayKnow(supervisor, fact),
        _ => false,
    };

    private bool ExpertMayKnow(Viewer.Expert expert, Fact fact)
    {
        var own = fact.Person == expert.PersonId;
        // His own acts are counted for him (the number on his receipt), and his own conflict is told to him.
        if (own && (fact.Extra || fact.Kind is FactKind.ConflictType)) return true;
        if (IsOut(expert.PersonId, fact.Dossier)) return false;
        var sees = IsRevealed(fact.Dossier) && submitted.Contains((fact.Dossier, expert.Seat));
        return fact.Kind switch
        {
            FactKind.Sheet or FactKind.SheetTotal => own || (sees && Counts(fact)),
            FactKind.Table => own || (sees && Counts(fact)),
            FactKind.Closing => own || sees,
            FactKind.Disclosure => sees,
            FactKind.Dossier => true,
            _ => false,
        };
    }

    /// <summary>
    /// The minutes give office and supervisor the result with the sheets voided since the reveal (room.md 6): of such a sheet its total is told, for ever.
    /// </summary>
    public bool IsToldByMinutes(Viewer viewer, Fact fact) => viewer is Viewer.Office or Viewer.Supervisor
        && fact.Kind is FactKind.Sheet or FactKind.SheetTotal or FactKind.Table && IsRevealed(fact.Dossier) && fact.Seat is { } seat && everSubmitted.Contains((fact.Dossier, seat));

    private bool OfficeMayKnow(Fact fact) => fact.Kind switch
    {
        FactKind.Sheet => IsRevealed(fact.Dossier) && Counts(fact),
        FactKind.SheetTotal => IsRevealed(fact.Dossier) ? Counts(fact) : fact.Seat is { } seat && everSubmitted.Contains((fact.Dossier, seat)),
        _ => true,
    };

    private bool SupervisorMayKnow(Viewer.Supervisor supervisor, Fact fact) =>
        fact.Kind is not (FactKind.Sheet or FactKind.SheetTotal) || ((IsRevealed(fact.Dossier) || disclosed.Contains((fact.Dossier, supervisor.PersonId))) && Counts(fact));

    private static bool IsOwnConflict(string person, Fact fact) => fact.Kind == FactKind.ConflictType && fact.Person == person;

    /// <summary>The sheet is in and its seat is on the panel: a draft and a voided sheet are nobody's.</summary>
    private bool Counts(Fact fact) => fact is { Seat: { } seat, Person: { } person } && submitted.Contains((fact.Dossier, seat)) && !IsOut(person, fact.Dossier);
}
