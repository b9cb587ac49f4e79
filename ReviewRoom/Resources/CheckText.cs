namespace ReviewRoom.Resources;

/// <summary>Marks the words of recommendation and formal check: conditions, what the facts say of them (<c>Eligibility.{reason}</c>), findings, letters, decisions.</summary>
public sealed class CheckText;
