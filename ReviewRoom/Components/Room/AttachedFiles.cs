using System.Collections.Immutable;
using ReviewRoom.Domain;

namespace ReviewRoom.Components.Room;

/// <summary>The files attached to the dossier that is open, for whoever shows it.</summary>
public sealed record AttachedFiles(string PersonId, string RoomId, string DossierId, ImmutableArray<AttachmentView> Files);
