namespace ReviewRoom.Resources;

/// <summary>Marks the words of the official papers and their templates.</summary>
public sealed class LetterText;
