using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace ReviewRoom.Domain.Law;

/// <summary>How far an article is done in the program: wholly, in part, not yet, or there is nothing in it to be done.</summary>
public enum RuleState { Built, Partly, Later, NoRule }

/// <summary>A page where an article takes effect.</summary>
/// <param name="Key">Resource key of its name: <c>Place.{Key}</c>.</param>
/// <param name="For">Whose page it is; none for everybody's.</param>
public sealed record RulePlace(string Key, string Path, Roles For);

/// <summary>
/// What an article does here and where: the sentence stands in the resources (<c>Rule.{n}</c>; what is missing of it in <c>Missing.{n}</c>). The rules themselves name
/// their article by <see cref="ArticleAttribute"/>; that the two agree is tested.
/// </summary>
public sealed record ArticleRule(int Article, RuleState State, ImmutableArray<RulePlace> Places)
{
    private static readonly RulePlace
        Console = new("Console", "/office", Roles.Office), Setup = new("Setup", "/office/setup", Roles.Office | Roles.Supervisor), Draws = new("Draws", "/office/setup?tab=draws", Roles.Office | Roles.Supervisor),
        Rubrics = new("Rubrics", "/office/setup?tab=rubrics", Roles.Office | Roles.Supervisor), Applicants = new("Applicants", "/office/setup?tab=applicants", Roles.Office | Roles.Supervisor),
        Apply = new("Apply", "/apply", Roles.Applicant), Home = new("Home", "/", Roles.Expert), Supervision = new("Supervision", "/supervisor", Roles.Supervisor),
        Conduct = new("Conduct", "/supervisor/conduct", Roles.Supervisor), Experts = new("Experts", "/office/setup?tab=experts", Roles.Office),
        Awards = new("Awards", "/awards", Roles.Office | Roles.Supervisor | Roles.Finance), PublicAwards = new("PublicAwards", "/awards/public", Roles.None),
        Today = new("Today", "/", Roles.Office | Roles.Supervisor | Roles.Body), Bodies = new("Bodies", "/office/setup?tab=bodies", Roles.Office | Roles.Supervisor), Notices = new("Notices", "/notices", Roles.None),
        Simulate = new("Simulate", "/simulate", Roles.Office | Roles.Supervisor | Roles.Expert | Roles.Administrator), Settings = new("Settings", "/regulation#settings", Roles.None), History = new("History", "/regulation#versions", Roles.None);

    /// <summary>All 27, in order.</summary>
    public static ImmutableArray<ArticleRule> All { get; } =
    [
        new(1, RuleState.NoRule, []),
        new(2, RuleState.Built, [Today, PublicAwards]),
        new(3, RuleState.Built, [Home, Draws, Console, Supervision]),
        new(4, RuleState.Built, [Bodies, Console, Simulate, Awards, PublicAwards]),
        new(5, RuleState.Built, [Today, Notices, Setup]),
        new(6, RuleState.Built, [Today, Bodies, Console]),
        new(7, RuleState.Built, [Today, Awards]),
        new(8, RuleState.Built, [Apply, Today, Applicants]),
        new(9, RuleState.Built, [Apply, Today]),
        new(10, RuleState.Built, [Rubrics]),
        new(11, RuleState.Built, [Console, Simulate]),
        new(12, RuleState.Built, [Bodies, Notices]),
        new(13, RuleState.Built, [Apply, Applicants]),
        new(14, RuleState.Built, [Today]),
        new(15, RuleState.Built, [Today]),
        new(16, RuleState.Built, [Home, Console]),
        new(17, RuleState.Built, [Today, Console]),
        new(18, RuleState.Built, [Today, Notices]),
        new(19, RuleState.Built, [Simulate, Awards]),
        new(20, RuleState.Built, [Awards]),
        new(21, RuleState.Built, [Awards, PublicAwards]),
        new(22, RuleState.Built, [Supervision, Conduct, Experts, Home]),
        new(23, RuleState.Built, [Console, Simulate]),
        new(24, RuleState.NoRule, [History]),
        new(25, RuleState.Built, [Awards]),
        new(26, RuleState.NoRule, [Settings]),
        new(27, RuleState.Built, [History]),
    ];

    /// <summary>By article, what in these programs names it as its source: a type, or a member of one.</summary>
    public static FrozenDictionary<int, ImmutableArray<string>> CitedIn(params ReadOnlySpan<Assembly> programs)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var cited = new List<(int Article, string Name)>();
        foreach (var member in programs.ToArray().SelectMany(p => p.GetTypes()).SelectMany(t => t.GetMembers(all).Prepend(t)))
            if (member.GetCustomAttribute<ArticleAttribute>(inherit: false) is { } names)
                cited.AddRange(names.Numbers.Select(n => (n, member is Type ? member.Name : $"{member.DeclaringType?.Name}.{member.Name}")));
        return cited.GroupBy(c => c.Article).ToFrozenDictionary(g => g.Key, g => g.Select(c => c.Name).Distinct(StringComparer.Ordinal).ToImmutableArray());
    }
}
