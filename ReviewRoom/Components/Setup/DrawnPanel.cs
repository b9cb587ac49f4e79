using System.Collections.Immutable;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Components.Setup;

/// <summary>What a draw gave, as experts of the register.</summary>
/// <param name="Draw">The draw's id, with its round where it was repeated.</param>
/// <param name="Panel">Ids of experts, in the order in which they were drawn.</param>
/// <param name="Reserve">Names, in the order in which they step in.</param>
/// <param name="Missing">Names that were drawn and are no longer in the pool.</param>
public sealed record DrawnPanel(string Draw, string Title, ImmutableArray<string> Panel, ImmutableArray<string> Reserve, ImmutableArray<string> Missing)
{
    /// <summary>Null where the draw has no result yet, or names are not shown to who asks.</summary>
    public static DrawnPanel? Of(DrawView draw, RegisterView register)
    {
        if (draw.Done is not { Result: { } result, Members: { } members } done) return null;
        var named = members.ToDictionary(m => m.Alias, StringComparer.Ordinal);
        var panel = result.Panel.Select(alias => (named[alias].Name, Expert: ExpertOf(named[alias].PersonId, register))).ToArray();
        var round = draw.Rounds.IndexOf(done) + 1;
        return new DrawnPanel(
            round == 1 ? draw.Id : $"{draw.Id}/{round}", draw.Title, [.. panel.Select(p => p.Expert).OfType<string>()],
            [.. result.Reserve.Select(alias => named[alias].Name)], [.. panel.Where(p => p.Expert is null).Select(p => p.Name)]);
    }

    /// <summary>Are the seats exactly those that were drawn?</summary>
    public bool IsSeated(IReadOnlyCollection<string> seats) => Missing.IsEmpty && seats.Count == Panel.Length && Panel.All(seats.Contains);

    /// <summary>A pool names who has an account by it, and who has none by the register's id.</summary>
    private static string? ExpertOf(string person, RegisterView register) =>
        register.Experts.FirstOrDefault(e => register.Accounts.GetValueOrDefault(e.Id) == person)?.Id ?? register.Experts.FirstOrDefault(e => e.Id == person)?.Id;
}
