namespace ReviewRoom.Resources;

/// <summary>Words of the sign-in slips.</summary>
public sealed class SlipText;
