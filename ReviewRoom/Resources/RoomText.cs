namespace ReviewRoom.Resources;

/// <summary>Marks the words of the expert's room.</summary>
public sealed class RoomText;
