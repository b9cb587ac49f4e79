using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Awards;

/// <summary>An expense from a line of working funds.</summary>
public sealed record Expense(int Yuan, DateOnly On, string Purpose, string Document);

/// <summary>A line of working funds in the budget of a year (Article 25), with what was spent of it.</summary>
[Article(25)]
public sealed record WorkingFund(int Year, FundLine Line, int Yuan, string Document, ImmutableArray<Expense> Expenses)
{
    public int SpentYuan => Expenses.Sum(e => e.Yuan);

    public int LeftYuan => Yuan - SpentYuan;

    /// <summary>The lines after what has happened to one of them, by year and line.</summary>
    internal static ImmutableArray<WorkingFund> After(ImmutableArray<WorkingFund> funds, AwardEvent happened) => happened switch
    {
        WorkingFundsSet e => [.. funds.Where(f => (f.Year, f.Line) != (e.Year, e.Line)).Append(new WorkingFund(e.Year, e.Line, e.Yuan, e.Document, Of(funds, e.Year, e.Line)?.Expenses ?? [])).OrderBy(f => f.Year).ThenBy(f => f.Line)],
        ExpenseRecorded e => [.. funds.Select(f => f.Year == e.On.Year && f.Line == e.Line ? f with { Expenses = f.Expenses.Add(new Expense(e.Yuan, e.On, e.Purpose, e.Document)) } : f)],
        _ => funds,
    };

    internal static WorkingFund? Of(ImmutableArray<WorkingFund> funds, int year, FundLine line) => funds.FirstOrDefault(f => f.Year == year && f.Line == line);
}
