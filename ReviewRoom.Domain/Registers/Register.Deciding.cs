using System.Collections.Immutable;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Registers;

// What may be taken into a register. What a file has wrong is shown row by row before it is asked for; this is what holds in any case.
public sealed partial record Register
{
    public const int LongestTitle = 200;
    public const int LongestReason = 400;

    /// <summary>Records in one import.</summary>
    public const int MostRecords = 2_000;

    /// <summary>Decides an act of the office; to all others but the supervisor there is no register.</summary>
    public Outcome<RegisterEvent> Decide(RegisterAct act, Asking asking)
    {
        if (act is CarryApplication carry) return asking.By != Person.System ? RefusalCode.NotAllowed : Exists ? DecideCarrying(carry) : RefusalCode.NotFound;
        if (!asking.By.Roles.HasFlag(Roles.Office)) return Exists && asking.By.Roles.HasFlag(Roles.Supervisor) ? RefusalCode.NotAllowed : RefusalCode.NotFound;
        if (act is NameSession name) return DecideName(name);
        if (!Exists) return RefusalCode.NotFound;
        return act switch
        {
            TakeExperts take => DecideExperts(take),
            TakeApplicants take => DecideApplicants(take),
            TakeOrganisations take => DecideOrganisations(take),
            PutDossiers put => DecideDossiers(put),
            AttachFiles attach => DecideAttach(attach),
            DetachFile detach => DecideDetach(detach),
            PutRubric put => DecideRubric(put),
            RemoveRecord remove => DecideRemove(remove),
            LinkAccounts link => DecideAccounts(link),
            RecordApproval record => DecideApproval(record, asking),
            _ => RefusalCode.NotAllowed,
        };
    }

    /// <summary>An id is 1 to 40 ASCII letters, digits and <c>- _ .</c>: it stands in addresses and in the ledger.</summary>
    public static bool IsId(string id) => id is { Length: > 0 and <= 40 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A name is 1 to 200 characters.</summary>
    public static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestTitle;

    private Outcome<RegisterEvent> DecideName(NameSession act)
    {
        if (!IsName(act.Title)) return Refusal.Malformed("title");
        return act.Title.Trim() == Title ? RefusalCode.AlreadySettled : new SessionNamed(act.Title.Trim());
    }

    private static Outcome<RegisterEvent> DecideExperts(TakeExperts act) =>
        AreSound(act.Experts, e => (e.Id, e.Name)) ? new ExpertsTaken(act.Experts) : Refusal.Malformed("experts");

    private Outcome<RegisterEvent> DecideApplicants(TakeApplicants act)
    {
        if (!AreSound(act.Applicants, a => (a.Id, a.Name))) return Refusal.Malformed("applicants");
        if (act.Applicants.Any(a => a.Own is { } own && own.Id != a.Id || a.Own is null && a.Employer is null)) return Refusal.Malformed("applicants");
        return HaveOwnCodes([.. act.Applicants.Select(a => a.Own).OfType<Organisation>()]) ? new ApplicantsTaken(act.Applicants) : Refusal.Malformed("creditCode");
    }

    private Outcome<RegisterEvent> DecideOrganisations(TakeOrganisations act)
    {
        if (!AreSound(act.Organisations, o => (o.Id, o.Name))) return Refusal.Malformed("organisations");
        return HaveOwnCodes(act.Organisations) ? new OrganisationsTaken(act.Organisations) : Refusal.Malformed("creditCode");
    }

    private Outcome<RegisterEvent> DecideDossiers(PutDossiers act)
    {
        if (act.Dossiers.IsDefaultOrEmpty || HasTwice(act.Dossiers.Select(d => d.Applicant)) || act.Dossiers.Any(d => !IsHash(d.Text))) return Refusal.Malformed("dossiers");
        if (act.Dossiers.Any(d => Applicants.All(a => a.Id != d.Applicant))) return Refusal.Malformed("applicant");
        return act.Dossiers.All(d => Dossiers.GetValueOrDefault(d.Applicant) == d.Text) ? RefusalCode.AlreadySettled : new DossiersPut(act.Dossiers);
    }

    /// <summary>A record that is there may hold more than an application tells, owners and customers for instance: it stays.</summary>
    private Outcome<RegisterEvent> DecideCarrying(CarryApplication act)
    {
        var there = FilesOf(act.Applicant.Id);
        ImmutableArray<Attachment> fresh = [.. act.Files.Where(f => there.All(t => t.Hash != f.Hash)).Take(Attachment.MostFiles - there.Length)];
        if (Applicants.Any(a => a.Id == act.Applicant.Id)) return new ApplicationTaken(act.Applicant.Id, null, act.Text, fresh, act.Application);
        if (!AreSound([act.Applicant], a => (a.Id, a.Name)) || !IsHash(act.Text)) return Refusal.Malformed("applicant");
        var sound = act.Applicant.Own is { } own && !HaveOwnCodes([own]) ? act.Applicant with { Own = own with { CreditCode = null } } : act.Applicant;
        return new ApplicationTaken(sound.Id, sound, act.Text, fresh, act.Application);
    }

    private Outcome<RegisterEvent> DecideAttach(AttachFiles act)
    {
        if (Applicants.All(a => a.Id != act.Applicant)) return Refusal.Malformed("applicant");
        var there = FilesOf(act.Applicant);
        if (act.Files.IsDefaultOrEmpty || act.Files.Any(f => !f.IsSound) || there.Length + act.Files.Length > Attachment.MostFiles) return Refusal.Malformed("files");
        if (HasTwice(there.Concat(act.Files).Select(f => f.Id))) return Refusal.Malformed("files");
        return HasTwice(there.Concat(act.Files).Select(f => f.Hash)) ? RefusalCode.AlreadySettled : new FilesAttached(act.Applicant, act.Files);
    }

    private Outcome<RegisterEvent> DecideDetach(DetachFile act)
    {
        if (FilesOf(act.Applicant).All(f => f.Id != act.File)) return RefusalCode.NotFound;
        if (string.IsNullOrWhiteSpace(act.Reason)) return new Refusal(RefusalCode.ReasonRequired) { Field = "reason" };
        return act.Reason.Length > LongestReason ? new Refusal(RefusalCode.TextTooLong) { Field = "reason" } : new FileDetached(act.Applicant, act.File, act.Reason.Trim());
    }

    /// <summary>What rooms need is looked at before this is asked.</summary>
    private Outcome<RegisterEvent> DecideRemove(RemoveRecord act)
    {
        var there = act.Kind switch
        {
            RecordKind.Expert => Experts.Any(e => e.Id == act.Id),
            RecordKind.Applicant => Applicants.Any(a => a.Id == act.Id),
            _ => Organisations.Any(o => o.Id == act.Id),
        };
        if (!there) return RefusalCode.NotFound;
        if (Needing(act) is { IsEmpty: false } needing) return new Refusal(RefusalCode.InUse) { Criteria = needing };
        if (string.IsNullOrWhiteSpace(act.Reason)) return new Refusal(RefusalCode.ReasonRequired) { Field = "reason" };
        return act.Reason.Length > LongestReason ? new Refusal(RefusalCode.TextTooLong) { Field = "reason" } : new RecordRemoved(act.Kind, act.Id, act.Reason.Trim());
    }

    /// <summary>Records of the register that name this one by its id, by their own ids.</summary>
    private ImmutableArray<string> Needing(RemoveRecord act) => act.Kind == RecordKind.Expert ? [] :
    [
        .. Applicants.Where(a => a.Id != act.Id && (a.Employer?.Id == act.Id || a.Own is { } own && Names(own, act.Id))).Select(a => a.Id),
        .. Organisations.Where(o => o.Id != act.Id && Names(o, act.Id)).Select(o => o.Id),
        .. Experts.Where(e => Names(e, act.Id)).Select(e => e.Id),
    ];

    private static bool Names(Organisation o, string id) => o.Controller?.Id == id || o.Holders.Any(h => h.Organisation?.Id == id) || o.Suppliers.Concat(o.Customers).Concat(o.Competitors).Any(r => r.Id == id);

    private static bool Names(ExpertRecord e, string id) =>
        e.Employer.Id == id || e.Posts.Concat(e.Offices).Concat(e.Relatives.SelectMany(r => r.Posts)).Any(p => p.Organisation.Id == id) || e.Holdings.Any(h => h.Organisation.Id == id)
        || e.Advice.Any(a => a.Client.Id == id) || e.Disputes.Any(d => d.Organisation.Id == id) || e.Assistance.Any(a => a.Applicant == id) || e.OtherRelations.Any(o => o.Applicant == id);

    /// <summary>A score table that a room uses never changes under it: the same id again, with other content, is the next version.</summary>
    private Outcome<RegisterEvent> DecideRubric(PutRubric act)
    {
        var rubric = act.Rubric;
        if (!IsId(rubric.Id) || RubricCheck.Of(rubric, rubric.TotalPoints, rubric.Criteria.Length).Any()) return Refusal.Malformed("rubric");
        if (Rubrics.Where(r => r.Id == rubric.Id).MaxBy(r => r.Version) is not { } newest) return new RubricPut(rubric);
        if (Print(newest) == Print(rubric)) return RefusalCode.AlreadySettled;
        return new RubricPut(rubric with { Version = Math.Max(newest.Version + 1, rubric.Version) });
    }

    private Outcome<RegisterEvent> DecideAccounts(LinkAccounts act)
    {
        if (act.Accounts.IsDefaultOrEmpty || HasTwice(act.Accounts.Select(a => a.Expert)) || act.Accounts.Any(a => string.IsNullOrWhiteSpace(a.PersonId))) return Refusal.Malformed("accounts");
        if (act.Accounts.Any(a => Experts.All(e => e.Id != a.Expert))) return Refusal.Malformed("experts");
        var after = Accounts.SetItems(act.Accounts.Select(a => KeyValuePair.Create(a.Expert, a.PersonId)));
        return HasTwice(after.Values) ? Refusal.Malformed("accounts") : new AccountsLinked(act.Accounts);
    }

    private Outcome<RegisterEvent> DecideApproval(RecordApproval act, Asking asking)
    {
        var approval = new Approval(act.Document.Trim(), act.On);
        if (approval.Document is not { Length: > 0 and <= Feedback.Approval.LongestDocument }) return Refusal.Malformed("document");
        if (act.On > ChinaTime.DayOf(asking.At)) return Refusal.Malformed("on");
        return Approval?.Approval == approval ? RefusalCode.AlreadySettled : new ApprovalRecorded(approval);
    }

    private static string Print(Rubric rubric) => Canonical.Hash(Canonical.Bytes(rubric with { Version = 0 }));

    private static bool AreSound<T>(ImmutableArray<T> records, Func<T, (string Id, string Name)> of) =>
        records is { IsDefaultOrEmpty: false, Length: <= MostRecords } && records.All(r => IsId(of(r).Id) && IsName(of(r).Name)) && !HasTwice(records.Select(r => of(r).Id));

    /// <summary>Every credit code is sound and belongs to one organisation, counting those that are in the register already.</summary>
    private bool HaveOwnCodes(ImmutableArray<Organisation> taken)
    {
        var ids = taken.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var others = Applicants.Select(a => a.Own).OfType<Organisation>().Concat(Organisations).Where(o => !ids.Contains(o.Id));
        return taken.All(o => o.CreditCode is not { } code || CreditCode.Check(code) == CreditCodeFault.None)
            && !HasTwice(taken.Concat(others).Select(o => o.CreditCode).OfType<string>());
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static bool HasTwice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Any(g => g.Count() > 1);
}
