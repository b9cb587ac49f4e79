namespace ReviewRoom.Resources;

/// <summary>Marks the words of rehearsals: the bar of the console, and what simulated experts write.</summary>
public sealed class RehearsalText;
