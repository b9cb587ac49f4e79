using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.AspNetCore.Components;
using ReviewRoom.Domain.Law;
using ReviewRoom.Hosting;
using ReviewRoom.Resources;

namespace ReviewRoom.Tests.Law;

public sealed class RuleCoverageTests
{
    private static readonly ResourceManager Words = new(typeof(LawText));

    /// <summary>What the program's own rules name as their source.</summary>
    private static IReadOnlyDictionary<int, System.Collections.Immutable.ImmutableArray<string>> Cited => ArticleRule.CitedIn(typeof(Regulation).Assembly, typeof(ReviewRoomApp).Assembly);

    [Fact]
    public void Every_article_stands_in_the_table_once()
    {
        Assert.Equal(ABook.Shipped.Articles.Select(a => a.Number), ArticleRule.All.Select(r => r.Article));
    }

    [Fact]
    public void Every_article_that_is_done_here_has_a_rule_that_names_it()
    {
        var without = ArticleRule.All.Where(r => r.State is RuleState.Built or RuleState.Partly && !Cited.ContainsKey(r.Article)).Select(r => r.Article);

        Assert.Empty(without);
    }

    [Fact]
    public void No_article_with_a_rule_is_said_to_have_none()
    {
        var silent = ArticleRule.All.Where(r => r.State is RuleState.Later or RuleState.NoRule && Cited.ContainsKey(r.Article)).Select(r => $"{r.Article}: {string.Join(", ", Cited[r.Article])}");

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_article_is_built_or_has_a_reason_why_it_needs_no_rule()
    {
        Assert.Empty(In(RuleState.Later));
        Assert.Empty(In(RuleState.Partly));
        Assert.Equal([1, 24, 26], In(RuleState.NoRule));

        static IEnumerable<int> In(RuleState state) => ArticleRule.All.Where(r => r.State == state).Select(r => r.Article);
    }

    [Fact]
    public void Every_rule_or_reason_is_said_in_both_languages()
    {
        var keys = ArticleRule.All.SelectMany(r => new[] { $"Rule.{r.Article}", $"Article.{r.Article}", $"State.{r.State}" }.Concat(r.Places.Select(p => $"Place.{p.Key}")).Concat(r.State == RuleState.Partly ? [$"Missing.{r.Article}"] : []))
            .Concat(ABook.Shipped.Chapters.Select(c => $"Chapter.{c.Number}")).Concat(Enum.GetNames<VersionState>().Select(s => $"Version.{s}")).Concat(Enum.GetNames<ChangedPart>().Select(p => $"Part.{p}"));

        var missing = from key in keys.Distinct() from language in new[] { "zh-Hans", "en" } where string.IsNullOrWhiteSpace(Words.GetString(key, CultureInfo.GetCultureInfo(language))) select $"{key} ({language})";

        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_missing_is_said_only_of_what_is_done_in_part()
    {
        var said = Enumerable.Range(1, 27).Where(n => Words.GetString($"Missing.{n}", CultureInfo.GetCultureInfo("en")) is not null);

        Assert.Equal(ArticleRule.All.Where(r => r.State == RuleState.Partly).Select(r => r.Article), said);
    }

    [Fact]
    public void Every_place_is_a_page_of_the_program()
    {
        var pages = typeof(ReviewRoomApp).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).ToHashSet(StringComparer.Ordinal);

        var nowhere = ArticleRule.All.SelectMany(r => r.Places).Select(p => p.Path.Split('?', '#')[0]).Where(path => !pages.Contains(path));

        Assert.Empty(nowhere);
    }
}
