using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

public sealed record Frozen(string Reason, DateTimeOffset At);

public sealed record RevealAct(DateTimeOffset At, string? Reason, ImmutableArray<string> Labels);

/// <summary>A contribution to the discussion of one item.</summary>
public sealed record Remark(string Id, string Seat, string Text, Place? Place, string? About, DateTimeOffset At);

public sealed record MinorityOpinion(string Seat, string Text, Rate? Rate, DateTimeOffset At);

public sealed record ItemClosure(Closing How, string? Reason, int? Rate, DateTimeOffset At);

public sealed record Disclosure(string PersonId, string Reason, DateTimeOffset At);

/// <summary>What was said and settled about one criterion in deliberation.</summary>
public sealed record Talk(ImmutableArray<Remark> Thread, ImmutableArray<MinorityOpinion> Minority, ItemClosure? Closed)
{
    public static readonly Talk None = new([], [], null);
}

/// <summary>How a seat stands to one dossier.</summary>
public enum Access { Full, Suspended, Recused }

/// <summary>A dossier on a room's agenda: phase, sheets (in seat order), talk, conflicts, figure.</summary>
public sealed record Dossier(DossierPlan Plan, ImmutableArray<Sheet> Sheets)
{
    public string Id => Plan.Id;
    public Phase Phase { get; init; }
    public Frozen? Frozen { get; init; }
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What was left until the deadline when the meeting was adjourned; until a new one is set, or is settled not to be, in the same phase.</summary>
    public TimeSpan? DeadlineLeft { get; init; }

    /// <summary>When it was opened first.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public RevealAct? Revealed { get; init; }
    public LiveFigure Live { get; init; } = new();
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];
    public ImmutableSortedDictionary<string, Talk> Talks { get; init; } = ImmutableSortedDictionary.Create<string, Talk>(StringComparer.Ordinal);
    public ImmutableArray<Disclosure> Disclosures { get; init; } = [];
    public FeedbackState Feedback { get; init; } = FeedbackState.None;

    /// <summary>Of a site review: what the documents left open.</summary>
    public ImmutableArray<SiteIssue> SiteIssues { get; init; } = [];

    /// <summary>What was found, by issue.</summary>
    public ImmutableSortedDictionary<string, SiteFinding> Findings { get; init; } = ImmutableSortedDictionary.Create<string, SiteFinding>(StringComparer.Ordinal);

    /// <summary>Items whose better state is not shown yet. For the eye alone: not part of what a folded room is compared by.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, Hold> Holds { get; init; } = ImmutableSortedDictionary.Create<string, Hold>(StringComparer.Ordinal);

    /// <summary>Scored to compare the experts' scales; in no standings, on no board, for no place.</summary>
    public bool Calibrates => Plan.Calibrates == true;

    /// <summary>Taken off the agenda: nothing more happens to it and it counts for nothing, until it is put back.</summary>
    public bool TakenOff { get; init; }

    /// <summary>Stands in standings and results, once it has a result.</summary>
    public bool Stands => !Calibrates && !TakenOff;

    public bool IsRevealed => Phase >= Phase.Deliberation;

    public Talk TalkOn(string criterion) => Talks.GetValueOrDefault(criterion, Talk.None);

    /// <summary>What a person may still reach of this dossier.</summary>
    public Access AccessOf(string personId)
    {
        var access = Access.Full;
        foreach (var conflict in Conflicts)
        {
            if (conflict.PersonId != personId) continue;
            if (conflict.Recuses) return Access.Recused;
            if (conflict.Suspends) access = Access.Suspended;
        }
        return access;
    }

    /// <summary>On the panel for this dossier: neither recused, suspended nor absent.</summary>
    public bool IsEligible(Seat seat, Sheet sheet) => sheet.Absent is null && AccessOf(seat.PersonId) == Access.Full;

    /// <summary>Counts in the official figure: eligible and submitted.</summary>
    public bool Counts(Seat seat, Sheet sheet) => sheet.IsSubmitted && IsEligible(seat, sheet);

    public Dossier WithSheet(int place, Func<Sheet, Sheet> change) => this with { Sheets = Sheets.SetItem(place, change(Sheets[place])) };

    public Dossier WithTalk(string criterion, Func<Talk, Talk> change) => this with { Talks = Talks.SetItem(criterion, change(TalkOn(criterion))) };
}
