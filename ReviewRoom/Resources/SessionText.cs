namespace ReviewRoom.Resources;

/// <summary>Marks the words of a session's home: its time-table, who waits for whom (<c>For.{what}</c>, <c>On.{whom}</c>), its rules.</summary>
public sealed class SessionText;
