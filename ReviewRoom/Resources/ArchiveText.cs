namespace ReviewRoom.Resources;

/// <summary>Marks the words of a session's archive.</summary>
public sealed class ArchiveText;
