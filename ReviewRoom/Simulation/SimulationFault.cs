namespace ReviewRoom.Simulation;

/// <summary>What may be wrong with a member of a simulation. The words that say what to write instead are the application's (resource key <c>Fault.{kind}</c>).</summary>
public enum FaultKind
{
    Missing, Shape, Truth, Year, Date, FullPoints, Id, IdTwice, Kind, Grade, Number, Negative, OverFullPoints, UnknownSetting, UnknownValue,
    /// <summary>A reading that leaves the answer to a person: a function cannot give it.</summary>
    LeftToPeople,
    AwardYears, TooMany,
}

/// <summary>The first member of a simulation that is not right.</summary>
/// <param name="Field">Its path: <c>candidates[2].points</c>.</param>
public sealed record SimulationFault(string Field, FaultKind Kind);
