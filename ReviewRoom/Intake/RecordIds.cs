using System.Collections.Immutable;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Intake;

/// <summary>Gives a record that was edited by hand the ids back that no form shows, wherever what they stand beside was left as it was.</summary>
internal static class RecordIds
{
    public static ExpertRecord Kept(ExpertRecord now, ExpertRecord? before)
    {
        if (before is null) return now;
        var refs = new Known([before.Employer, .. Ties(before)]);
        var persons = before.Relatives.Where(r => r.PersonId is not null).GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().PersonId, StringComparer.Ordinal);
        return now with
        {
            Employer = refs.Of(now.Employer),
            Posts = Posts(now.Posts, refs),
            Relatives = [.. now.Relatives.Select(r => r with { PersonId = persons.GetValueOrDefault(r.Name), Posts = Posts(r.Posts, refs) })],
            Holdings = [.. now.Holdings.Select(h => h with { Organisation = refs.Of(h.Organisation) })],
            Advice = [.. now.Advice.Select(a => a with { Client = refs.Of(a.Client) })],
            Offices = Posts(now.Offices, refs),
            Disputes = [.. now.Disputes.Select(d => d with { Organisation = refs.Of(d.Organisation) })],
        };
    }

    public static ApplicantRecord Kept(ApplicantRecord now, ApplicantRecord? before) => before is null ? now : now with
    {
        PersonId = now.Own is null && now.Name == before.Name ? before.PersonId : now.PersonId,
        Employer = now.Employer is { } employer && before.Employer is { } known ? new Known([known]).Of(employer) : now.Employer,
        Own = now.Own is { } own ? Kept(own, before.Own) : null,
    };

    public static Organisation Kept(Organisation now, Organisation? before)
    {
        if (before is null) return now;
        var refs = new Known([.. before.Suppliers, .. before.Customers, .. before.Competitors, .. before.Holders.Select(h => h.Organisation).OfType<OrganisationRef>()]);
        var holders = before.Holders.GroupBy(h => h.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        // A controller that is known by its id alone has no name to show; a name that is typed takes its place.
        return now with
        {
            Controller = now.Controller is { } controller ? before.Controller is { } known && known.Name == controller.Name ? known : controller : before.Controller is { Name: null } byId ? byId : null,
            HeadId = now.HeadName == before.HeadName ? before.HeadId : null,
            Holders = now.Holders.IsEmpty && before.Holders.IsEmpty ? [] : [.. now.Holders.Select(h => holders.TryGetValue(h.Name, out var was) ? h with { Organisation = was.Organisation, PersonId = was.PersonId } : h)],
            Suppliers = refs.Of(now.Suppliers),
            Customers = refs.Of(now.Customers),
            Competitors = refs.Of(now.Competitors),
        };
    }

    private static IEnumerable<OrganisationRef> Ties(ExpertRecord e) =>
        e.Posts.Concat(e.Offices).Concat(e.Relatives.SelectMany(r => r.Posts)).Select(p => p.Organisation).Concat(e.Holdings.Select(h => h.Organisation)).Concat(e.Advice.Select(a => a.Client)).Concat(e.Disputes.Select(d => d.Organisation));

    private static ImmutableArray<Post> Posts(ImmutableArray<Post> posts, Known refs) => [.. posts.Select(p => p with { Organisation = refs.Of(p.Organisation) })];

    /// <summary>References by the name and code that a form shows.</summary>
    private sealed class Known(IEnumerable<OrganisationRef> before)
    {
        private readonly Dictionary<(string?, string?), OrganisationRef> known = before.GroupBy(r => (r.Name, r.CreditCode)).ToDictionary(g => g.Key, g => g.First());

        public OrganisationRef Of(OrganisationRef typed) => known.GetValueOrDefault((typed.Name, typed.CreditCode), typed);

        public ImmutableArray<OrganisationRef> Of(ImmutableArray<OrganisationRef> typed) => [.. typed.Select(Of)];
    }
}
