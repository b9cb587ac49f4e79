using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Conflicts;

/// <summary>
/// Finds conflicts of interest from the facts of the register (room.md 6). Pure: the same facts give the same findings, and a further fact never takes one away.
/// </summary>
/// <param name="names">How an organisation is recognised.</param>
/// <param name="others">Organisations around the applicants: employers, owners, suppliers.</param>
/// <param name="day">The day the panel was formed; the window counts back from it, inclusive, for the whole session.</param>
/// <param name="windowYears">Years a past tie still counts.</param>
[Article(3)]
public sealed class ConflictSearch(Identification names, IEnumerable<ApplicantRecord> applicants, IEnumerable<Organisation> others, DateOnly day, int windowYears = 3)
{
    private readonly ImmutableArray<ApplicantRecord> applicants = [.. applicants];
    private readonly ImmutableArray<Organisation> known = [.. applicants.Select(a => a.Own).OfType<Organisation>(), .. others];
    private readonly DateOnly since = day.AddYears(-windowYears);

    /// <summary>All findings, by expert, applicant, type and place.</summary>
    public ImmutableArray<Finding> Find(IEnumerable<ExpertRecord> experts) =>
    [
        .. experts.SelectMany(Of).Distinct()
            .OrderBy(f => f.Expert, StringComparer.Ordinal).ThenBy(f => f.Applicant, StringComparer.Ordinal)
            .ThenBy(f => f.Type, StringComparer.Ordinal).ThenBy(f => f.DataRef, StringComparer.Ordinal),
    ];

    private IEnumerable<Finding> Of(ExpertRecord expert) => applicants.SelectMany(applicant => Of(expert, applicant));

    private IEnumerable<Finding> Of(ExpertRecord expert, ApplicantRecord applicant)
    {
        Finding Made(Tie tie) => new(
            expert.Id, applicant.Id, tie.Type, $"experts.{expert.Id}.{tie.Place}", ConflictSource.Registry, ConflictStrength.Direct, null, tie.By, tie.Ground);

        foreach (var finding in Declared(expert, applicant)) yield return finding;
        if (applicant.Own is { } own)
        {
            foreach (var tie in Ties(expert, own)) yield return Made(tie);
            yield break;
        }
        foreach (var (relative, i) in expert.Relatives.Indexed())
            if (relative.PersonId is { } id && id == applicant.PersonId)
                yield return Made(new Tie("RELATIVE", $"relatives[{i}]", MatchedBy.Id, new Ground(GroundKind.RelativeApplies, Relative: relative.Relation + relative.Name)));
        foreach (var (dispute, i) in expert.Disputes.Indexed())
            if (dispute.Organisation.Id == applicant.Id && dispute.When.Reaches(since)) yield return Made(DisputeOver(dispute, i, MatchedBy.Id));
        if (applicant.Employer is not { } reference || Known(reference) is not { } employer) yield break;
        foreach (var tie in Ties(expert, employer))
            yield return Made(tie) with { Strength = ConflictStrength.Derived, DerivedVia = employer.Id, Ground = tie.Ground with { Applicant = applicant.Name, Through = employer.ShortName ?? employer.Name } };
    }

    private static IEnumerable<Finding> Declared(ExpertRecord expert, ApplicantRecord applicant)
    {
        Finding Made(string type, string place, Ground ground) =>
            new(expert.Id, applicant.Id, type, $"experts.{expert.Id}.{place}", ConflictSource.Self, ConflictStrength.Direct, null, MatchedBy.Id, ground);

        foreach (var (help, i) in expert.Assistance.Indexed())
            if (help.Applicant == applicant.Id) yield return Made("DRAFTED_OR_RECOMMENDED", $"assistance[{i}]", new Ground(GroundKind.Helped, help.What, help.On));
        foreach (var (other, i) in expert.OtherRelations.Indexed())
            if (other.Applicant == applicant.Id) yield return Made("OTHER_DECLARED", $"otherRelations[{i}]", new Ground(GroundKind.Other, other.What));
    }

    /// <summary>What ties an expert to an organisation.</summary>
    private sealed record Tie(string Type, string Place, MatchedBy By, Ground Ground);

    private IEnumerable<Tie> Ties(ExpertRecord expert, Organisation organisation)
    {
        MatchedBy? Is(OrganisationRef reference) => names.Match(reference, organisation);

        foreach (var (post, i) in expert.Posts.Indexed())
            if (post.When.Reaches(since) && Is(post.Organisation) is { } by) yield return new Tie("EMPLOYMENT_3Y", $"employments[{i}]", by, From(GroundKind.Employed, post));
        if (!expert.Posts.Any(p => p.When.Reaches(since) && Is(p.Organisation) is not null) && Is(expert.Employer) is { } employed)
            yield return new Tie("EMPLOYMENT_3Y", "employerId", employed, new Ground(GroundKind.Employed, expert.Title));

        foreach (var (advice, i) in expert.Advice.Indexed())
            if (advice.Paid && advice.When.Reaches(since) && Is(advice.Client) is { } by)
                yield return new Tie("ADVISER_CONSULT_3Y", $"consulting[{i}]", by, new Ground(GroundKind.Advised, advice.Kind, advice.When.From, advice.When.To));

        foreach (var (holding, i) in expert.Holdings.Indexed())
            if (holding.Percent > 0 && holding.When.Reaches(since) && Is(holding.Organisation) is { } by)
                yield return new Tie("OFFICER_OR_SHAREHOLDER", $"shareholdings[{i}]", by, new Ground(GroundKind.Shareholder, null, holding.When.From, holding.When.To, holding.Percent));
        foreach (var (office, i) in expert.Offices.Indexed())
            if (office.When.Reaches(since) && Is(office.Organisation) is { } by) yield return new Tie("OFFICER_OR_SHAREHOLDER", $"offices[{i}]", by, From(GroundKind.Office, office));

        foreach (var tie in expert.Relatives.Indexed().SelectMany(r => RelativeTies(r.Item, r.Index, organisation))) yield return tie;

        foreach (var (dispute, i) in expert.Disputes.Indexed())
            if (dispute.When.Reaches(since) && Is(dispute.Organisation) is { } by) yield return DisputeOver(dispute, i, by);

        foreach (var tie in EmployerTies(expert.Employer, organisation)) yield return tie;
    }

    private IEnumerable<Tie> RelativeTies(Relative relative, int place, Organisation organisation)
    {
        var who = relative.Relation + relative.Name;
        foreach (var (post, i) in relative.Posts.Indexed())
            if (post.When.Reaches(since) && names.Match(post.Organisation, organisation) is { } by)
                yield return new Tie("RELATIVE", $"relatives[{place}].employments[{i}]", by, From(GroundKind.RelativeEmployed, post) with { Relative = who });
        if (relative.PersonId is not { } id || relative.Posts.Any(p => p.When.Reaches(since) && names.Match(p.Organisation, organisation) is not null)) yield break;
        if (id == organisation.HeadId) yield return new Tie("RELATIVE", $"relatives[{place}]", MatchedBy.Id, new Ground(GroundKind.RelativeHeads, Relative: who));
        else if (organisation.Holders.FirstOrDefault(h => h.PersonId == id) is { } holder)
            yield return new Tie("RELATIVE", $"relatives[{place}]", MatchedBy.Id, new Ground(GroundKind.RelativeHolds, Percent: holder.Percent, Relative: who));
    }

    private IEnumerable<Tie> EmployerTies(OrganisationRef reference, Organisation organisation)
    {
        if (names.Match(reference, organisation) is not null || Known(reference) is not { } employer) yield break;
        Tie? Among(ImmutableArray<OrganisationRef> listed, GroundKind kind) => listed.Select(r => names.Match(r, employer)).FirstOrDefault(m => m is not null) is { } by
            ? new Tie("COMPETITOR_CUSTOMER_SUPPLIER", "employerId", by, new Ground(kind, Organisation: employer.Name)) : null;

        foreach (var (listed, kind) in new[] { (organisation.Suppliers, GroundKind.Supplier), (organisation.Customers, GroundKind.Customer), (organisation.Competitors, GroundKind.Competitor) })
            if (Among(listed, kind) is { } tie) yield return tie;

        var (above, aboveEmployer) = (ControllersOf(organisation), ControllersOf(employer));
        var shared = above.FirstOrDefault(aboveEmployer.Contains) ?? (aboveEmployer.Contains(organisation) ? organisation : above.Contains(employer) ? employer : null);
        if (shared is not null)
            yield return new Tie("SAME_CONTROL", "employerId", MatchedBy.Id, new Ground(GroundKind.SameControl, Organisation: employer.Name, Controller: shared.Name));
    }

    /// <summary>Who controls an organisation, nearest first: the named controller or the holder of more than one half, and who controls that.</summary>
    private List<Organisation> ControllersOf(Organisation organisation)
    {
        var above = new List<Organisation>();
        var next = organisation;
        while ((next.Controller ?? next.Holders.FirstOrDefault(h => h.Percent > 50)?.Organisation) is { } reference && Known(reference) is { } controller)
        {
            if (controller.Id == organisation.Id || above.Any(o => o.Id == controller.Id)) break;
            above.Add(controller);
            next = controller;
        }
        return above;
    }

    private Organisation? Known(OrganisationRef reference) =>
        known.Select(o => (Organisation: o, By: names.Match(reference, o))).Where(m => m.By is not null).OrderBy(m => m.By).Select(m => m.Organisation).FirstOrDefault();

    private static Ground From(GroundKind kind, Post post) => new(kind, post.Title, post.When.From, post.When.To);

    private static Tie DisputeOver(Dispute dispute, int place, MatchedBy by) =>
        new("DISPUTE_3Y", $"disputes[{place}]", by, new Ground(GroundKind.Dispute, dispute.Matter, dispute.When.From, dispute.When.To));
}

internal static class Indexes
{
    public static IEnumerable<(T Item, int Index)> Indexed<T>(this ImmutableArray<T> items) => items.Select((item, index) => (item, index));
}
