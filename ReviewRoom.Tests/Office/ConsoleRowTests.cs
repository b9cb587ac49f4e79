using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class ConsoleRowTests : IDisposable
{
    private readonly ConsoleContext context = new();

    [Fact]
    public void Every_seat_says_its_state_in_words()
    {
        var given = Given.ARoom(seats: 4).Opened().Submitted("A", "d1", 60);
        given.Do("B", new Declare("d1", true, "RELATIVE", "cousin"));
        given.Do(Given.Office, new MarkAbsent("C", "ill", "d1"));

        var words = Row(given).FindAll(".glyphs li").Select(li => li.TextContent.Trim());

        Assert.Equal(["席A Expert A 已提交，离线", "席B Expert B 回避，离线", "席C Expert C 缺席，离线", "席D Expert D 评分中，离线"], words);
    }

    [Fact]
    public void A_dossier_that_is_signed_does_not_wait_for_an_adjourned_meeting_to_go_on()
    {
        var given = Given.ARoom(seats: 2, dossiers: 2).Signed().Opened("d2");
        given.Do(Given.Office, new Adjourn("evening"));

        var rows = ConsoleRow.All([ConsoleContext.Sight(given, Given.Office)]);

        Assert.Equal([("d1", false), ("d2", true)], rows.Select(r => (r.Dossier, r.Adjourned)).Order());
    }

    [Fact]
    public void Before_three_sheets_no_figure_is_drawn()
    {
        var given = Given.ARoom(seats: 5).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);

        var row = Row(given);

        Assert.Contains("满 3 份后显示", row.Markup);
        Assert.Empty(row.FindAll(".rb"));
        Assert.Contains("暂列外", row.Markup);
    }

    [Fact]
    public void From_three_sheets_on_the_rate_says_of_how_many_it_is()
    {
        var given = Given.ARoom(seats: 5).Opened();
        foreach (var seat in (string[])["A", "B", "C", "D"]) given.Submitted(seat, "d1", 60);

        var row = Row(given);

        Assert.Contains("60.00", row.Find(".rate").TextContent);
        Assert.Contains("4 份中的 3 份", row.Find(".rate").TextContent);
    }

    [Fact]
    public void A_figure_whose_sheet_was_taken_back_is_withdrawn_with_the_reason()
    {
        var given = Given.ARoom(seats: 5).Opened();
        foreach (var seat in (string[])["A", "B", "C"]) given.Submitted(seat, "d1", 60);
        given.Do("B", new TakeBack("d1"));

        var row = Row(given);

        Assert.Contains("有变动，揭示后显示", row.Markup);
        Assert.Contains("揭示前不再显示", row.Find(".withheld").GetAttribute("title"));
    }

    [Fact]
    public void A_row_below_the_line_says_so_in_words()
    {
        var row = Row(Given.ARoom(seats: 2).Revealed("d1", 55));

        Assert.Contains("低于 60% 线", row.Find(".rate").TextContent);
        Assert.NotEmpty(row.FindAll(".rb .low"));
    }

    [Fact]
    public void A_member_of_the_office_in_conflict_sees_that_word_and_nothing_else()
    {
        var given = Given.ARoom(seats: 2).Opened();
        given.Do(Given.Office2, new RaiseConflict("d1", null, "RELATIVE", "sister", Given.Office.Id));

        var row = Row(given);

        Assert.Contains("暂封", row.Markup);
        Assert.DoesNotContain("Dossier 1", row.Markup);
        Assert.Empty(row.FindAll(".glyphs li"));
    }

    [Fact]
    public void A_row_that_did_not_change_is_not_drawn_again()
    {
        var given = Given.ARoom(seats: 2, dossiers: 2).Opened().Opened("d2");
        var row = Row(given);
        var drawn = row.RenderCount;

        given.Submitted("A", "d2", 60);
        row.Render(p => p.Add(x => x.Row, Rows(given).Single(r => r.Dossier == "d1")).Add(x => x.Selected, false));

        Assert.Equal(drawn, row.RenderCount);
    }

    [Fact]
    public void Ranked_rows_stand_first_and_blind_ones_by_agenda()
    {
        var given = Given.ARoom(seats: 3, dossiers: 4).Revealed("d3", 50).Revealed("d4", 80).Opened("d2");
        foreach (var seat in (string[])["A", "B", "C"]) given.Submitted(seat, "d2", 100);

        Assert.Equal(["d4", "d3", "d2", "d1"], Rows(given).Select(r => r.Dossier));
    }

    public void Dispose() => context.Dispose();

    private static IEnumerable<ConsoleRow> Rows(Given given) => ConsoleRow.All([ConsoleContext.Sight(given, Given.Office)]);

    private IRenderedComponent<DossierRow> Row(Given given) =>
        context.Render<DossierRow>(p => p.Add(x => x.Row, Rows(given).Single(r => r.Dossier == "d1")).Add(x => x.Selected, false));
}
