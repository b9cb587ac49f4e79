namespace ReviewRoom.Resources;

/// <summary>Marks the words of inbox, outbox and e-mails.</summary>
public sealed class PostText;
