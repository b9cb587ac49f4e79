using ReviewRoom.Components.Closing;

namespace ReviewRoom.Tests.Notices;

public sealed class HolidayDraftTests
{
    [Fact]
    public void Dates_are_pasted_as_the_notice_writes_them()
    {
        var draft = new HolidayDraft(2026, "1月1日至3日\n2026-02-15..02-23\n4/4~4/6、2026年5月1日（周五）\n", "10月10日，2026-02-14", "notice");

        var table = draft.Table();

        Assert.Empty(draft.Problems());
        Assert.Equal(3 + 9 + 3 + 1, table?.Off.Length);
        Assert.Equal([new(2026, 2, 14), new(2026, 10, 10)], table?.Worked ?? []);
    }

    [Theory]
    [InlineData("soon", "", RowProblem.NotADate)]
    [InlineData("2026-02-30", "", RowProblem.NotADate)]
    [InlineData("2027-01-01", "", RowProblem.OtherYear)]
    [InlineData("10-07..10-01", "", RowProblem.Backwards)]
    [InlineData("10-01..10-12", "10-10", RowProblem.Twice)]
    [InlineData("10-01", "2026-10-12", RowProblem.NotWeekend)]
    public void A_row_that_cannot_be_taken_is_named_with_its_cure(string off, string worked, RowProblem expected)
    {
        var draft = new HolidayDraft(2026, off, worked, "notice");

        Assert.Equal(expected, Assert.Single(draft.Problems()).Problem);
        Assert.Null(draft.Table());
    }

    [Fact]
    public void The_table_that_ships_is_sound_and_that_of_the_next_year_is_not_known()
    {
        var shipped = ShippedHolidays.Of(2026);

        Assert.True(shipped?.IsSound);
        Assert.Equal((33, 6), (shipped?.Off.Length, shipped?.Worked.Length));
        Assert.Equal(shipped?.Off.AsEnumerable(), HolidayDraft.Of(shipped!).Table()?.Off);
        Assert.Null(ShippedHolidays.Of(2027));
    }
}
