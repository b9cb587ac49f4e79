using Bunit;
using Microsoft.AspNetCore.Components.Web;
using ReviewRoom.Components.Room;

namespace ReviewRoom.Tests.ExpertRoom;

public sealed class ScoreScaleTests : IDisposable
{
    private readonly RoomContext context = new();
    private readonly List<int?> asked = [];

    [Theory]
    [InlineData("ArrowRight", 70, 75)]
    [InlineData("ArrowLeft", 70, 65)]
    [InlineData("PageUp", 75, 90)]
    [InlineData("PageDown", 75, 50)]
    [InlineData("Home", 70, 0)]
    [InlineData("End", 70, 100)]
    public void A_key_moves_the_mark(string key, int from, int to)
    {
        Scale(from).Find("[role=slider]").KeyDown(key);

        Assert.Equal([to], asked);
    }

    [Theory]
    [InlineData("ArrowRight", 100)]
    [InlineData("ArrowLeft", 0)]
    [InlineData("PageUp", 90)]
    [InlineData("Home", 0)]
    [InlineData("Tab", 50)]
    public void A_key_that_leads_nowhere_asks_for_nothing(string key, int from)
    {
        Scale(from).Find("[role=slider]").KeyDown(key);

        Assert.Empty(asked);
    }

    [Fact]
    public void Digits_and_enter_set_a_value()
    {
        var scale = Scale(null);

        foreach (var key in new[] { "6", "5", "Enter" }) scale.Find("[role=slider]").KeyDown(key);

        Assert.Equal([65], asked);
    }

    [Fact]
    public void A_value_off_the_grid_is_refused_in_words_and_not_rounded()
    {
        var scale = Scale(70);

        foreach (var key in new[] { "6", "8", "Enter" }) scale.Find("[role=slider]").KeyDown(key);

        Assert.Empty(asked);
        Assert.Contains("68 不在每 5 一档的刻度上，没有记下。可用 65 或 70。", scale.Find("[role=alert]").TextContent);
        Assert.Equal("70", scale.Find("[role=slider]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void Delete_goes_back_to_not_marked()
    {
        Scale(70).Find("[role=slider]").KeyDown("Delete");

        Assert.Equal([null], asked);
    }

    [Fact]
    public void Keys_with_a_modifier_are_not_for_the_scale()
    {
        Scale(70).Find("[role=slider]").KeyDown(new KeyboardEventArgs { Key = "ArrowRight", CtrlKey = true });

        Assert.Empty(asked);
    }

    [Fact]
    public void A_cell_is_clicked_and_all_21_stand_in_six_bands()
    {
        var scale = Scale(null);

        scale.Find("[data-rate='85']").Click();

        Assert.Equal([85], asked);
        Assert.Equal(21, scale.FindAll("[data-rate]").Count);
        Assert.Equal(6, scale.FindAll(".band").Count);
    }

    [Fact]
    public void It_is_one_tab_stop_and_speaks_rate_band_and_points()
    {
        var scale = Scale(70);

        Assert.Single(scale.FindAll("[tabindex], button, input, a"));
        Assert.Equal("70%，档次 70–85，28.00 分", scale.Find("[role=slider]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void Without_a_mark_it_says_so()
    {
        Assert.Equal("未评", Scale(null).Find("[role=slider]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void On_a_small_screen_the_band_comes_first_and_then_its_values()
    {
        var steps = context.Render<ScoreSteps>(p => p.Add(s => s.Rate, null).Add(s => s.Label, "4.1.2").Add(s => s.OnRate, rate => asked.Add(rate)));
        Assert.Empty(steps.FindAll("[data-rate]"));

        steps.FindAll(".bands button")[4].Click();
        Assert.Equal(["70", "75", "80", "85"], steps.FindAll("[data-rate]").Select(b => b.TextContent));
        steps.Find("[data-rate='80']").Click();

        Assert.Equal([80], asked);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<ScoreScale> Scale(int? rate) =>
        context.Render<ScoreScale>(p => p.Add(s => s.Rate, rate).Add(s => s.Points, 40).Add(s => s.Label, "4.3.2").Add(s => s.OnRate, asked.Add));
}
