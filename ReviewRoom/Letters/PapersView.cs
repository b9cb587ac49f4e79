using System.Collections.Immutable;
using ReviewRoom.Domain.Papers;

namespace ReviewRoom.Letters;

/// <summary>How a paper of a session stands for one person.</summary>
public enum PaperStanding
{
    /// <summary>All that stands in it is there.</summary>
    Ready,
    /// <summary>The session has not come so far.</summary>
    NotYet,
    /// <summary>The person is recused from an applicant: what names applicants is another's.</summary>
    Withheld,
}

/// <summary>The papers of a session as one person may have them.</summary>
/// <param name="Role">office, supervisor, leadingGroup or unit.</param>
public sealed record PapersView(string Session, string Title, string Role, ImmutableArray<PaperRow> Papers)
{
    /// <summary>The archive of the session is open to this person.</summary>
    public bool MayArchive { get; init; }

    /// <summary>There is a proposed list this person may have as a table.</summary>
    public bool HasSummary { get; init; }
}

/// <param name="Issued">The newest first.</param>
public sealed record PaperRow(PaperKind Kind, PaperStanding Standing, ImmutableArray<IssuedRow> Issued);

/// <param name="Copies">Bodies with a copy of their own.</param>
public sealed record IssuedRow(int Place, string Number, DateOnly On, string By, DateTimeOffset At, ImmutableArray<PaperCopy> Copies);

/// <summary>A paper to read.</summary>
/// <param name="Issued">Absent for a draft.</param>
public sealed record Letter(PaperKind Kind, string Title, ImmutableArray<PaperBlock> Blocks, IssuedRow? Issued);
