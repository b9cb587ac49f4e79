using System.Text.Json;
using Bunit;
using ReviewRoom.Components.Setup;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Tests.ExpertRoom;

namespace ReviewRoom.Tests.Setup;

public sealed class RubricDraftTests
{
    private static readonly Rubric Shipped = Given.Shipped("gbt19580-2012");

    private readonly RubricDraft draft = RubricDraft.Of(Shipped);

    [Fact]
    public void A_draft_of_a_table_is_the_table()
    {
        Assert.True(draft.IsSound && draft.IsSame(Shipped));
        Assert.Equal(Canonical.Bytes(Shipped), Canonical.Bytes(draft.Rubric));
        Assert.Empty(RubricChanges.Between(Shipped, draft.Rubric));
    }

    [Theory]
    [InlineData("55", 1005)]
    [InlineData("5o", 950)]
    [InlineData("", 950)]
    [InlineData("-50", 950)]
    public void What_was_typed_stays_and_the_sum_is_that_of_what_can_be_read(string typed, int sum)
    {
        draft.Categories[0].Criteria[0].Points = typed;

        var kept = JsonSerializer.Deserialize<RubricDraft>(JsonSerializer.Serialize(draft, Canonical.Options), Canonical.Options);

        Assert.Equal((typed, sum), (kept?.Categories[0].Criteria[0].Points, kept?.Sum));
        Assert.False(draft.IsSound);
    }

    [Fact]
    public void A_criterion_moved_over_the_edge_goes_into_the_next_category_and_back()
    {
        var last = draft.Categories[0].Criteria[^1];

        draft.Move(last, 1);
        Assert.Same(last, draft.Categories[1].Criteria[0]);
        draft.Move(last, -1);
        Assert.Same(last, draft.Categories[0].Criteria[^1]);
        draft.Move(draft.Categories[0].Criteria[0], -1);

        Assert.Equal(Shipped.Criteria.Select(c => c.Code), draft.Rubric.Criteria.Select(c => c.Code));
    }

    [Fact]
    public void Every_change_is_told_with_what_was_and_what_is()
    {
        var category = draft.Categories[0];
        (category.Criteria[0].Points, category.Criteria[1].Points) = ("40", (Shipped.Criteria[1].Points + 10).ToString(System.Globalization.CultureInfo.InvariantCulture));
        category.Criteria[0].Zh = "改名";
        draft.BandSets[0].Texts[0].Zh = "新的文字";
        draft.Move(draft.Categories[1].Criteria[0], 1);

        var changes = RubricChanges.Between(Shipped, draft.Rubric);

        Assert.Contains(new RubricChange(RubricChangeKind.Points, "4.1.2", "50", "40"), changes);
        Assert.Contains(changes, c => c is { Kind: RubricChangeKind.Name, Where: "4.1.2" } && c.After?.StartsWith("改名", StringComparison.Ordinal) == true);
        Assert.Contains(changes, c => c is { Kind: RubricChangeKind.BandText, Where: "ADLI 0-5 A" });
        Assert.Equal(2, changes.Count(c => c.Kind == RubricChangeKind.Moved));
    }

    [Fact]
    public void The_sum_turns_red_with_the_difference_while_one_types()
    {
        using var context = new RoomContext();
        var category = draft.Categories[0];
        var shown = context.Render<RubricCategory>(p => p.Add(c => c.Draft, draft).Add(c => c.Category, category));
        Assert.DoesNotContain("多", shown.Find(".cat-sum").TextContent, StringComparison.Ordinal);

        shown.Find(".crit .pts").Input("55");
        shown.Render();

        Assert.Contains("多 5 分", shown.Find(".cat-sum").TextContent, StringComparison.Ordinal);
        shown.Find(".crit .pts").Input("5x");
        shown.Render();
        Assert.Equal("true", shown.Find(".crit .pts").GetAttribute("aria-invalid"));
        Assert.Equal("5x", category.Criteria[0].Points);
    }
}
