using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Storage;

namespace ReviewRoom.Attachments;

/// <summary>Where an attachment is asked for: a dossier of a room, an applicant of a session's register, or an application.</summary>
/// <param name="Room">Null where it is not a room's.</param>
public sealed record AttachmentPlace(string? Room, string? Session, string Dossier)
{
    /// <summary>It is the application's, and not the register's.</summary>
    public bool IsApplication { get; init; }

    /// <summary>The address of a file there.</summary>
    public string Url(string file) => IsApplication
        ? $"/api/sessions/{Uri.EscapeDataString(Session ?? "")}/applications/{Uri.EscapeDataString(Dossier)}/files/{Uri.EscapeDataString(file)}" : Room is { } room
        ? $"/api/rooms/{Uri.EscapeDataString(room)}/dossiers/{Uri.EscapeDataString(Dossier)}/files/{Uri.EscapeDataString(file)}"
        : $"/api/sessions/{Uri.EscapeDataString(Session ?? "")}/applicants/{Uri.EscapeDataString(Dossier)}/files/{Uri.EscapeDataString(file)}";
}

/// <summary>Hands attached files to those who may read the dossier now, and to nobody else.</summary>
public sealed class AttachmentReader(LiveRooms rooms, LiveRegisters registers, LiveApplications applications, PeopleDirectory people, FileStore files)
{
    private const int MostKnown = 32;

    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<SheetTable>?>> known = new(StringComparer.Ordinal);

    /// <summary>Null where there is no such file, or this person may not have it: the two look the same.</summary>
    public Attachment? Find(string personId, AttachmentPlace place, string file)
    {
        if (place.IsApplication) return applications.FileFor(personId, place.Session ?? "", place.Dossier, file);
        if (place.Room is not { } id)
            return registers.View(personId).Registers.FirstOrDefault(r => r.Id == place.Session)?.Files.GetValueOrDefault(place.Dossier, []).FirstOrDefault(f => f.Id == file);
        return people.Find(personId) is { } person && rooms.Find(id)?.State is { } room ? rooms.StateFor(room, person).FileFor(room.ViewerOf(person), place.Dossier, file) : null;
    }

    /// <summary>Null as for <see cref="Find"/>, or where the file is gone from the disk.</summary>
    public (Attachment File, FileStream Bytes)? Open(string personId, AttachmentPlace place, string file) =>
        Find(personId, place, file) is { } found && files.Open(found.Hash) is { } bytes ? (found, bytes) : null;

    /// <summary>The first sheets of a workbook; null where there is none to show.</summary>
    public ImmutableArray<SheetTable>? Tables(string personId, AttachmentPlace place, string file)
    {
        if (Find(personId, place, file) is not { Type: AttachmentType.Xlsx } found) return null;
        if (known.Count > MostKnown) known.Clear();
        return known.GetOrAdd(found.Hash, hash => new Lazy<ImmutableArray<SheetTable>?>(() => Read(hash))).Value;
    }

    private ImmutableArray<SheetTable>? Read(string hash)
    {
        using var bytes = files.Open(hash);
        return bytes is null ? null : SheetTables.Read(bytes);
    }
}
