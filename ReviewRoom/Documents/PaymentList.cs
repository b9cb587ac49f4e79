using System.Collections.Immutable;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Documents;

/// <summary>A payment made, or a sum still to be paid.</summary>
/// <param name="Article">19 for the award money, 20 for the match of a provincial award.</param>
public sealed record PaymentRow(HeldAward Award, int Yuan, int Article, DateOnly? On, string? Voucher);

/// <summary>The payments of a year against its budget (Article 25).</summary>
[Article(25)]
public sealed class PaymentList(AwardsView view, int year, DateOnly today)
{
    public BudgetView? Budget { get; } = view.Budgets.FirstOrDefault(b => b.Year == year);

    /// <summary>By day.</summary>
    public ImmutableArray<PaymentRow> Paid { get; } =
    [
        .. view.Awards.SelectMany(a => a.Award.Payments.Where(p => p.On.Year == year).Select(p => new PaymentRow(a.Award, p.Yuan, p.IsMatch ? 20 : 19, p.On, p.Voucher))).OrderBy(r => r.On),
    ];

    /// <summary>Of the running year alone: what is owed now is paid from its budget.</summary>
    public ImmutableArray<PaymentRow> Owed { get; } = year != today.Year ? [] :
    [
        .. view.Awards.Where(a => a.Award.OpenYuan > 0).Select(a => new PaymentRow(a.Award, a.Award.OpenYuan, 19, null, null)),
        .. view.Awards.Where(a => a.Award.OpenMatchYuan > 0).Select(a => new PaymentRow(a.Award, a.Award.OpenMatchYuan, 20, null, null)),
    ];

    public int PaidYuan => Paid.Sum(r => r.Yuan);

    public int OwedYuan => Owed.Sum(r => r.Yuan);
}
