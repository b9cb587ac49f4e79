using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Awards;

/// <summary>The register as office, supervisor and finance see it.</summary>
/// <param name="Role">office, supervisor or finance.</param>
/// <param name="Version">Tells the server which of two views is older; it counts acts the viewer may not know of, and so never leaves it.</param>
/// <param name="Budgets">By year, with what is left.</param>
public sealed record AwardsView(string Role, [property: JsonIgnore] long Version, ImmutableArray<HeldAwardView> Awards, ImmutableArray<BudgetView> Budgets)
{
    /// <summary>This person records budgets, payments and recoveries.</summary>
    public bool KeepsMoney { get; init; }

    /// <summary>Lines of working funds, by year and line.</summary>
    public ImmutableArray<WorkingFund> Funds { get; init; } = [];
}

public sealed record BudgetView(int Year, int Yuan, int LeftYuan, string Document);

/// <param name="Award">Finance gets no report, no finding and no reason of a revocation.</param>
public sealed record HeldAwardView(HeldAward Award, AwardStanding Standing, MoneyStanding Money, int PaidYuan, int OutstandingYuan);

/// <summary>An award as anybody may verify it: who holds what, since when, until when, and whether it stands. No report, no money but what Article 19 says.</summary>
/// <param name="RevokedOn">Day of the city government's approval; absent as long as there is none.</param>
public sealed record PublicAward(
    string Code, string HolderName, ApplicantKind Kind, Grade Grade, string SessionTitle, int? Number, DateOnly ConferredOn, DateOnly ValidUntil, AwardStanding Standing, RevocationGround? Ground, DateOnly? RevokedOn);
