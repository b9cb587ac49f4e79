namespace ReviewRoom.Resources;

/// <summary>Marks the words of the register of awards: its pages, its public form, its papers.</summary>
public sealed class AwardsText;
