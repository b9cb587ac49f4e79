using System.Text.Json.Nodes;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests;

/// <summary>The demonstration session played as real acts: two panels of seven, eight dossiers, one recusal, one mark that could not be judged.</summary>
internal sealed class DemoSession
{
    private static readonly JsonNode Scores = Shipped.Json("demo/scores.json");

    private DemoSession(JsonNode panel)
    {
        Panel = Text(panel, "id");
        Experts = [.. Array(panel, "expertIds").Select(e => e.GetValue<string>())];
        Dossiers = [.. Array(panel, "applicantIds").Select(a => a.GetValue<string>())];
        Given = Given.ARoom(Panel.ToLowerInvariant(), new CreateRoom(
            Text(panel, "name"), "session-6", "第六届", Tests.Given.Shipped("gbt19580-2012"), new RoomSettings(EvidenceRequired: EvidenceRequired.None),
            [.. Experts.Select((e, i) => new SeatPlan(SeatOf(e), Person(e).Id, Person(e).Name, e == Text(panel, "leaderId")))],
            [.. Dossiers.Select(d => new DossierPlan(d, d, ApplicantKind.Organisation, Won: [.. Won(d)]))]));
    }

    public string Panel { get; }
    public Given Given { get; }
    public IReadOnlyList<string> Experts { get; }
    public IReadOnlyList<string> Dossiers { get; }

    /// <summary>Both panels up to the reveals: the independent marks stand.</summary>
    public static IReadOnlyList<DemoSession> Revealed() => [.. Array(Scores, "panels").Select(p => new DemoSession(p).Score())];

    /// <summary>Both panels to the end: revised, closed where consensus was reached.</summary>
    public static IReadOnlyList<DemoSession> Deliberated() => [.. Revealed().Select(p => p.Deliberate())];

    public string SeatOf(string expert) => ((char)('A' + Experts.ToList().IndexOf(expert))).ToString();

    public static Person Person(string expert) => new(expert.Replace("exp-", "expert-", StringComparison.Ordinal), expert, Roles.Expert);

    /// <summary>Earlier awards of an applicant, from the register.</summary>
    public static IEnumerable<WonBefore> Won(string applicant) =>
        Array(Shipped.Json("demo/history.json"), "awards").Where(a => Text(a, "holderId") == applicant).Select(a => new WonBefore(
            Text(a, "grade"), DateOnly.Parse(Text(a, "conferredOn"), System.Globalization.CultureInfo.InvariantCulture).Year,
            DateOnly.Parse(Text(a, "conferredOn"), System.Globalization.CultureInfo.InvariantCulture), Text(a, "status") == "revoked"));

    private DemoSession Score()
    {
        foreach (var dossier in Dossiers)
        {
            var sheets = About("sheets", dossier).ToList();
            foreach (var sheet in sheets)
                Do(sheet, Text(sheet, "status") == "recused" ? new Declare(dossier, true, "OTHER_DECLARED", "see the register") : new Declare(dossier, false));
            Given.Do(Tests.Given.Office, new Open(dossier));
            foreach (var sheet in sheets.Where(s => Text(s, "status") != "recused")) Mark(sheet, dossier);
            foreach (var comment in About("comments", dossier))
                Do(comment, new WriteComment(dossier, Text(comment, "item"), KindOf(Text(comment, "kind")), Text(comment, "text"), PlaceOf(comment)));
            foreach (var sheet in sheets.Where(s => Text(s, "status") != "recused")) Do(sheet, new Submit(dossier));
            Given.Do(Tests.Given.Office, new Reveal(dossier));
        }
        return this;
    }

    private void Mark(JsonNode sheet, string dossier)
    {
        foreach (var (item, percent) in (sheet["percents"] ?? throw new InvalidOperationException()).AsObject())
            if (percent is not null) Do(sheet, new GiveMark(dossier, item, percent.GetValue<int>()));
        foreach (var item in Array(sheet, "missing")) Do(sheet, new CannotJudge(dossier, item.GetValue<string>(), "漏评"));
    }

    private DemoSession Deliberate()
    {
        foreach (var dossier in Dossiers)
        {
            foreach (var revision in About("revisions", dossier))
                Do(revision, new Revise(dossier, Text(revision, "item"), revision["to"]?.GetValue<int>(), Text(revision, "reason")));
            foreach (var opinion in About("minorityOpinions", dossier))
                Do(opinion, new RecordMinority(dossier, Text(opinion, "item"), Text(opinion, "text")));
            foreach (var closure in About("leaderClosures", dossier))
                Given.Do(Person(Text(closure, "by")), Text(closure, "kind") == "minority-recorded"
                    ? new CloseItem(dossier, Text(closure, "item"), Closing.Differ) : new CloseItem(dossier, Text(closure, "item"), Closing.Accepted, "组长认可"));
            Given.TryDo(Tests.Given.Office, new Close(dossier));
        }
        return this;
    }

    private IEnumerable<JsonNode> About(string list, string dossier) => Array(Scores, list).Where(e => Text(e, "applicantId") == dossier);

    private void Do(JsonNode entry, RoomAct act) => Given.Do(Person(Text(entry, "expertId")), act);

    private static CommentKind KindOf(string kind) => kind switch
    {
        "strength" => CommentKind.Strength,
        "siteIssue" => CommentKind.SiteIssue,
        _ => CommentKind.Opportunity,
    };

    private static Place? PlaceOf(JsonNode comment) => comment["quote"] is { } quote ? new Place(Text(comment, "item"), quote.GetValue<string>()) : null;

    private static IEnumerable<JsonNode> Array(JsonNode node, string name) => (node[name]?.AsArray() ?? []).OfType<JsonNode>();

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? throw new InvalidOperationException(name);

    /// <summary>The candidates of the session as the decision looks at them.</summary>
    public static DecisionRequest Decision(IEnumerable<DemoSession> panels) => new(2026, new DateOnly(2026, 11, 10), new DecisionSettings(),
        [.. panels.SelectMany(p => p.Dossiers.Select(d => new Candidate(
            d, ApplicantKind.Organisation, p.Given.Tally(d).Total.GetValueOrDefault(), 1000, WonBefore: [.. Won(d).Select(Award.Of).OfType<Award>()])))]);
}
