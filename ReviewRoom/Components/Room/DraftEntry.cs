using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Room;

/// <summary>What the browser keeps of one field until there is a receipt for it.</summary>
/// <param name="Id">The command id it was, or will be, sent with.</param>
/// <param name="Field">mark, strength, opportunity or siteIssue.</param>
public sealed record DraftEntry(string Id, string Criterion, string Field, int? Rate, string? Text, Place? Place)
{
    /// <summary>The act this entry asks for; null for a field this page does not know.</summary>
    public RoomAct? ActOn(string dossier) => Field switch
    {
        "mark" => new GiveMark(dossier, Criterion, Rate),
        "strength" => new WriteComment(dossier, Criterion, CommentKind.Strength, Text ?? "", Place),
        "opportunity" => new WriteComment(dossier, Criterion, CommentKind.Opportunity, Text ?? "", Place),
        "siteIssue" => new WriteComment(dossier, Criterion, CommentKind.SiteIssue, Text ?? "", Place),
        _ => null,
    };
}

/// <summary>How a delivery from the browser fared.</summary>
/// <param name="Retry">Nothing is wrong with the entry: the ledger could not be written, ask again.</param>
public sealed record Delivery(bool Stored, bool Retry);
