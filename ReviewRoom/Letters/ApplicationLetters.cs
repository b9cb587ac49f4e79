using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Domain.Sessions;
using static ReviewRoom.Letters.LetterWords;

namespace ReviewRoom.Letters;

/// <summary>A letter there is about an application.</summary>
/// <param name="Round">Of a correction.</param>
/// <param name="At">When what it says was decided: the template of that moment is its template.</param>
public sealed record ApplicationLetter(PaperKind Kind, int Round, DateTimeOffset At);

/// <summary>The letters about one application, filled from one person's own view of it.</summary>
internal sealed class ApplicationLetters(ApplicationView view, AwardSession session, Regulation? law)
{
    /// <summary>The newest first.</summary>
    public ImmutableArray<ApplicationLetter> All =>
    [
        .. Letters().OrderByDescending(l => l.At),
    ];

    public PaperValues Of(ApplicationLetter letter) => letter.Kind switch
    {
        PaperKind.Recommendation => Recommendation(view.Recommendation ?? throw new InvalidOperationException("No recommendation.")),
        PaperKind.Correction => Correction(view.Rounds.First(r => r.Number == letter.Round)),
        PaperKind.Acceptance => Values(letter, [Field("grade", Grade), Field("reason", view.Decision?.Reason ?? "")]),
        _ => Values(letter, [Field("condition", TextOf(view.Decision?.Condition)), Field("article", view.Decision?.Article ?? 0), Field("reason", view.Decision?.Reason ?? "")]),
    };

    private IEnumerable<ApplicationLetter> Letters()
    {
        if (view.Recommendation is { } recommended) yield return new(PaperKind.Recommendation, 0, recommended.At);
        foreach (var round in view.Rounds) yield return new(PaperKind.Correction, round.Number, round.AskedAt);
        if (view.Decision is { } decision) yield return new(decision.IsAccepted ? PaperKind.Acceptance : PaperKind.Rejection, 0, decision.At);
    }

    private PaperValues Recommendation(StandingRecommendation recommended)
    {
        var letter = recommended.Letter;
        return new PaperValues(
            [
                Field(PaperForm.Number, letter.Document), Field(PaperForm.Day, Day(letter.On)), Field("session", Title), Field("applicant", view.Name), Field("grade", Grade), Field("body", NameOf(recommended.Body)),
                Field("noticeFrom", Day(letter.NoticeFrom)), Field("noticeTo", Day(letter.NoticeTo)), Field("departments", Joined(letter.Departments)), Field("text", letter.Text), Field("checked", letter.LocalCheck.IsEmpty ? "" : LetterWords.Of("Checked")),
                Field("countersigned", letter.Countersigned is { } other ? NameOf(other) : ""),
            ],
            [
                new ListValues("checks", [.. letter.LocalCheck.Select(c => ImmutableArray.Create(
                    Field("condition", TextOf(c.Condition)), Field("article", ArticleOf(c.Condition)), Field("result", LetterWords.Of($"Check.{c.Result}")), Field("text", c.Text ?? "")))]),
            ],
            LetterWords.Of("None"));
    }

    private PaperValues Correction(CorrectionRound round) => Values(new ApplicationLetter(PaperKind.Correction, round.Number, round.AskedAt), [Field("round", round.Number), Field("due", Moment(round.Due))]) with
    {
        Lists = [new ListValues("points", [.. round.Points.Select(p => ImmutableArray.Create(Field("why", p.Why), Field("condition", TextOf(p.Condition)), Field("article", ArticleOf(p.Condition))))])],
    };

    private PaperValues Values(ApplicationLetter letter, ImmutableArray<FieldValue> fields) => new(
        [Field(PaperForm.Day, Day(ChinaTime.DayOf(letter.At))), Field("session", Title), Field("applicant", view.Name), Field("you", LetterWords.Of($"You.{view.Kind}")), .. fields], [], LetterWords.Of("None"));

    private string Title => session.Plan?.Title ?? "";

    private string Grade => LetterWords.Of(view.Grade == Domain.Decisions.Grade.Main ? "Award.main" : "Award.nomination");

    private string NameOf(string body) => session.Bodies.FirstOrDefault(b => b.Id == body)?.FullName ?? body;

    private string TextOf(string? condition) => law?.Conditions.FirstOrDefault(c => c.Id == condition)?.Text ?? condition ?? "";

    private static int ArticleOf(string condition) => Conditions.ArticleOf(condition);
}
