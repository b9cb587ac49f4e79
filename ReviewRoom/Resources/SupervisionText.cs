namespace ReviewRoom.Resources;

/// <summary>Words of the supervisor's page: <c>SupervisionText.resx</c> (Chinese) and <c>SupervisionText.en.resx</c>.</summary>
public sealed class SupervisionText;
