using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Letters;

/// <summary>What issuing a paper led to.</summary>
public sealed record IssueAnswer(Receipt? Receipt, Refusal? Refusal);

/// <summary>
/// Hands out the papers of sessions: drafts and issued ones to office and supervisor, issued ones to whom they are addressed. What names applicants goes to nobody who is recused from one of the
/// session, whether or not that one is in it.
/// </summary>
public sealed class LettersDesk : IDisposable
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly Bells bells = new();
    private readonly LiveSessions sessions;
    private readonly LivePapers papers;
    private readonly LiveRegulations regulations;
    private readonly LiveAwards awards;
    private readonly PeopleDirectory people;

    public LettersDesk(LiveSessions sessions, LivePapers papers, LiveRegulations regulations, LiveAwards awards, PeopleDirectory people)
    {
        (this.sessions, this.papers, this.regulations, this.awards, this.people) = (sessions, papers, regulations, awards, people);
        sessions.Changed += Note;
        papers.Changed += bells.Ring;
        people.Changed += bells.RingPerson;
    }

    public required ShippedTemplates Shipped { get; init; }

    public required TimeProvider Clock { get; init; }

    public required LiveApplications Applications { get; init; }

    /// <summary>Null where there is no such session for this person.</summary>
    public PapersView? View(string personId, string sessionId)
    {
        if (sessions.View(personId, sessionId) is not { } view) return null;
        var (barred, contents) = (sessions.IsBarred(personId, sessionId), ContentsOf(personId, view));
        return new PapersView(sessionId, view.Plan.Title, view.Role, [.. PaperForm.All.Where(f => f.IsIssued && MayHave(view.Role, f.Kind)).Select(f => RowOf(f.Kind, view, barred, contents)).Where(r => Keeps(view.Role) || r.Issued.Length > 0)]) { MayArchive = Keeps(view.Role) && !barred, HasSummary = view.Proposal is not null && !barred };
    }

    public IAsyncEnumerable<PapersView> Watch(string personId, string sessionId, CancellationToken ct) => bells.Watch(personId, sessionId, () => View(personId, sessionId), Clock, ct);

    /// <summary>Issues a paper with what the office can say now.</summary>
    public async Task<IssueAnswer> Issue(string personId, string sessionId, string commandId, IssuePaper act, CancellationToken ct = default)
    {
        if (people.Find(personId) is not { } person || sessions.View(personId, sessionId) is not { } view) return new IssueAnswer(null, new Refusal(RefusalCode.NotFound));
        if (IsWithheld(act.Kind, sessions.IsBarred(personId, sessionId))) return new IssueAnswer(null, new Refusal(RefusalCode.Recused));
        var contents = ContentsOf(personId, view);
        var (number, text) = TemplateOf(act.Kind);
        var content = contents.Of(act.Kind) is { } values ? new PaperContent(number, text, values, contents.CopiesOf(act.Kind)) : null;
        var answer = await papers.Issue(person, sessionId, commandId, act with { Content = content }, ct);
        return new IssueAnswer(answer.Receipt, answer.Refusal);
    }

    /// <summary>A paper as this person may read it: an issued one by its place, else the newest issued one or, for office and supervisor, the draft.</summary>
    /// <param name="place">0 for the draft.</param>
    /// <param name="copy">Body whose copy it is; a body gets its own.</param>
    public Letter? Read(string personId, string sessionId, PaperKind kind, int? place = null, string? copy = null)
    {
        if (sessions.View(personId, sessionId) is not { } view || View(personId, sessionId)?.Papers.FirstOrDefault(p => p.Kind == kind) is not { Standing: not PaperStanding.Withheld } row) return null;
        if (place != 0 && (place is { } asked ? row.Issued.FirstOrDefault(i => i.Place == asked) : row.Issued.FirstOrDefault()) is { } issued)
        {
            var paper = papers.Of(sessionId).Issued.First(p => p.Kind == kind && p.Place == issued.Place);
            var own = Keeps(view.Role) ? copy : view.Own?.Unit;
            return Of(paper, own) with { Issued = issued };
        }
        if (place > 0 || !Keeps(view.Role) || ContentsOf(personId, view).Of(kind) is not { } values) return null;
        return Filled(kind, TemplateOf(kind).Text, values.With(PaperForm.Number, LetterWords.Of("Number.Open")).With(PaperForm.Day, LetterWords.Day(papers.Today)), null);
    }

    /// <summary>The letters about an application that this person may read, the newest first; none where he may not know of it.</summary>
    public ImmutableArray<ApplicationLetter> LettersOf(string personId, string sessionId, string applicant) => About(personId, sessionId, applicant)?.All ?? [];

    /// <summary>One of them; each with the template that was in use when what it says was decided.</summary>
    public Letter? ReadOf(string personId, string sessionId, string applicant, ApplicationLetter which) => About(personId, sessionId, applicant) is { } about && about.All.Contains(which)
        ? Filled(which.Kind, papers.Book.Of(which.Kind).LastOrDefault(v => v.At <= which.At)?.Text ?? Shipped.Text(which.Kind), about.Of(which), null) : null;

    /// <summary>The letter an address names; the newest where it names none.</summary>
    public static ApplicationLetter? Chosen(ImmutableArray<ApplicationLetter> all, string? kind, int? round) =>
        kind is null ? all.FirstOrDefault() : all.FirstOrDefault(l => ShippedTemplates.NameOf(l.Kind) == kind && (round is null || l.Round == round));

    private ApplicationLetters? About(string personId, string sessionId, string applicant) =>
        Applications.View(personId, sessionId, applicant) is { } view && sessions.Find(sessionId) is { } session ? new ApplicationLetters(view, session, LawOf(session.Plan?.Regulation ?? "")) : null;

    /// <summary>The text of a certificate, by the template in use.</summary>
    public ImmutableArray<PaperBlock> CertificateOf(AwardEntry award) => PaperTemplate.Of(TemplateOf(PaperKind.Certificate).Text).Fill(PaperForm.Of(PaperKind.Certificate), LetterContents.Of(award));

    /// <summary>The same as a Word document.</summary>
    public static byte[] WordOf(Letter letter) => WordPaper.Of(letter.Title, LetterPieces.Of(letter.Blocks), "zh-Hans", LetterWords.Of("Page", "{0}"), isOfficial: true);

    /// <summary>The template in use and the number of its version.</summary>
    public (int Number, string Text) TemplateOf(PaperKind kind) => papers.Book.Of(kind) is [.., { } newest] ? (newest.Number, newest.Text) : (0, Shipped.Text(kind));

    /// <summary>A text with the values that ship for it, as the office tries it; the refusal it would get where it is no template.</summary>
    public (ImmutableArray<PaperBlock> Blocks, Refusal? Refusal) Tried(PaperKind kind, string text)
    {
        var template = PaperTemplate.Of(text);
        return (template.Fill(PaperForm.Of(kind), Shipped.Sample(kind)), template.Check(PaperForm.Of(kind)));
    }

    public void Dispose()
    {
        sessions.Changed -= Note;
        papers.Changed -= bells.Ring;
        people.Changed -= bells.RingPerson;
    }

    /// <summary>An issued paper as it went out.</summary>
    /// <param name="copy">Body whose copy it is.</param>
    internal static Letter Of(IssuedPaper paper, string? copy) => Filled(paper.Kind, paper.Content.Text, Named(paper, copy), null);

    /// <summary>An issued paper with its number and day, and with the name of who gets this copy.</summary>
    private static PaperValues Named(IssuedPaper paper, string? copy)
    {
        var values = paper.Content.Values.With(PaperForm.Number, paper.Number).With(PaperForm.Day, LetterWords.Day(paper.On));
        return paper.Content.Copies.FirstOrDefault(c => c.Body == copy) is { } body ? values.With("unit", body.Name) : values;
    }

    private static Letter Filled(PaperKind kind, string text, PaperValues values, IssuedRow? issued)
    {
        var blocks = PaperTemplate.Of(text).Fill(PaperForm.Of(kind), values);
        return new Letter(kind, blocks.FirstOrDefault(b => b.Role == BlockRole.Title)?.Text ?? LetterWords.Of($"Kind.{kind}"), blocks, issued);
    }

    private PaperRow RowOf(PaperKind kind, SessionView view, bool barred, LetterContents contents)
    {
        if (IsWithheld(kind, barred)) return new PaperRow(kind, PaperStanding.Withheld, []);
        ImmutableArray<IssuedRow> issued = [.. papers.Of(view.Id).Issued.Where(p => p.Kind == kind).Reverse().Select(p => new IssuedRow(p.Place, p.Number, p.On, Keeps(view.Role) ? people.Find(p.By)?.Name ?? p.By : "", p.At, Keeps(view.Role) ? p.Content.Copies : []))];
        return new PaperRow(kind, contents.Of(kind) is null ? PaperStanding.NotYet : PaperStanding.Ready, issued);
    }

    private LetterContents ContentsOf(string personId, SessionView view) => new(view, LawOf(view.Plan.Regulation), sessions.Notice(view.Id), awards.View(personId));

    /// <summary>The regulation the session is bound to.</summary>
    private Regulation? LawOf(string bound) => int.TryParse(bound, out var number) && regulations.Book.Find(number) is { } version ? version.Content
        : regulations.Book.Exists ? regulations.Book.InForce(papers.Today).Content : null;

    private static bool Keeps(string role) => role is "office" or "supervisor";

    private static bool MayHave(string role, PaperKind kind) => Keeps(role) || kind switch
    {
        PaperKind.Call or PaperKind.Notice => true,
        PaperKind.Consultation => role == "unit",
        PaperKind.Proposal or PaperKind.Approval => role == "leadingGroup",
        _ => false,
    };

    /// <summary>What is public names nobody who is not public.</summary>
    private static bool IsWithheld(PaperKind kind, bool barred) => barred && kind is not (PaperKind.Call or PaperKind.Notice);

    private void Note(AwardSession session) => bells.Ring(session.Id);
}
