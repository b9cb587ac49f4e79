namespace ReviewRoom.Resources;

/// <summary>Words of the minutes and their print page: <c>MinutesText.resx</c> (Chinese) and <c>MinutesText.en.resx</c>.</summary>
public sealed class MinutesText;
