namespace ReviewRoom.Resources;

/// <summary>Words of the office's console: <c>OfficeText.resx</c> (Chinese) and <c>OfficeText.en.resx</c>.</summary>
public sealed class OfficeText;
