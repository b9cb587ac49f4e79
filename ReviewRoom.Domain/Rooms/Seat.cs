using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Rooms;

/// <summary>A chair of the panel: a letter, the person on it, whether he leads. Presence is heard, not recorded.</summary>
public sealed record Seat(string Letter, string PersonId, string Name, bool Leader, [property: JsonIgnore] Presence Presence = Presence.Offline, [property: JsonIgnore] int? LostMinutes = null);
