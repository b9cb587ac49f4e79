using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Sessions;

public sealed partial record AwardSession
{
    /// <summary>The public notice, from its day on; null before. The one thing of a session that anybody may read.</summary>
    /// <param name="today">The day in China.</param>
    [Article(5, 18)]
    public NoticeView? NoticeFor(DateOnly today)
    {
        if (Plan is not { } plan || Closing.Notice is not { } notice || today < notice.On) return null;
        return new NoticeView(
            Id, plan.Title, notice.On, notice.From, notice.To, [.. DaysFrom(notice.From, notice.To)], notice.Contact,
            RowsOf(notice, Grade.Main), RowsOf(notice, Grade.Nomination), notice.Vacant, today > notice.To || Closing.NoticeEndedAt is not null);
    }

    /// <summary>How an objection stands, for who holds its receipt; null where there is none.</summary>
    public ObjectionStatus? StatusOf(string receipt) => Closing.Objections.GetValueOrDefault(receipt) is not { } objection ? null : new ObjectionStatus(
        receipt, objection switch { { Settled.Upheld: true } => ObjectionStanding.Upheld, { Settled: not null } => ObjectionStanding.NotUpheld, { Handlers.IsEmpty: false } => ObjectionStanding.BeingHandled, _ => ObjectionStanding.Received },
        objection.At, objection.Settled?.Reason) { SettledAt = objection.SettledAt };

    /// <summary>May this person read who an objection is from? The two who handle it, and nobody else.</summary>
    public bool Handles(string personId, string receipt) => Closing.Objections.GetValueOrDefault(receipt)?.Handlers.Contains(personId) == true;

    private ImmutableArray<NoticeRow> RowsOf(NoticePublished notice, Grade grade) =>
        [.. notice.Winners.Where(w => w.Grade == grade).Select(w => new NoticeRow(w.Id, w.Title, w.Kind, Bodies.FirstOrDefault(b => b.Id == w.Recommended)?.FullName, w.OutsideQuota))];

    private IEnumerable<DateOnly> DaysFrom(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (Holidays.Tables.FirstOrDefault(t => t.Year == day.Year)?.IsWorked(day) == true) yield return day;
    }

    private ClosingView? ClosingOf(string role, IReadOnlySet<string> barred)
    {
        if (Closing.Reviews.IsEmpty) return null;
        ImmutableArray<Winner> Seen(ImmutableArray<Winner> winners) => winners.RemoveAll(w => barred.Contains(w.Id));
        return new ClosingView(
            Closing.Reviews, Seen(Closing.Passed?.Winners ?? []), Closing.Passed?.Vacant,
            Closing.Notice is { } notice ? new NoticePeriod(notice.On, notice.From, notice.To, notice.Contact, Closing.NoticeEndedAt is not null) : null,
            [.. Closing.Objections.Values.Where(o => !barred.Contains(o.Filed.Candidate)).OrderBy(o => o.At).ThenBy(o => o.Filed.Receipt, StringComparer.Ordinal).Select(o => ViewOf(o, role == Leading))],
            Closing.Approval is { } approval ? approval with { Winners = Seen(approval.Winners) } : null,
            Closing.Conferral is { } conferral ? conferral with { Awards = conferral.Awards.RemoveAll(a => barred.Contains(a.Winner.Id)) } : null);
    }

    private static NoticeObjectionView ViewOf(NoticeObjection objection, bool forGroup) => new(
        objection.Filed.Candidate, objection.Filed.Condition, objection.At, forGroup ? null : objection.Filed.Receipt, forGroup ? null : objection.Filed.Facts,
        forGroup ? [] : objection.Handlers, objection.Settled?.Upheld, objection.Settled?.Reason) { Readings = forGroup ? [] : objection.Readings };
}
