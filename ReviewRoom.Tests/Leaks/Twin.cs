using System.Collections.Immutable;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Leaks;

/// <summary>A script, the same script with one fact changed or with acts added, and what the fact is about.</summary>
internal sealed record Twin(Script Script, Script Changed, Fact Fact, int Moment)
{
    /// <summary>Chooses a kind of act and then one step of it that can carry a hidden fact, and changes it; null where the script has none.</summary>
    public static Twin? Of(Script script, Choices choices)
    {
        var kinds = script.Steps.Where(s => FactOf(script, s) is not null).GroupBy(s => s.Act.GetType()).ToArray();
        if (kinds.Length == 0) return null;
        var kind = choices.Chance(30) && kinds.FirstOrDefault(k => k.Key == typeof(GiveMark)) is { } marks ? marks : kinds[choices.Below(kinds.Length)];
        var step = kind.ElementAt(choices.Below(kind.Count()));
        if (FactOf(script, step) is not { } fact) return null;
        if (step.Act is GiveMark mark && choices.Chance(25)) return Balanced(script, step, mark, fact, choices);
        if (step.Act is GiveMark or WriteComment or WriteRemark or Revise && choices.Chance(50)) return WithMore(script, step, fact, choices);
        if (step.Act is Disclose or RaiseConflict { Derived: true } && choices.Chance(50))
            return new Twin(script with { Steps = script.Steps.Remove(step) }, script, KnownToExist(script, step, fact), step.Moment);
        return new Twin(script, Replaced(script, step, Other(step.Act, choices)), fact, step.Moment);
    }

    /// <summary>That a conflict was raised is told to the person concerned, its words are not.</summary>
    private static Fact KnownToExist(Script script, Step step, Fact fact) => step.Act is RaiseConflict raise
        ? fact with { Kind = FactKind.ConflictType, Extra = true, Person = raise.Person ?? script.Plan.Seats.First(s => s.Seat == raise.Seat).PersonId }
        : fact with { Extra = true };

    /// <summary>Two marks on one sheet changed so that the total is the same.</summary>
    private static Twin? Balanced(Script script, Step step, GiveMark mark, Fact fact, Choices choices)
    {
        var partner = script.Steps.Skip(script.Steps.IndexOf(step) + 1)
            .FirstOrDefault(s => s.By == step.By && s.Act is GiveMark { Rate: not null } m && m.Dossier == mark.Dossier && m.Criterion != mark.Criterion && Steps(mark, m, choices) != 0);
        if (partner?.Act is not GiveMark other) return null;
        var by = Steps(mark, other, choices);
        var changed = Replaced(Replaced(script, step, mark with { Rate = mark.Rate + by }), partner, other with { Rate = other.Rate - by });
        // Balanced only if neither mark is given twice and nothing on the sheet is submitted in between.
        var onSheet = script.Steps.Where(s => s.By == step.By && s.Act is DossierAct d && d.Dossier == mark.Dossier).ToArray();
        var clean = onSheet.Count(s => s.Act is GiveMark m && m.Criterion == mark.Criterion) == 1 && onSheet.Count(s => s.Act is GiveMark m && m.Criterion == other.Criterion) == 1
            && !onSheet.Any(s => s.Act is Submit or CannotJudge && s.Moment > step.Moment && s.Moment < partner.Moment);
        return clean ? new Twin(script, changed, fact with { Kind = FactKind.Sheet }, step.Moment) : null;
    }

    private static int Steps(GiveMark mark, GiveMark other, Choices choices)
    {
        var most = Math.Min(100 - mark.Rate.GetValueOrDefault(), other.Rate.GetValueOrDefault()) / 5;
        return most == 0 ? 0 : 5 * (1 + choices.Below(most));
    }

    /// <summary>The same act more often, with other words or rates, before it is done as before.</summary>
    private static Twin WithMore(Script script, Step step, Fact fact, Choices choices)
    {
        var more = Enumerable.Range(1, 1 + choices.Below(3)).Select(i => step with { Moment = step.Moment - 4 + i, Act = Other(step.Act, choices) });
        var place = script.Steps.IndexOf(step);
        // What is overwritten at once leaves the sheet, and so its total, as it was.
        var kind = step.Act is GiveMark ? FactKind.Sheet : fact.Kind;
        return new Twin(script, script with { Steps = script.Steps.InsertRange(place, more) }, fact with { Extra = true, Kind = kind }, step.Moment);
    }

    private static Script Replaced(Script script, Step step, RoomAct act) => script with { Steps = script.Steps.Replace(step, step with { Act = act }) };

    private static RoomAct Other(RoomAct act, Choices choices)
    {
        var words = "other words " + choices.Below(1000);
        return act switch
        {
            GiveMark a => a with { Rate = (a.Rate + 5 * (1 + choices.Below(19))) % 105 },
            CannotJudge a => a with { Reason = words },
            WriteComment a => a with { Text = words, Place = new Place("9.9", words) },
            Declare a => a with { Type = "EMPLOYMENT_3Y", Note = words },
            RaiseConflict a => a with { Note = words },
            DismissConflict a => a with { Reason = words },
            MarkAbsent a => a with { Reason = words },
            WriteRemark a => a with { Text = words },
            Revise a => a with { Rate = (a.Rate + 5 * (1 + choices.Below(19))) % 105, Reason = words },
            RecordMinority a => a with { Text = words },
            CloseItem a => a with { Reason = words },
            Sign a => a with { Dissent = words },
            Freeze a => a with { Reason = words },
            Reveal a => a with { Reason = words },
            Disclose a => a with { Reason = words },
            SettleFeedbackText a => a with { Wording = words, Reason = words },
            _ => act,
        };
    }

    private static Fact? FactOf(Script script, Step step)
    {
        string? seat = script.Plan.Seats.FirstOrDefault(s => s.PersonId == step.By.Id)?.Seat;
        return step.Act switch
        {
            GiveMark a => new Fact(FactKind.SheetTotal, a.Dossier, seat, step.By.Id),
            CannotJudge a => new Fact(FactKind.Sheet, a.Dossier, seat, step.By.Id),
            WriteComment a => new Fact(FactKind.Sheet, a.Dossier, seat, step.By.Id),
            Declare { Conflict: true } a => new Fact(FactKind.ConflictType, a.Dossier, seat, step.By.Id),
            RaiseConflict a => new Fact(FactKind.Chairing, a.Dossier, null, null),
            DismissConflict a when DossierOf(script, a.Conflict) is { } dossier => new Fact(FactKind.Chairing, dossier, null, null),
            MarkAbsent { Dossier: { } dossier } => new Fact(FactKind.Chairing, dossier, null, null),
            CloseItem a => new Fact(FactKind.Closing, a.Dossier, seat, step.By.Id),
            WriteRemark or Revise or RecordMinority or Sign { Dissent: not null } => new Fact(FactKind.Table, ((DossierAct)step.Act).Dossier, seat, step.By.Id),
            Freeze { Dossier: { } dossier } => new Fact(FactKind.Dossier, dossier, null, null),
            Reveal a => new Fact(FactKind.Dossier, a.Dossier, null, null),
            SettleFeedbackText a => new Fact(FactKind.Chairing, a.Dossier, null, null),
            Disclose a => new Fact(FactKind.Disclosure, a.Dossier, null, step.By.Id),
            _ => null,
        };
    }

    private static string? DossierOf(Script script, string conflict) =>
        script.Steps.Where(s => s.Id == conflict).Select(s => s.Act).OfType<DossierAct>().FirstOrDefault()?.Dossier;
}
