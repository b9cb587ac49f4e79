namespace ReviewRoom.Resources;

/// <summary>Marks the words of the applicant's pages.</summary>
public sealed class ApplyText;
