namespace ReviewRoom.Resources;

/// <summary>Words of paper sheets: printing blank ones, entering and reading back signed ones. <c>PaperText.resx</c> (Chinese) and <c>PaperText.en.resx</c>.</summary>
public sealed class PaperText;
