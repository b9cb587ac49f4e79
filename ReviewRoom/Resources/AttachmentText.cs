namespace ReviewRoom.Resources;

/// <summary>Words about attached files: <c>AttachmentText.resx</c> (Chinese) and <c>AttachmentText.en.resx</c>.</summary>
public sealed class AttachmentText;
