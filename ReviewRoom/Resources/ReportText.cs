namespace ReviewRoom.Resources;

/// <summary>Words of the feedback report, its reading list and its print page: <c>ReportText.resx</c> (Chinese) and <c>ReportText.en.resx</c>.</summary>
public sealed class ReportText;
