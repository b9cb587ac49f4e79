using System.Collections.Immutable;

namespace ReviewRoom.Domain.Sessions;

/// <summary>In which column of the consultation a member unit stands.</summary>
public enum BodyKind { Party, Department, Vertical, MassOrganisation, County, LeadingGroup }

/// <summary>A body (机构) that takes part in a session: a member unit of the leading group, or the leading group itself.</summary>
/// <param name="Id">1 to 40 letters, digits and <c>- _ .</c>: unit-07.</param>
/// <param name="ShortName">For the head of a column.</param>
/// <param name="IsConsulted">Asked for its opinion of the candidates (Article 6).</param>
public sealed record Body(string Id, string ShortName, string FullName, BodyKind Kind, bool IsConsulted)
{
    /// <summary>A head of a column is written downwards: so many characters stand in it.</summary>
    public const int LongestShortName = 16;
}

/// <summary>A unit's reply as it stands.</summary>
/// <param name="IsLate">Given after it was due.</param>
/// <param name="Entry">Number of its entry in the session's stream.</param>
/// <param name="Receipt">Number on the receipt of who gave it.</param>
public sealed record BodyReply(ImmutableArray<Opinion> Objections, DateTimeOffset At, long Entry, bool IsLate, int Receipt);

/// <summary>What the office settled about an objection.</summary>
/// <param name="By">Person id.</param>
public sealed record OpinionVerdict(Verdict Verdict, string Reason, string By, DateTimeOffset At);

/// <summary>What the office found out about an objection.</summary>
public sealed record Finding(string Text, string By, DateTimeOffset At);

/// <summary>The consultation of the member units (征求意见).</summary>
/// <param name="Candidates">By id.</param>
/// <param name="Replies">By body.</param>
/// <param name="Reminders">How often each body was reminded.</param>
/// <param name="Findings">By body and candidate.</param>
/// <param name="Verdicts">By body and candidate.</param>
public sealed record Consultation(
    DateTimeOffset OpenedAt, DateTimeOffset Due, ImmutableArray<CandidateResult> Candidates, ImmutableSortedDictionary<string, BodyReply> Replies,
    ImmutableSortedDictionary<string, int> Reminders, ImmutableSortedDictionary<string, Finding> Findings, ImmutableSortedDictionary<string, OpinionVerdict> Verdicts, DateTimeOffset? ClosedAt)
{
    /// <summary>When the program noted that replies were due.</summary>
    public DateTimeOffset? FellDueAt { get; init; }

    /// <summary>Is a unit without a reply 逾期未复 now?</summary>
    public bool IsOverdue => FellDueAt is not null || ClosedAt is not null;

    public static Consultation Of(ConsultationStarted begun, DateTimeOffset at) =>
        new(at, begun.Due, begun.Candidates, Empty<BodyReply>(), Empty<int>(), Empty<Finding>(), Empty<OpinionVerdict>(), null);

    /// <summary>By which findings and verdicts are found.</summary>
    public static string KeyOf(string body, string candidate) => $"{body}/{candidate}";

    public Opinion? ObjectionOf(string body, string candidate) => Replies.GetValueOrDefault(body)?.Objections.FirstOrDefault(o => o.Candidate == candidate);

    public IEnumerable<(string Body, Opinion Opinion)> Objections => Replies.SelectMany(reply => reply.Value.Objections.Select(o => (reply.Key, o)));

    /// <summary>Objections without a decision: each blocks the proposal.</summary>
    public IEnumerable<(string Body, Opinion Opinion)> Undecided => Objections.Where(o => !Verdicts.ContainsKey(KeyOf(o.Body, o.Opinion.Candidate)));

    /// <summary>Is the candidate out by an adopted objection?</summary>
    public bool IsOut(string candidate) => Objections.Any(o => o.Opinion.Candidate == candidate && Verdicts.GetValueOrDefault(KeyOf(o.Body, candidate))?.Verdict == Verdict.Adopted);

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
