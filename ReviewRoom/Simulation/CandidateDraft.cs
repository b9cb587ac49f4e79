using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Simulation;

/// <summary>An earlier award being typed.</summary>
public sealed class AwardDraft
{
    public Grade Grade { get; set; }

    public int Year { get; set; }

    /// <summary>Overrides the year where it is known.</summary>
    public DateOnly? ConferredOn { get; set; }

    public bool Revoked { get; set; }

    public Award Award => new(Grade, ConferredOn?.Year ?? Year, ConferredOn, Revoked);
}

/// <summary>A candidate of the sandbox, as its row holds it.</summary>
public sealed class CandidateDraft(string id)
{
    public string Id => id;

    /// <summary>Empty: the page names him by his id.</summary>
    public string Name { get; set; } = "";

    public ApplicantKind Kind { get; set; }

    public PointsEntry Points { get; } = new(mayBeEmpty: false);

    public PointsEntry SiteReview { get; } = new(mayBeEmpty: true);

    public PointsEntry Results { get; } = new(mayBeEmpty: true);

    /// <summary>Full points of his own score table, where they are not everybody's.</summary>
    public int? OwnOf { get; set; }

    public List<AwardDraft> WonBefore { get; } = [];

    public bool Blocked { get; set; }

    public Candidate Candidate(int of) => new(
        id, Kind, Points.Value ?? Rational.Zero, OwnOf ?? of, SiteReview.Value, Results.Value, [.. WonBefore.Select(w => w.Award)], Blocked);

    /// <summary>Looks at what was typed again after the full points have changed.</summary>
    public void Recheck(int of)
    {
        Points.Write(Points.Text, OwnOf ?? of);
        SiteReview.Write(SiteReview.Text, OwnOf ?? of);
        Results.Write(Results.Text, OwnOf ?? of);
    }

    public static CandidateDraft From(Candidate candidate, int of, string name)
    {
        var draft = new CandidateDraft(candidate.Id) { Kind = candidate.Kind, Blocked = candidate.Blocked, Name = name, OwnOf = candidate.Of == of ? null : candidate.Of };
        draft.Points.Put(candidate.Points, candidate.Of);
        draft.SiteReview.Put(candidate.SiteReview, candidate.Of);
        draft.Results.Put(candidate.Results, candidate.Of);
        draft.WonBefore.AddRange((candidate.WonBefore ?? []).Select(a => new AwardDraft { Grade = a.Grade, Year = a.Year, ConferredOn = a.ConferredOn, Revoked = a.Revoked }));
        return draft;
    }
}
