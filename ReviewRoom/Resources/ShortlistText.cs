namespace ReviewRoom.Resources;

/// <summary>Marks the words of the shortlist and of the site review that follows it.</summary>
public sealed class ShortlistText;
