namespace ReviewRoom.Resources;

/// <summary>Marks the words of the draw of a panel.</summary>
public sealed class DrawText;
