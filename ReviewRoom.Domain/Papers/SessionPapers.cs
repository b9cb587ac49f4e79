using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Papers;

/// <summary>A request to the papers of a session. JSON: <c>{"act":"issuePaper", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(IssuePaper), "issuePaper")]
public abstract record PaperAct;

/// <summary>Issues a paper: what stands in it now is kept under its number. A later issue of the same paper stands beside the first.</summary>
/// <param name="Number">发文字号, 1 to 80 characters; none is given to two papers of a session.</param>
/// <param name="On">Day of issue, not after today.</param>
public sealed record IssuePaper(PaperKind Kind, string Number, DateOnly On) : PaperAct
{
    /// <summary>What the office can say at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public PaperContent? Content { get; init; }
}

/// <summary>What a paper says: a template and what it is filled with.</summary>
/// <param name="Template">Number of the template's version.</param>
/// <param name="Copies">Bodies that get a copy of their own, with their names.</param>
public sealed record PaperContent(int Template, string Text, PaperValues Values, ImmutableArray<PaperCopy> Copies);

/// <param name="Body">Id of the body.</param>
/// <param name="Name">Full name, put into the field <c>unit</c>.</param>
public sealed record PaperCopy(string Body, string Name);

/// <summary>What happened to the papers of a session.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(PaperIssued), "paperIssued")]
public abstract record PaperEvent;

public sealed record PaperIssued(PaperKind Paper, string Number, DateOnly On, PaperContent Content) : PaperEvent;

/// <summary>An issued paper.</summary>
/// <param name="Place">1-based, among the papers of its kind: it tells nobody of others.</param>
/// <param name="By">Person id.</param>
public sealed record IssuedPaper(int Place, PaperKind Kind, string Number, DateOnly On, PaperContent Content, string By, DateTimeOffset At);

/// <summary>The papers a session has issued.</summary>
public sealed record SessionPapers : IStreamState<SessionPapers, PaperAct, PaperEvent>
{
    public const int LongestNumber = 80;

    private SessionPapers(string id) => Id = id;

    public static SessionPapers Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }
    public ImmutableList<IssuedPaper> Issued { get; init; } = [];
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public Outcome<PaperEvent> Decide(PaperAct act, Asking asking)
    {
        if (!asking.By.Roles.HasFlag(Roles.Office) || act is not IssuePaper issue) return RefusalCode.NotAllowed;
        if (!Enum.IsDefined(issue.Kind) || !PaperForm.Of(issue.Kind).IsIssued) return Refusal.Malformed("kind");
        if (Refusal.OfText(issue.Number, "number", LongestNumber) is { } refusal) return refusal;
        if (issue.On > ChinaTime.DayOf(asking.At)) return Refusal.Malformed("on");
        if (issue.Content is not { } content) return RefusalCode.WrongStage;
        var number = issue.Number.Trim();
        if (Issued.FirstOrDefault(p => p.Number == number && p.Kind != issue.Kind) is { } taken) return new Refusal(RefusalCode.NumberTaken) { Criteria = [taken.Number] };
        if (Issued.LastOrDefault(p => p.Kind == issue.Kind) is { } last && last.Number == number && last.On == issue.On && Canonical.Bytes(last.Content).AsSpan().SequenceEqual(Canonical.Bytes(content))) return RefusalCode.AlreadySettled;
        return new PaperIssued(issue.Kind, number, issue.On, content);
    }

    public SessionPapers Apply(PaperEvent happened, Stamp stamp) => happened is PaperIssued e
        ? this with { Issued = Issued.Add(new IssuedPaper(Issued.Count(p => p.Kind == e.Paper) + 1, e.Paper, e.Number, e.On, e.Content, stamp.Actor, stamp.At)), Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) }
        : throw new InvalidOperationException($"No fold for {happened.GetType().Name}.");
}
