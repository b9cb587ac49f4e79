using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Components.Setup;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Live;

/// <summary>What a session can be announced on now: the regulation in force, and the score tables of its register with those that ship.</summary>
public sealed class AnnouncementGrounds(LiveRegisters registers, LiveRegulations regulations, ShippedRubrics shipped, LiveAwards awards)
{
    /// <summary>Null where the regulation cannot be read.</summary>
    public AnnouncementGround? Of(string session)
    {
        if (!regulations.Book.Exists) return null;
        var inForce = regulations.Book.InForce(regulations.Today);
        return GroundOf(inForce.Number, inForce.Content.Figures, [.. registers.Find(session)?.Rubrics ?? [], .. shipped.All]);
    }

    /// <summary>What a plan of this session is held against.</summary>
    /// <param name="before">Year of the latest other session that is not later.</param>
    [Article(4)]
    public CycleGround CycleOf(string session, int? before) =>
        new(regulations.Book.Exists ? regulations.Book.InForce(regulations.Today).Content.Figures.CycleYears : 2, before, before is null ? awards.LastConferral(session) : null);

    public static AnnouncementGround GroundOf(int version, LawFigures figures, IEnumerable<Rubric> rubrics) => new(
        version.ToString(CultureInfo.InvariantCulture), figures.MainPlaces, figures.NominationPlaces,
        [.. rubrics.DistinctBy(r => (r.Id, r.Version)).Select(r => new NamedRubric(r.Id, r.Version, r.Name, r.Standard))]);
}
