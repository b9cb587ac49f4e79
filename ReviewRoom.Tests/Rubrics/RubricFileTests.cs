using System.Text;
using System.Text.Json.Nodes;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests.Rubrics;

public sealed class RubricFileTests
{
    [Theory]
    [InlineData("gbt19580-2012", 23, 7)]
    [InlineData("four-dimension", 14, 4)]
    [InlineData("individual", 11, 3)]
    public void A_shipped_table_is_read_whole(string id, int criteria, int categories)
    {
        var reading = RubricFile.Read(Shipped.Bytes($"rubrics/{id}.json"));

        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Rubric);
        Assert.Equal(id, reading.Rubric.Id);
        Assert.Equal(1000, reading.Rubric.TotalPoints);
        Assert.Equal(criteria, reading.Rubric.Criteria.Length);
        Assert.Equal(categories, reading.Rubric.Categories.Length);
        Assert.All(reading.Rubric.Criteria, c => Assert.Equal(6, reading.Rubric.BandSetOf(c).Bands.Length));
    }

    [Fact]
    public void The_confirmed_points_of_the_standard_stand()
    {
        var rubric = Assert.IsType<Rubric>(RubricFile.Read(Shipped.Bytes("rubrics/gbt19580-2012.json")).Rubric);

        Assert.Equal(30, rubric.Criteria[rubric.PlaceOf("4.1.3")].Points);
        Assert.Equal(15, rubric.Criteria[rubric.PlaceOf("4.4.3")].Points);
        Assert.Equal([110, 90, 90, 130, 100, 80, 400], rubric.Categories.Select(c => c.Points));
        Assert.True(rubric.Provisional);
    }

    public static TheoryData<string, RubricFault, string> Faults => new()
    {
        { "points", RubricFault.CategorySum, "4.1" },
        { "total", RubricFault.TotalSum, "gbt19580-2012" },
        { "count", RubricFault.CriterionCount, "gbt19580-2012" },
        { "code", RubricFault.CodeTwice, "4.1.2" },
        { "zero", RubricFault.PointsNotPositive, "4.1.2" },
        { "bandSet", RubricFault.UnknownBandSet, "4.1.2" },
        { "hole", RubricFault.BandsDoNotTile, "ADLI" },
        { "edges", RubricFault.BandEdges, "ADLI" },
        { "text", RubricFault.BandText, "ADLI.b1" },
        { "name", RubricFault.Nameless, "4.1.2" },
        { "missing", RubricFault.Unreadable, "$.categories[0].items[0]" },
        { "hollow", RubricFault.Unreadable, "$" },
        { "null", RubricFault.Unreadable, "$.categories" },
        { "fraction", RubricFault.Unreadable, "$.categories[0].items[0].points" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_spoiled_table_is_refused_with_the_place_of_the_fault(string how, RubricFault fault, string where)
    {
        var reading = RubricFile.Read(Spoiled(how));

        Assert.Null(reading.Rubric);
        Assert.Contains(reading.Problems, p => p.Fault == fault && p.Where == where);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    public void What_is_no_table_is_unreadable(string json)
    {
        var reading = RubricFile.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(reading.Rubric);
        Assert.Equal(RubricFault.Unreadable, Assert.Single(reading.Problems).Fault);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        var reading = RubricFile.Read([0xEF, 0xBB, 0xBF, .. Shipped.Bytes("rubrics/individual.json")]);

        Assert.NotNull(reading.Rubric);
    }

    private static byte[] Spoiled(string how)
    {
        var file = Shipped.Json("rubrics/gbt19580-2012.json").AsObject();
        var criterion = At(file, "categories", 0, "items", 0).AsObject();
        var bands = At(file, "bandSets", 0, "bands");
        switch (how)
        {
            case "points": criterion["points"] = 55; break;
            case "total": file["totalPoints"] = 900; break;
            case "count": file["itemCount"] = 22; break;
            case "code": At(file, "categories", 0, "items", 1)["code"] = "4.1.2"; break;
            case "zero": criterion["points"] = 0; break;
            case "bandSet": criterion["bandSet"] = "XYZ"; break;
            case "hole": At(bands, 1)["max"] = 20; break;
            case "edges": At(bands, 1)["max"] = 20; At(bands, 2)["min"] = 25; break;
            case "text": At(bands, 1, "texts").AsArray().RemoveAt(0); break;
            case "name": At(criterion, "name")["en"] = " "; break;
            case "missing": criterion.Remove("points"); break;
            case "hollow": At(file, "categories", 0, "items").AsArray().Add(null); break;
            case "null": file["categories"] = null; break;
            case "fraction": criterion["points"] = 12.5; break;
        }
        return Encoding.UTF8.GetBytes(file.ToJsonString());
    }

    private static JsonNode At(JsonNode node, params object[] path) =>
        path.Aggregate(node, (at, step) => (step is int place ? at[place] : at[(string)step]) ?? throw new InvalidOperationException(step.ToString()));
}
