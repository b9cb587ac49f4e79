using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Resources;

namespace ReviewRoom.Documents;

/// <summary>Sets the feedback report to the applicant as a paper, and its texts as rows of a workbook.</summary>
public sealed class FeedbackPaper(FeedbackReport report, IStringLocalizer<ReportText> text, IStringLocalizer<DomainText> domain)
{
    public string Name => text["Title", report.Applicant];

    public ImmutableArray<Piece> Pieces() => [new Title(1, text["Heading"]), .. Head(), .. report.Chapters.SelectMany(Chapter), .. Foot()];

    /// <summary>What the paper says of itself, and every text as a row.</summary>
    public byte[] Book()
    {
        using var book = new Workbook();
        string[] heads = ["Col.Criterion", "Col.Name", "Col.Kind", "Col.Text", "Col.Place", "Col.Quote"];
        book.Add(text["Sheet.Texts"], 1, 2, [12, 26, 12, 72, 18, 40], [[.. heads.Select(h => (object?)text[h].Value)], .. report.Chapters.SelectMany(c => c.Items).SelectMany(Rows)]);
        (string What, string Value)[] about = [(text["Col.What"], text["Col.Value"]), .. About(), (text["About.Note"], text["Lead"])];
        book.Add(text["Sheet.About"], 1, 1, [22, 60], about.Select(p => (IReadOnlyList<object?>)[p.What, p.Value]));
        return book.Bytes();
    }

    private IEnumerable<Piece> Head()
    {
        if (report.ReleasedAt is null) yield return new Line(text["Preview"]);
        yield return new Grid(text["About"], [new(text["Col.What"], 3), new(text["Col.Value"], 9)], [.. About().Select(p => ImmutableArray.Create(p.What, p.Value))]);
        yield return new Line(text["Lead"]);
        if (report.Chapters.IsEmpty) yield return new Line(text["Empty"]);
    }

    private IEnumerable<(string What, string Value)> About()
    {
        var rubric = report.Rubric;
        yield return (text["About.Applicant"], report.Applicant);
        yield return (text["About.Kind"], domain[$"Kind.{report.Kind}"]);
        yield return (text["About.Session"], report.SessionTitle);
        yield return (text["About.Rubric"], text[rubric.Provisional ? "About.RubricProvisional" : "About.RubricIs", MinutesWords.In(rubric.Name), rubric.Standard, rubric.Version]);
        if (report.Approval is { } approval) yield return (text["About.Approval"], text["About.ApprovalIs", approval.Document, Day(approval.On)]);
        if (report.ReleasedAt is { } at) yield return (text["About.Released"], Day(DateOnly.FromDateTime(at.ToLocalTime().DateTime)));
        if (report.Edition is > 1 and var edition) yield return (text["About.Edition"], text["About.EditionIs", edition]);
    }

    private IEnumerable<Piece> Chapter(FeedbackChapter chapter)
    {
        yield return new Title(2, Named(chapter.Code, MinutesWords.In(chapter.Name)));
        foreach (var item in chapter.Items)
        {
            yield return new Title(3, Named(item.Criterion, MinutesWords.In(item.Name)));
            foreach (var (kind, points) in Sides(item))
            {
                yield return new Line(text[$"Side.{kind}"], LeadsOn: true);
                yield return new Points([.. points.Select(Said)]);
            }
        }
    }

    private IEnumerable<Piece> Foot()
    {
        if (report.ReleasedAt is not { } at) yield break;
        yield return new Line(text["Issuer"], LeadsOn: true, IsSignature: true);
        yield return new Line(Day(DateOnly.FromDateTime(at.ToLocalTime().DateTime)), IsSignature: true);
    }

    private IEnumerable<IReadOnlyList<object?>> Rows(FeedbackItem item) => Sides(item).SelectMany(side => side.Points.Select(p =>
        (IReadOnlyList<object?>)[item.Criterion, MinutesWords.In(item.Name), domain[$"CommentKind.{side.Kind}"].Value, p.Text, p.At, p.Quote]));

    private static IEnumerable<(CommentKind Kind, ImmutableArray<FeedbackPoint> Points)> Sides(FeedbackItem item) =>
        new[] { (CommentKind.Strength, item.Strengths), (CommentKind.Opportunity, item.Opportunities) }.Where(s => !s.Item2.IsEmpty);

    private string Said(FeedbackPoint point) => point switch
    {
        { At: { } at, Quote: { } quote } => text["Point.Quoted", point.Text, at, quote],
        { At: { } at } => text["Point.Placed", point.Text, at],
        _ => point.Text,
    };

    private string Named(string code, string name) => text["Named", code, name];

    private string Day(DateOnly day) => day.ToString(text["Day"], CultureInfo.InvariantCulture);
}
