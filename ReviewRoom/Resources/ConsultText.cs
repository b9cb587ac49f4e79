namespace ReviewRoom.Resources;

/// <summary>Marks the words of a session's plan, its bodies, the consultation of the member units and the proposal.</summary>
public sealed class ConsultText;
