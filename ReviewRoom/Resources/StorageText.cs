namespace ReviewRoom.Resources;

/// <summary>Marks the words of the verify command.</summary>
public sealed class StorageText;
