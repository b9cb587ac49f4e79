using System.Collections.Immutable;

namespace ReviewRoom.Domain.Awards;

public sealed partial record AwardRegister
{
    /// <summary>The register for office, supervisor and finance; null for everybody else, who may read the public form.</summary>
    public AwardsView? For(Person person, DateOnly today)
    {
        var role = person.Roles switch
        {
            var roles when roles.HasFlag(Roles.Office) => "office",
            var roles when roles.HasFlag(Roles.Supervisor) => "supervisor",
            var roles when roles.HasFlag(Roles.Finance) => "finance",
            _ => null,
        };
        if (role is null) return null;
        return new AwardsView(
            role, Version,
            [.. Awards.Select(a => role == "finance" ? WithoutReports(a) : a).Select(a => Viewed(a, today))],
            [.. Budgets.Values.Select(b => new BudgetView(b.Year, b.Yuan, LeftOf(b.Year), b.Document))]) { Funds = Funds, KeepsMoney = person.Roles.HasFlag(Roles.Finance) };
    }

    /// <summary>Earlier awards of an applicant, found by the credit code or, where none is known on either side, by the same id with the same name; the newest first.</summary>
    public ImmutableArray<HeldAwardView> HeldBy(string applicant, string name, string? creditCode, DateOnly today) =>
        [.. Awards.Where(a => IsHolder(a.Entry, applicant, name, creditCode)).OrderByDescending(a => a.Entry.ConferredOn).Select(a => Viewed(WithoutReports(a), today))];

    private static bool IsHolder(AwardEntry entry, string applicant, string name, string? creditCode) =>
        entry.CreditCode is { } known && creditCode is not null ? string.Equals(known, creditCode, StringComparison.OrdinalIgnoreCase) : entry.Holder == applicant && entry.HolderName == name;

    private static HeldAwardView Viewed(HeldAward award, DateOnly today) => new(award, award.StandingOn(today), award.Money, award.PaidYuan, award.Revocation?.OutstandingYuan ?? 0);

    /// <summary>What was reported, found and argued stays with office and supervisor, and so do the numbers of the entries: gaps in them would tell of it.</summary>
    private static HeldAward WithoutReports(HeldAward award) => award with
    {
        Reports = [],
        Revocation = award.Revocation is { } revocation ? revocation with { Reason = null } : null,
        History = [.. award.History.Where(h => h.What is not (ReportReceived or InvestigationClosed or RevocationProposed or RevocationDeclined)).Select(h => h with { Number = null })],
    };

    /// <summary>All awards as anybody may read them, the newest first.</summary>
    public ImmutableArray<PublicAward> Public(DateOnly today) =>
        [.. Awards.Select(a => PublicOf(a, today)).OrderByDescending(a => a.ConferredOn).ThenBy(a => a.Grade).ThenBy(a => a.Number ?? 0).ThenBy(a => a.HolderName, StringComparer.Ordinal)];

    /// <summary>The award a code verifies; null where there is none.</summary>
    public PublicAward? Verify(string code, DateOnly today) => Awards.FirstOrDefault(a => a.Code == code) is { } award ? PublicOf(award, today) : null;

    private static PublicAward PublicOf(HeldAward award, DateOnly today) => new(
        award.Code, award.Entry.HolderName, award.Entry.Kind, award.Entry.Grade, award.Entry.SessionTitle, award.Entry.Number, award.Entry.ConferredOn, award.Entry.ValidUntil, award.StandingOn(today),
        award.IsRevoked ? award.Revocation?.Ground : null, award.IsRevoked ? award.Revocation?.ApprovedOn : null);
}
