using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Conflicts;

/// <summary>What a ground says, as facts; the words are the reader's language's (resource <c>Ground.{Kind}</c>).</summary>
public enum GroundKind { Employed, Advised, Office, Shareholder, RelativeEmployed, RelativeHeads, RelativeHolds, RelativeApplies, Dispute, SameControl, Supplier, Customer, Competitor, Helped, Other }

/// <summary>The ground of a conflict as typed facts.</summary>
/// <param name="What">The post, the kind of advice, the matter: as it stands in the register.</param>
/// <param name="Relative">Relation and name of a relative.</param>
/// <param name="Organisation">The employer, where the conflict runs through it.</param>
/// <param name="Controller">Who controls both.</param>
/// <param name="Applicant">The individual applicant whom it reaches through his employer.</param>
/// <param name="Through">That employer.</param>
public sealed record Ground(
    GroundKind Kind, string? What = null, DateOnly? From = null, DateOnly? To = null, decimal? Percent = null, string? Relative = null, string? Organisation = null,
    string? Controller = null, string? Applicant = null, string? Through = null);

/// <summary>A conflict of interest that follows from facts of the register.</summary>
/// <param name="Type">Of <see cref="Conflict.Types"/>.</param>
/// <param name="DataRef">Where the fact stands, <c>experts.exp-09.relatives[0].employments[0]</c>: with expert, applicant and type its identity.</param>
/// <param name="Strength">Derived where it reaches an individual through his employer.</param>
/// <param name="DerivedVia">That employer's id.</param>
/// <param name="By">How the organisation was recognised.</param>
public sealed record Finding(
    string Expert, string Applicant, string Type, string DataRef, ConflictSource Source, ConflictStrength Strength, string? DerivedVia, MatchedBy By, Ground Ground);

/// <summary>What a conflict of interest rests on.</summary>
/// <param name="DataRef">Where the fact stands in the register: a conflict dismissed once is not raised again from the same fact (pinned), but from another.</param>
/// <param name="By">How the organisation was recognised: a name alone may err.</param>
public sealed record Basis(string DataRef, MatchedBy By, Ground Ground);
