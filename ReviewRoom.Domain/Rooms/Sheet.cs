using System.Collections.Immutable;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>A change of a mark in deliberation; the first rate stays for ever.</summary>
public sealed record Revision(string Criterion, Rate? From, Rate To, string Reason, string? Because, DateTimeOffset At);

/// <summary>A strength, an opportunity or a site issue, with its place in the dossier.</summary>
public sealed record Comment(string Criterion, CommentKind Kind, string Text, Place? Place);

/// <summary>One expert's score sheet (评分表) for one dossier. Marks stand in the rubric's order of criteria.</summary>
public sealed record Sheet(string Seat, ImmutableArray<Rate?> Marks)
{
    public bool Declared { get; init; }
    public bool Certified { get; init; }
    public ImmutableSortedDictionary<string, string> CannotJudge { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    public ImmutableArray<Comment> Comments { get; init; } = [];
    public DateTimeOffset? SubmittedAt { get; init; }
    /// <summary>Submitted after the reveal: counted, never listed as independent.</summary>
    public bool Late { get; init; }
    /// <summary>Reason of the absence, while marked absent.</summary>
    public string? Absent { get; init; }
    /// <summary>The marks as they were sealed at the reveal (or at a late submission); empty before.</summary>
    public ImmutableArray<Rate?> First { get; init; } = [];
    public ImmutableArray<Revision> Revisions { get; init; } = [];
    /// <summary>In a site review: the seat's own final marks of the document review, brought along and counting for nothing until kept; empty where there are none.</summary>
    public ImmutableArray<Rate?> Carried { get; init; } = [];
    /// <summary>Where the sheet came on paper.</summary>
    public PaperSheet? Paper { get; init; }
    /// <summary>Two readings of the paper sheet differed: it is to be entered anew.</summary>
    public bool Misread { get; init; }
    /// <summary>The scan that was with the void readings: it is of the same sheet of paper.</summary>
    public Attachment? MisreadScan { get; init; }
    public DateTimeOffset? SignedAt { get; init; }
    public string? Dissent { get; init; }

    public static Sheet Blank(string seat, int criteria) => new(seat, [.. Enumerable.Repeat<Rate?>(null, criteria)]);

    public bool IsSubmitted => SubmittedAt is not null;

    public Rate? CarriedAt(int place) => Carried.IsEmpty ? null : Carried[place];

    /// <summary>Every criterion has a mark: no "cannot judge" left.</summary>
    public bool IsComplete => Marks.All(m => m is not null);

    /// <summary>Whether anything was put on the sheet yet.</summary>
    public bool IsBegun => Marks.Any(m => m is not null) || CannotJudge.Count > 0 || Comments.Length > 0;

    /// <summary>Sum of points x rate, exact. Missing marks add nothing: ask <see cref="IsComplete"/> first where that matters.</summary>
    public Rational Total(Rubric rubric)
    {
        var hundredths = 0;
        for (var i = 0; i < Marks.Length; i++) hundredths += rubric.Criteria[i].Points * (Marks[i]?.Percent ?? 0);
        return new Rational(hundredths, 100);
    }

    /// <summary>Criteria with neither a mark nor a reason why not.</summary>
    public ImmutableArray<string> Unanswered(Rubric rubric) =>
        [.. rubric.Criteria.Where((c, i) => Marks[i] is null && !CannotJudge.ContainsKey(c.Code)).Select(c => c.Code)];

    /// <summary>Criteria whose mark asks for a strength or an opportunity with its place, and has none. A mark kept as it was brought along has its evidence in the document review.</summary>
    public ImmutableArray<string> WithoutEvidence(Rubric rubric, EvidenceRequired required) =>
        [.. rubric.Criteria.Where((c, i) => Marks[i] is { } rate && Asks(rate.Percent, required) && rate != CarriedAt(i) && !HasEvidence(c.Code)).Select(c => c.Code)];

    private static bool Asks(int percent, EvidenceRequired required) => required switch
    {
        EvidenceRequired.OutsideMiddle => percent is < 50 or > 65,
        EvidenceRequired.Extremes => percent is <= 25 or >= 90,
        _ => false,
    };

    private bool HasEvidence(string criterion) =>
        Comments.Any(c => c.Criterion == criterion && c.Kind != CommentKind.SiteIssue && c.Place is not null);
}
