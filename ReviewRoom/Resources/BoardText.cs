namespace ReviewRoom.Resources;

/// <summary>The words on the board in the hall.</summary>
public sealed class BoardText;
