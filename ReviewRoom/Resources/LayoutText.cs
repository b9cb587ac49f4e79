namespace ReviewRoom.Resources;

/// <summary>The words of the frame around every page.</summary>
public sealed class LayoutText;
