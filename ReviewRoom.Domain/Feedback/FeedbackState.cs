using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Feedback;

/// <summary>What the office settled about one text.</summary>
/// <param name="By">Person id.</param>
public sealed record FeedbackReading(bool Include, string? Wording, bool WithoutQuote, string? Reason, string By, DateTimeOffset At);

/// <summary>A release of the report as it stood then.</summary>
public sealed record FeedbackRelease(Approval Approval, ImmutableArray<string> Texts, int Gone, string By, DateTimeOffset At);

/// <summary>How far a dossier's feedback report has come.</summary>
/// <param name="Readings">By text id; also of texts that have left since.</param>
/// <param name="Released">The last release, until a text is settled anew.</param>
/// <param name="Editions">How many times it was released.</param>
public sealed record FeedbackState(ImmutableSortedDictionary<string, FeedbackReading> Readings, FeedbackRelease? Released, int Editions)
{
    public static readonly FeedbackState None = new(ImmutableSortedDictionary.Create<string, FeedbackReading>(StringComparer.Ordinal), null, 0);

    public FeedbackState After(FeedbackEvent happened, Ledger.Stamp stamp) => happened switch
    {
        FeedbackTextSettled e => this with
        {
            Readings = Readings.SetItem(e.Text, new FeedbackReading(e.Include, e.Wording, e.WithoutQuote, e.Reason, stamp.Actor, stamp.At)), Released = null,
        },
        FeedbackReleased e => this with { Released = new FeedbackRelease(e.Approval, e.Texts, e.Gone, stamp.Actor, stamp.At), Editions = Editions + 1 },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}

/// <summary>
/// A strength or an opportunity of a counted sheet, without its author. Equal texts about the same item and place are one.
/// </summary>
public sealed record FeedbackText(string Id, string Criterion, CommentKind Kind, string Words, Place? Place)
{
    /// <summary>From what is written alone: neither who wrote it nor when.</summary>
    public static FeedbackText Of(Comment comment) => new(Canonical.Hash(Canonical.Bytes(comment))[..24], comment.Criterion, comment.Kind, comment.Text, comment.Place);

    /// <summary>Texts stand in the order of the hash of their words, so that no order tells an author.</summary>
    public static string OrderOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
