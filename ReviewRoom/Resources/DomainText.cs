namespace ReviewRoom.Resources;

/// <summary>Marks the words for the domain's keys. Enum members are keys by their C# name (<c>Phase.Independent</c>), kinds by their JSON name (<c>Event.revealed</c>).</summary>
public sealed class DomainText;
