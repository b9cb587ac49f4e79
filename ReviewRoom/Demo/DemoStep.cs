using ReviewRoom.Domain;

namespace ReviewRoom.Demo;

/// <summary>One act of the demonstration: who, how long before its beginning, and what. The act may look at the state as it is by then.</summary>
/// <param name="Before">Time before the demonstration began; never negative.</param>
public sealed record DemoStep<TState, TAct>(Person By, TimeSpan Before, Func<TState, TAct> Act);
