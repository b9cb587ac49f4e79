namespace ReviewRoom.Resources;

/// <summary>The words of signing in and keeping people.</summary>
public sealed class AccountText;
