namespace ReviewRoom.Resources;

/// <summary>Marks the words of the closing of a session: review, notice, objections, approval, conferral.</summary>
public sealed class ClosingText;
