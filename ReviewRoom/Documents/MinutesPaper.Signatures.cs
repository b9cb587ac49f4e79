using System.Collections.Immutable;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Documents;

// The signature sheet (专家签字表) of one dossier as a paper of its own: every seat, what it declared, handed in and signed, and room for its ink.
public sealed partial class MinutesPaper
{
    /// <summary>A dossier that has a signature sheet for this reader: one that is closed and whose marks he sees; of a rehearsal there is none.</summary>
    public DossierMinutes? ToSign(string id) => view.Rehearsal == true ? null : view.Dossiers.FirstOrDefault(d => d.Id == id && d.Signatures is not null);

    public string SheetName(DossierMinutes dossier) => words["Sheet.Title", dossier.Title ?? dossier.Id];

    public ImmutableArray<Piece> SignatureSheet(DossierMinutes dossier) =>
    [
        new Title(1, words["Sheet.Heading"]), About(dossier), new Line(words["Sheet.Lead"]), Inked(dossier),
        .. dossier.Head is { } head ? ImmutableArray.Create<Piece>(new Line(words["Signatures.Head", MinutesWords.At(dossier.SignedAt), head, words.Behind(nameof(dossier.Head)) ?? ""])) : [],
        .. Later(dossier),
        .. dossier.Phase == Phase.Signed ? ImmutableArray<Piece>.Empty : [new Line(words["Signatures.Open"])],
        new Line(words["Sheet.Office"], IsSignature: true),
    ];

    private Grid About(DossierMinutes dossier) => Pairs(
        "Sheet.About", ("Sheet.Dossier", words["Head.RoomIs", dossier.Title ?? "", dossier.Id]), ("Head.Session", view.SessionTitle), ("Head.Room", words["Head.RoomIs", view.Title, view.Room]),
        ("Head.Rubric", words[view.Rubric.Provisional ? "Head.RubricProvisional" : "Head.RubricIs", MinutesWords.In(view.Rubric.Name), view.Rubric.Version, view.Rubric.Standard, view.Rubric.Points]),
        ("Sheet.Result", dossier.Result is { } result ? words["Sheet.ResultIs", result.Points ?? "", result.Rate, result.N] : null), ("Course.Calibrates", dossier.Calibrates == true ? words["Calibration.NotCounted"] : null), ("Course.Revealed", words.Done(dossier.Revealed)),
        ("Course.Closed", words.Done(dossier.Closed)), ("Course.Signed", MinutesWords.At(dossier.SignedAt)), ("Head.Zone", $"UTC{view.SetUpAt.ToLocalTime():zzz}"));

    private Grid Inked(DossierMinutes dossier) => new(
        words["Signatures.Title"],
        [
            new(words["Col.Seat"], 2), new(words["Col.Name"], 3), new(words["Col.State"], 3), new(words["Col.Declared"], 4), new(words["Col.Submitted"], 4), new(words["Col.SignedAt"], 4),
            new(words["Col.Dissent"], 5), new(words["Col.Ink"], 6), new(words["Col.Date"], 3),
        ],
        [
            .. (dossier.Signatures ?? []).Select(line => (Line: line, Came: (dossier.Attendance ?? []).FirstOrDefault(a => a.Seat == line.Seat))).Select(s => Row(
                words.Seat(s.Line.Seat), view.Panel.First(p => p.Seat == s.Line.Seat).Name, words.Domain("SeatState", s.Line.State), MinutesWords.At(s.Came?.DeclaredAt),
                s.Came?.Late == true ? words["Attendance.Late", MinutesWords.At(s.Came.SubmittedAt)] : MinutesWords.At(s.Came?.SubmittedAt), MinutesWords.At(s.Line.At), s.Line.Dissent ?? "", "", "")),
        ],
        HasInk: true);
}
