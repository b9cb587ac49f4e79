using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Documents;

/// <summary>The feedback report of a dossier: its reading list and its forms, for one person as he may have them now, in the language he reads.</summary>
public sealed class FeedbackDesk(LiveRooms rooms, PeopleDirectory people, TimeProvider clock, IStringLocalizer<ReportText> text, IStringLocalizer<DomainText> domain)
{
    /// <summary>What the report is handed out as.</summary>
    public static readonly IReadOnlyList<string> Forms = ["docx", "xlsx", "md", "json"];

    /// <summary>The reading list; null for who has none.</summary>
    public FeedbackView? For(string personId, string roomId, string dossier) => Seen(personId, roomId, (room, viewer) => room.FeedbackFor(viewer, dossier));

    /// <summary>The report as it was released, or a preview; null for who may have neither.</summary>
    public FeedbackReport? Report(string personId, string roomId, string dossier) => Seen(personId, roomId, (room, viewer) => room.FeedbackReportFor(viewer, dossier));

    /// <summary>The reading list now, then after every change of it; ends where the person has none any more.</summary>
    public async IAsyncEnumerable<FeedbackView> Watch(string personId, string roomId, string dossier, [EnumeratorCancellation] CancellationToken ct)
    {
        if (rooms.Find(roomId) is not { } live) yield break;
        var shown = Array.Empty<byte>();
        await foreach (var _ in live.Watch(ct).ConfigureAwait(false))
        {
            if (For(personId, roomId, dossier) is not { } view) yield break;
            var bytes = Canonical.Bytes(view);
            if (bytes.AsSpan().SequenceEqual(shown)) continue;
            shown = bytes;
            yield return view;
            await Task.Delay(LiveRooms.Pace, clock, ct).ConfigureAwait(false);
        }
    }

    public FeedbackPaper Paper(FeedbackReport report) => new(report, text, domain);

    /// <summary>A form of the released report; null where it is not released, where the person may not have it, or where there is no such form.</summary>
    public Handout? Write(string personId, string roomId, string dossier, string form) =>
        Forms.Contains(form, StringComparer.Ordinal) && Report(personId, roomId, dossier) is { ReleasedAt: not null } report ? Written(report, form) : null;

    /// <summary>Written from the report alone: equal reports are equal files.</summary>
    public Handout Written(FeedbackReport report, string form)
    {
        var paper = Paper(report);
        return form switch
        {
            "json" => new Handout(Canonical.Bytes(report), "application/json"),
            "md" => new Handout(Encoding.UTF8.GetBytes(MarkdownPaper.Of(paper.Pieces())), "text/markdown; charset=utf-8"),
            "xlsx" => new Handout(paper.Book(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => new Handout(WordPaper.Of(paper.Name, paper.Pieces(), CultureInfo.CurrentUICulture.Name, text["PageOf"]), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        };
    }

    private T? Seen<T>(string personId, string roomId, Func<Room, Viewer, T?> project) where T : class =>
        rooms.Find(roomId) is { } room && people.Find(personId) is { } person ? project(rooms.StateFor(room.State, person), room.State.ViewerOf(person)) : null;
}
