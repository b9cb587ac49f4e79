namespace ReviewRoom.Resources;

/// <summary>Words of the pages that prepare a panel meeting, and of imported files: <c>SetupText.resx</c> (Chinese) and <c>SetupText.en.resx</c>.</summary>
public sealed class SetupText;
