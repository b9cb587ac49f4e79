using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Resources;
using ReviewRoom.Storage;

namespace ReviewRoom.Documents;

/// <summary>A written document: its bytes and what they are.</summary>
public sealed record Handout(byte[] Bytes, string ContentType);

/// <summary>Draws up the minutes of a room from its ledger for one person, as he may have them now, in the language he reads.</summary>
public sealed class MinutesDesk(Ledgers ledgers, LiveRooms rooms, PeopleDirectory people, IStringLocalizer<MinutesText> text, IStringLocalizer<DomainText> domain)
{
    private readonly ConcurrentDictionary<string, Minutes> drawn = new(StringComparer.Ordinal);

    /// <summary>What the minutes are handed out as.</summary>
    public static readonly IReadOnlyList<string> Forms = ["docx", "xlsx", "md", "json"];

    public MinutesWords Words => new(text, domain, people);

    /// <summary>Null where this person may not know of the room.</summary>
    public MinutesView? For(string personId, string roomId)
    {
        if (rooms.Find(roomId) is not { } room || people.Find(personId) is not { } person || DrawnUp(roomId, room.State.Version) is not { } minutes) return null;
        return minutes.As(rooms.StateFor(minutes.Room, person)).For(minutes.Room.ViewerOf(person));
    }

    /// <summary>Read from the ledger anew after every entry, and kept until the next: a whole panel asks at the same time.</summary>
    private Minutes? DrawnUp(string roomId, long version)
    {
        if (ledgers.Find(roomId) is not { } ledger) return null;
        // A rehearsal may be wiped and begun again under the same id: what was read of it is not kept.
        if (RehearsalPlan.IsId(roomId)) return Minutes.Of(roomId, ledger.Reader.Read($"room/{roomId}").Select(Recorded.Of));
        if (drawn.TryGetValue(roomId, out var known) && known.Room.Version >= version) return known;
        return drawn[roomId] = Minutes.Of(roomId, ledger.Reader.Read($"room/{roomId}").Select(Recorded.Of));
    }

    public MinutesPaper Paper(MinutesView view) => new(view, Words);

    /// <summary>Null where the person may not know of the room, or there is no such form; of a rehearsal there is none.</summary>
    public Handout? Write(string personId, string roomId, string form)
    {
        if (!Forms.Contains(form, StringComparer.Ordinal) || For(personId, roomId) is not { Rehearsal: null } view) return null;
        return form switch
        {
            "json" => new Handout(Canonical.Bytes(view), "application/json"),
            "md" => new Handout(Encoding.UTF8.GetBytes(MarkdownPaper.Of(Paper(view).Pieces())), "text/markdown; charset=utf-8"),
            "xlsx" => new Handout(ScoreWorkbook.Of(view, Words), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => new Handout(Word(view), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        };
    }

    /// <summary>The signature sheet of a dossier as a Word paper; null where the person has none.</summary>
    public Handout? WriteSignatures(string personId, string roomId, string dossierId)
    {
        if (For(personId, roomId) is not { } view || Paper(view) is not { } paper || paper.ToSign(dossierId) is not { } dossier) return null;
        return new Handout(Word(paper.SheetName(dossier), paper.SignatureSheet(dossier)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    private byte[] Word(MinutesView view) => Word(Paper(view).Name, Paper(view).Pieces());

    private byte[] Word(string name, IEnumerable<Piece> pieces) => WordPaper.Of(name, pieces, CultureInfo.CurrentUICulture.Name, text["PageOf"]);
}
