using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Components.Office;

/// <summary>What became of an act: recorded with its receipt, or declined.</summary>
/// <param name="Stream">The room or board asked.</param>
/// <param name="Name">The act's name: resource key <c>Done.{Name}</c>.</param>
public sealed record Answered(string Stream, string Name, Receipt? Receipt, Refusal? Refusal, DateTimeOffset At)
{
    public static Answered To(string stream, object act, Receipt? receipt, Refusal? refusal, DateTimeOffset at) => new(stream, act.GetType().Name, receipt, refusal, at);
}
