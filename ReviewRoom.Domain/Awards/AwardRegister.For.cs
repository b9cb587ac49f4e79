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
            [.. Awards.Select(a => role == "finance" ? a with { Reports = [] } : a).Select(a => new HeldAwardView(a, a.StandingOn(today), a.Money, a.PaidYuan, a.Revocation?.OutstandingYuan ?? 0))],
            [.. Budgets.Values.Select(b => new BudgetView(b.Year, b.Yuan, LeftOf(b.Year), b.Document))]);
    }

    /// <summary>All awards as anybody may read them, the newest first.</summary>
    public ImmutableArray<PublicAward> Public(DateOnly today) =>
        [.. Awards.Select(a => PublicOf(a, today)).OrderByDescending(a => a.ConferredOn).ThenBy(a => a.Grade).ThenBy(a => a.Number ?? 0).ThenBy(a => a.HolderName, StringComparer.Ordinal)];

    /// <summary>The award a code verifies; null where there is none.</summary>
    public PublicAward? Verify(string code, DateOnly today) => Awards.FirstOrDefault(a => a.Code == code) is { } award ? PublicOf(award, today) : null;

    private static PublicAward PublicOf(HeldAward award, DateOnly today) => new(
        award.Code, award.Entry.HolderName, award.Entry.Kind, award.Entry.Grade, award.Entry.SessionTitle, award.Entry.Number, award.Entry.ConferredOn, award.Entry.ValidUntil, award.StandingOn(today),
        award.IsRevoked ? award.Revocation?.Ground : null, award.IsRevoked ? award.Revocation?.ApprovedOn : null);
}
