using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Papers;

/// <summary>The official papers (文书) of a session.</summary>
public enum PaperKind
{
    /// <summary>评选通知: the session is announced.</summary>
    Call,
    /// <summary>推荐函 of a county government or department.</summary>
    Recommendation,
    /// <summary>受理通知书.</summary>
    Acceptance,
    /// <summary>补正通知书.</summary>
    Correction,
    /// <summary>不予受理通知书.</summary>
    Rejection,
    /// <summary>征求意见函 to the member units.</summary>
    Consultation,
    /// <summary>建议名单的请示 to the leading group.</summary>
    Proposal,
    /// <summary>公示.</summary>
    Notice,
    /// <summary>审定决定 of the leading group.</summary>
    Approval,
    /// <summary>Text of a certificate.</summary>
    Certificate,
    /// <summary>奖励资金拨付清单.</summary>
    Payments,
}

public enum FieldType { Text, Day, Number, Yuan }

/// <summary>How a template uses a field.</summary>
public enum FieldUse
{
    MayStand,
    /// <summary>A template without it is refused.</summary>
    MustStand,
    /// <summary>Often empty: then the line it stands in does not appear.</summary>
    MayBeEmpty,
}

/// <summary>A named field of a paper: <c>{{name}}</c>, or <c>{{list.name}}</c> for a member of a list.</summary>
public sealed record PaperField(string Name, FieldType Type = FieldType.Text, FieldUse Use = FieldUse.MayStand);

/// <summary>A list of a paper: the table row or point that names its fields stands once for each member.</summary>
/// <param name="MustStand">A template without any of its fields is refused.</param>
/// <param name="MayBeLeftOut">While it is empty its table does not appear.</param>
public sealed record PaperList(string Name, bool MustStand, ImmutableArray<PaperField> Fields, bool MayBeLeftOut = false);

/// <summary>What can stand in a paper of a kind.</summary>
public sealed record PaperForm(PaperKind Kind, ImmutableArray<PaperField> Fields, ImmutableArray<PaperList> Lists)
{
    /// <summary>Number and day of issue.</summary>
    public const string Number = "number", Day = "date";

    /// <summary>In the order of a session.</summary>
    public static ImmutableArray<PaperForm> All { get; } =
    [
        Call(), Recommendation(), Acceptance(), Correction(), Rejection(), Consultation(), Proposal(), Notice(), Approval(), Certificate(), Payments(),
    ];

    public static PaperForm Of(PaperKind kind) => All.First(f => f.Kind == kind);

    /// <summary>Every name a template of this kind may use, lists as <c>list.name</c>.</summary>
    public ImmutableArray<string> Names { get; } = [.. Fields.Select(f => f.Name), .. Lists.SelectMany(l => l.Fields.Select(f => $"{l.Name}.{f.Name}"))];

    /// <summary>Names a template of this kind cannot do without; of a list any one.</summary>
    public ImmutableArray<string> MissingIn(IReadOnlySet<string> used) =>
    [
        .. Fields.Where(f => f.Use == FieldUse.MustStand && !used.Contains(f.Name)).Select(f => f.Name),
        .. Lists.Where(l => l.MustStand && !l.Fields.Any(f => used.Contains($"{l.Name}.{f.Name}"))).Select(l => $"{l.Name}.{l.Fields[0].Name}"),
    ];

    public bool MayBeEmpty(string name) => Fields.Any(f => f.Name == name && f.Use == FieldUse.MayBeEmpty);

    /// <summary>Issued by the office with a number. A certificate is numbered by its conferral, and what concerns one application follows from its ledger.</summary>
    public bool IsIssued => Kind != PaperKind.Certificate && !IsOfApplication;

    public bool IsOfApplication => Kind is PaperKind.Recommendation or PaperKind.Acceptance or PaperKind.Correction or PaperKind.Rejection;

    private static PaperField Must(string name, FieldType type = FieldType.Text) => new(name, type, FieldUse.MustStand);
    private static PaperField May(string name, FieldType type = FieldType.Text) => new(name, type, FieldUse.MayBeEmpty);
    private static PaperField Place => new("place", FieldType.Number);

    [Article(12)]
    private static PaperForm Call() => new(
        PaperKind.Call, [Must(Number), Must(Day, FieldType.Day), Must("session"), new("year", FieldType.Number), Must("deadline", FieldType.Day), new("mainPlaces", FieldType.Number), new("nominationPlaces", FieldType.Number), new("passPercent", FieldType.Number), new("noticeDays", FieldType.Number)],
        [new("steps", false, [new("name"), new("from", FieldType.Day), new("to", FieldType.Day)]), new("conditions", true, [new("text"), new("article", FieldType.Number)])]);

    [Article(7, 14)]
    private static PaperForm Recommendation() => new(
        PaperKind.Recommendation, [Must(Number), Must(Day, FieldType.Day), Must("session"), Must("applicant"), new("grade"), Must("body"), Must("noticeFrom", FieldType.Day), Must("noticeTo", FieldType.Day), May("departments"), May("text"), May("checked"), May("countersigned")],
        [new("checks", false, [new("condition"), new("article", FieldType.Number), new("result"), new("text")], MayBeLeftOut: true)]);

    [Article(15)]
    private static PaperForm Acceptance() => new(PaperKind.Acceptance, [Must(Day, FieldType.Day), Must("session"), Must("applicant"), new("you"), new("grade"), May("reason")], []);

    [Article(15)]
    private static PaperForm Correction() => new(
        PaperKind.Correction, [Must(Day, FieldType.Day), Must("session"), Must("applicant"), new("you"), new("round", FieldType.Number), Must("due")], [new("points", true, [new("why"), new("condition"), new("article", FieldType.Number)])]);

    [Article(15)]
    private static PaperForm Rejection() => new(
        PaperKind.Rejection, [Must(Day, FieldType.Day), Must("session"), Must("applicant"), new("you"), Must("condition"), Must("article", FieldType.Number), Must("reason")], []);

    [Article(6)]
    private static PaperForm Consultation() => new(
        PaperKind.Consultation, [Must(Number), Must(Day, FieldType.Day), Must("session"), Must("unit"), Must("due"), new("count", FieldType.Number)],
        [new("candidates", true, [new("name"), Place, new("id"), new("kind")])]);

    [Article(5, 6)]
    private static PaperForm Proposal() => new(
        PaperKind.Proposal,
        [Must(Number), Must(Day, FieldType.Day), Must("session"), new("units", FieldType.Number), new("replied", FieldType.Number), new("silent", FieldType.Number), new("total", FieldType.Yuan), May("vacantMain", FieldType.Number), May("vacantNomination", FieldType.Number), May("ties")],
        [
            new("main", true, [new("name"), new("rank", FieldType.Number), new("kind"), new("rate"), new("amount", FieldType.Yuan), new("note")]), new("nomination", true, [new("name"), new("rank", FieldType.Number), new("kind"), new("rate"), new("amount", FieldType.Yuan), new("note")]),
            new("objections", false, [new("unit"), new("candidate"), new("condition"), new("text"), new("verdict"), new("reason")]),
        ]);

    [Article(5, 18)]
    private static PaperForm Notice() => new(
        PaperKind.Notice,
        [Must(Number), Must(Day, FieldType.Day), Must("session"), Must("from", FieldType.Day), Must("to", FieldType.Day), new("days", FieldType.Number), Must("contact"), May("repeats"), May("vacantMain", FieldType.Number), May("vacantNomination", FieldType.Number), new("code")],
        [new("main", true, [new("name"), Place, new("kind"), new("recommended")]), new("nomination", true, [new("name"), Place, new("kind"), new("recommended")])]);

    [Article(5)]
    private static PaperForm Approval() => new(
        PaperKind.Approval, [Must(Number), Must(Day, FieldType.Day), Must("session"), Must("document"), new("approvedOn", FieldType.Day), new("noticeFrom", FieldType.Day), new("noticeTo", FieldType.Day), new("objections", FieldType.Number), May("struckOff")],
        [new("main", true, [new("name"), Place, new("kind"), new("note")]), new("nomination", true, [new("name"), Place, new("kind"), new("note")])]);

    [Article(19)]
    private static PaperForm Certificate() => new(
        PaperKind.Certificate, [Must("name"), Must("award"), new("you"), Must("won"), May("number"), Must("on", FieldType.Day), Must("until", FieldType.Day)], []);

    [Article(19, 25)]
    private static PaperForm Payments() => new(
        PaperKind.Payments, [Must(Number), Must(Day, FieldType.Day), Must("session"), Must("document"), new("conferredOn", FieldType.Day), Must("total", FieldType.Yuan), May("budget")],
        [new("winners", true, [new("name"), Place, new("certificate"), new("award"), new("kind"), new("amount", FieldType.Yuan), new("article", FieldType.Number)])]);
}
