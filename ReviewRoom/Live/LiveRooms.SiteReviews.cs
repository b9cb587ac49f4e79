using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

// What a site review takes from the room whose documents were reviewed; a room alone cannot know it.
public sealed partial class LiveRooms
{
    /// <summary>The plan of a room as it is recorded: of a site review completed from the document review.</summary>
    private Outcome<CreateRoom> Prepared(CreateRoom act, Person by) => act.SiteReviewOf switch
    {
        null => act,
        { } reviewed when Find(reviewed)?.State is { } documents && documents.ViewerOf(by) is Viewer.Office => SiteReview.Prepared(act, documents, by),
        _ => Refusal.Malformed("siteReviewOf"),
    };

    /// <summary>Opening a dossier of a site review: with what it starts from at this moment.</summary>
    [Article(17)]
    private RoomAct Started(RoomAct act, Room site) =>
        act is Open open && site.SiteReviewOf is { } reviewed && Find(reviewed)?.State is { } documents ? open with { Start = SiteReview.StartOf(documents, site, open.Dossier) } : act;
}
