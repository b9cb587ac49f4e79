using System.Text;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Intake;

namespace ReviewRoom.Tests.Intake;

public sealed class BodyIntakeTests
{
    private static readonly string[] Heads = ["编号", "名称", "简称", "机构类型", "征求意见"];

    [Fact]
    public void The_demonstrations_list_gives_forty_two_units_that_are_asked()
    {
        var reading = BodyIntake.Read(Shipped.Bytes("demo/units.json"));

        Assert.All(reading.Rows, row => Assert.Empty(row.Faults));
        Assert.Equal(42, reading.Rows.Count(r => r.Record is { IsConsulted: true }));
        Assert.Equal([3, 29, 1, 3, 6], Enum.GetValues<BodyKind>().Where(k => k != BodyKind.LeadingGroup).Select(k => reading.Rows.Count(r => r.Record?.Kind == k)));
    }

    [Fact]
    public void A_workbook_gives_bodies_in_either_language_and_the_leading_group_is_never_asked()
    {
        var reading = BodyIntake.Read(Books.Of(
            [Heads, ["unit-01", "阳泉市财政局", "市财政局", "市政府部门", "是"], ["unit-02", "阳泉市郊区人民政府", "", "county", ""], ["unit-03", "阳泉市总工会", "市总工会", "群团", "否"], ["lead", "领导小组", "", "领导小组", "是"]]));

        Assert.All(reading.Rows, row => Assert.Empty(row.Faults));
        Assert.Equal(new Body("unit-01", "市财政局", "阳泉市财政局", BodyKind.Department, true), reading.Rows[0].Record);
        Assert.Equal(new Body("unit-02", "阳泉市郊区人民政府", "阳泉市郊区人民政府", BodyKind.County, true), reading.Rows[1].Record);
        Assert.False(reading.Rows[2].Record?.IsConsulted);
        Assert.Equal((BodyKind.LeadingGroup, false), (reading.Rows[3].Record?.Kind, reading.Rows[3].Record?.IsConsulted));
    }

    [Fact]
    public void Each_bad_row_is_named_with_what_is_wrong_in_it()
    {
        var reading = BodyIntake.Read(Books.Of(
            [Heads, ["unit 1", "甲局", "", "市政府部门", ""], ["unit-02", "", "", "市政府部门", ""], ["unit-03", "丙局", "", "公司", ""], ["unit-04", "丁局", "", "群团", "也许"],
             ["unit-05", "戊局", "", "群团", ""], ["unit-05", "己局", "", "群团", ""], ["unit-07", "庚局", "一个写不进表头的很长很长很长的简称", "群团", ""], ["unit-08", "=A1", "", "群团", ""]]));

        Assert.Equal(
            [RowFaultKind.IdForm, RowFaultKind.Missing, RowFaultKind.Word, RowFaultKind.Word, RowFaultKind.IdTwice, RowFaultKind.IdTwice, RowFaultKind.ShortName, RowFaultKind.Formula],
            reading.Rows.Select(r => r.Faults[0].Kind));
        Assert.Equal(new RowFault(RowFaultKind.Word, "bodyKind", "公司"), reading.Rows[2].Faults[0]);
    }

    [Fact]
    public void Merged_cells_make_a_row_bad() =>
        Assert.Contains(RowFaultKind.Merged, BodyIntake.Read(Books.Of([Heads, ["unit-01", "甲局", "", "群团", ""]], merged: "B2:C2")).Rows[0].Faults.Select(f => f.Kind));

    [Theory]
    [InlineData("""{"units":[{"id":"unit-01","fullName":"甲局"}]}""", RowFaultKind.Missing)]
    [InlineData("""{"units":[{"id":"unit-01","fullName":"甲局","kind":"shop"}]}""", RowFaultKind.Word)]
    [InlineData("""{"units":[{"fullName":"甲局","kind":"party"}]}""", RowFaultKind.Missing)]
    [InlineData("""{"units":[7]}""", RowFaultKind.Missing)]
    public void A_bad_row_of_a_list_is_named_too(string json, RowFaultKind fault) => Assert.Equal(fault, BodyIntake.Read(Encoding.UTF8.GetBytes(json)).Rows[0].Faults[0].Kind);

    [Theory]
    [InlineData("", FileFaultKind.Empty)]
    [InlineData("{", FileFaultKind.Unreadable)]
    [InlineData("""{"units":[]}""", FileFaultKind.NoColumn)]
    [InlineData("""{"experts":[{}]}""", FileFaultKind.NoColumn)]
    [InlineData("PKnothing", FileFaultKind.Unreadable)]
    public void A_file_that_is_no_list_of_bodies_is_told_of(string text, FileFaultKind fault) => Assert.Equal(fault, BodyIntake.Read(Encoding.UTF8.GetBytes(text)).Fault?.Kind);
}
