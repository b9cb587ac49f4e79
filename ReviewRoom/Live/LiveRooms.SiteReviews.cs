using System.Collections.Immutable;
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

    /// <summary>Makes the room of a site review with the panel of the document review; who cannot be seated again is replaced before his first mark.</summary>
    /// <param name="of">The room whose dossiers are gone to see.</param>
    [Article(17)]
    public async Task<RoomAnswer> CreateSiteReview(string personId, string commandId, string of, string title, ImmutableArray<string> dossiers)
    {
        if (people.Find(personId) is not { } person || Find(of)?.State is not { } documents || documents.ViewerOf(person) is not Viewer.Office) return new RoomAnswer(null, new Refusal(RefusalCode.NotFound), null);
        var id = Enumerable.Range(1, int.MaxValue).Select(n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{of}-site-{n}")).First(free => Find(free) is null);
        var plan = new CreateRoom(
            title, documents.Session, documents.SessionTitle, documents.Rubric, documents.Settings, [.. documents.Seats.Select(s => new SeatPlan(s.Letter, s.PersonId, s.Name, s.Leader))],
            [.. dossiers.Select(d => new DossierPlan(d, d, ApplicantKind.Organisation))], SiteReviewOf: of);
        var made = await Create(person, commandId, id, plan).ConfigureAwait(false);
        return new RoomAnswer(made.Receipt, made.Refusal, View(personId, id));
    }

    /// <summary>Opening a dossier of a site review: with what it starts from at this moment.</summary>
    [Article(17)]
    private RoomAct Started(RoomAct act, Room site) =>
        act is Open open && site.SiteReviewOf is { } reviewed && Find(reviewed)?.State is { } documents ? open with { Start = SiteReview.StartOf(documents, site, open.Dossier) } : act;
}
