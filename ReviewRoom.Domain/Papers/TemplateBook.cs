using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Papers;

/// <summary>A request to the book of templates. JSON: <c>{"act":"putTemplate", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(PutTemplate), "putTemplate")]
[JsonDerivedType(typeof(ResetTemplate), "resetTemplate")]
public abstract record TemplateAct;

/// <summary>The office writes the next version of a template.</summary>
/// <param name="Base">Number of the version it was written on; where another has come since, it is refused.</param>
/// <param name="Text">1 to 20,000 characters.</param>
public sealed record PutTemplate(PaperKind Kind, int Base, string Text) : TemplateAct;

/// <summary>Takes the template that ships as the next version.</summary>
public sealed record ResetTemplate(PaperKind Kind, int Base) : TemplateAct
{
    /// <summary>The text that ships, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public string Shipped { get; init; } = "";
}

/// <summary>What happened to the book.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TemplatePut), "templatePut")]
[JsonDerivedType(typeof(TemplateReset), "templateReset")]
public abstract record TemplateEvent;

public sealed record TemplatePut(PaperKind Paper, string Text) : TemplateEvent;

public sealed record TemplateReset(PaperKind Paper, string Text) : TemplateEvent;

/// <summary>One version of a template; version 0 is the one that ships and stands in no entry.</summary>
/// <param name="By">Person id.</param>
public sealed record TemplateVersion(int Number, string Text, string By, DateTimeOffset At, bool IsReset);

/// <summary>The templates of all papers in their versions. A paper that was issued keeps the text it was issued with.</summary>
public sealed record TemplateBook : IStreamState<TemplateBook, TemplateAct, TemplateEvent>
{
    private TemplateBook() { }

    public static readonly TemplateBook Blank = new();

    public long Version { get; init; }
    private ImmutableDictionary<PaperKind, ImmutableList<TemplateVersion>> Written { get; init; } = ImmutableDictionary<PaperKind, ImmutableList<TemplateVersion>>.Empty;
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    /// <summary>From version 1 on, the newest last.</summary>
    public ImmutableList<TemplateVersion> Of(PaperKind kind) => Written.GetValueOrDefault(kind, []);

    public Outcome<TemplateEvent> Decide(TemplateAct act, Asking asking)
    {
        if (!asking.By.Roles.HasFlag(Roles.Office)) return RefusalCode.NotAllowed;
        return act switch
        {
            PutTemplate put => Decided(put.Kind, put.Base, put.Text, text => new TemplatePut(put.Kind, text)),
            ResetTemplate reset => Decided(reset.Kind, reset.Base, reset.Shipped, text => new TemplateReset(reset.Kind, text)),
            _ => RefusalCode.NotAllowed,
        };
    }

    private Outcome<TemplateEvent> Decided(PaperKind kind, int onto, string text, Func<string, TemplateEvent> happened)
    {
        if (!Enum.IsDefined(kind)) return Refusal.Malformed("kind");
        if (onto != Of(kind).Count) return new Refusal(RefusalCode.TemplateMoved) { Criteria = [Of(kind).Count.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
        if (Refusal.OfText(text, "text", PaperTemplate.Longest) is { } refusal) return refusal;
        var tidy = text.ReplaceLineEndings("\n").Trim() + "\n";
        if (Of(kind) is [.., { } last] && last.Text == tidy) return RefusalCode.AlreadySettled;
        return PaperTemplate.Of(tidy).Check(PaperForm.Of(kind)) is { } wrong ? wrong : happened(tidy);
    }

    public TemplateBook Apply(TemplateEvent happened, Stamp stamp)
    {
        var (kind, text) = happened switch
        {
            TemplatePut e => (e.Paper, e.Text),
            TemplateReset e => (e.Paper, e.Text),
            _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
        };
        var next = new TemplateVersion(Of(kind).Count + 1, text, stamp.Actor, stamp.At, happened is TemplateReset);
        return this with { Written = Written.SetItem(kind, Of(kind).Add(next)), Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };
    }
}
