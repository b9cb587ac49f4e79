using System.Collections.Immutable;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>One line of a signed paper sheet: a rate, or why the item cannot be judged.</summary>
/// <param name="Rate">Percent, on the 5-step grid.</param>
public sealed record PaperMark(string Criterion, int? Rate, string? CannotJudge = null);

/// <summary>
/// A signed paper sheet (纸质评分表) as one member of the office entered it. It counts when a second one has entered the same; nobody is shown its values before the reveal.
/// </summary>
/// <param name="By">Person id of who entered it.</param>
/// <param name="Scan">The picture of the signed sheet, kept outside the ledger.</param>
public sealed record PaperSheet(string By, DateTimeOffset At, ImmutableArray<PaperMark> Marks, Attachment? Scan)
{
    /// <summary>Who read it back, once it counts.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Whether the seat had declared on its page before the paper counted.</summary>
    public bool DeclaredBefore { get; init; }

    /// <summary>Whether another reading of the same sheet has the same at every criterion; where it differs is told to nobody.</summary>
    public bool IsReadAs(Rubric rubric, ImmutableArray<PaperMark> read) =>
        rubric.Criteria.Select(c => c.Code).All(code => Of(Marks, code) is var mine && Of(read, code) is var other && mine?.Rate == other?.Rate && mine?.CannotJudge is null == other?.CannotJudge is null);

    public static PaperMark? Of(ImmutableArray<PaperMark> marks, string criterion) => marks.FirstOrDefault(m => m.Criterion == criterion);
}

/// <summary>A paper sheet, without its values.</summary>
/// <param name="At">When it was last entered.</param>
/// <param name="Confirmed">Read back by a second person: it counts.</param>
/// <param name="By">Who entered it, and who read it back: person ids; office and supervisor.</param>
/// <param name="Mine">True where the viewer entered it: another has to read it back.</param>
public sealed record PaperView(DateTimeOffset At, bool Confirmed, string? By, string? ConfirmedBy, bool? Mine);

/// <summary>The scan of a seat's paper sheet.</summary>
public sealed record ScanView(string Seat, AttachmentView File);
