using System.Collections.Immutable;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Components.Setup;

/// <summary>Conflicts of interest of experts against one agenda, looked for once per expert.</summary>
public sealed class Findings
{
    private readonly ConflictSearch search;
    private readonly Dictionary<string, ImmutableArray<Finding>> known = new(StringComparer.Ordinal);

    /// <param name="today">The day the panel is formed.</param>
    public Findings(Identification names, RegisterView register, IReadOnlyCollection<string> agenda, DateOnly today)
    {
        var onAgenda = register.Applicants.ToLookup(a => agenda.Contains(a.Id));
        search = new ConflictSearch(names, onAgenda[true], [.. register.Organisations, .. onAgenda[false].Select(a => a.Own).OfType<Organisation>()], today);
    }

    public ImmutableArray<Finding> Of(ExpertRecord expert) => known.TryGetValue(expert.Id, out var found) ? found : known[expert.Id] = search.Find([expert]);
}
