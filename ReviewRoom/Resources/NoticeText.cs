namespace ReviewRoom.Resources;

/// <summary>Marks the words of the public notice and of objections to it.</summary>
public sealed class NoticeText;
