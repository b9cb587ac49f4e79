namespace ReviewRoom.Resources;

/// <summary>Marks the words of the simulation of a decision.</summary>
public sealed class SimulateText;
