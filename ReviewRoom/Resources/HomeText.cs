namespace ReviewRoom.Resources;

/// <summary>Words of the home page: <c>HomeText.resx</c> (Chinese) and <c>HomeText.en.resx</c>.</summary>
public sealed class HomeText;
