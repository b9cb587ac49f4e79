using System.Text;
using System.Text.Json.Nodes;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Law;

public sealed class RegulationFileTests
{
    private static Regulation Law => ABook.Shipped;

    [Fact]
    public void The_regulation_that_ships_is_sound_and_whole()
    {
        Assert.Equal((8, 27, 7, 11, 31), (Law.Chapters.Length, Law.Articles.Length, Law.Conditions.Length, Law.Steps.Length, Law.Settings.Length));
        Assert.Equal([12, 13, 14, 15, 16, 17, 18, 24], Law.Provisional);
        Assert.Equal("推荐", Law.Articles[13].Title.Zh);
        Assert.Equal("Recommendation", Law.Articles[13].Title.En);
        Assert.All(Law.Articles, a => Assert.False(string.IsNullOrWhiteSpace(a.Gloss)));
    }

    [Fact]
    public void Its_figures_are_those_the_program_decides_with()
    {
        var (figures, reward) = (Law.Figures, Law.Figures.Reward);

        Assert.Equal((QuotaAllocation.QuotaOf(Grade.Main), QuotaAllocation.QuotaOf(Grade.Nomination)), (figures.MainPlaces, figures.NominationPlaces));
        Assert.Equal(Award.Validity, figures.ValidityYears);
        Assert.Equal((Rewards.AmountYuan(Grade.Main, ApplicantKind.Organisation), Rewards.AmountYuan(Grade.Main, ApplicantKind.Individual)), (reward.MainOrganisation, reward.MainIndividual));
        Assert.Equal((Rewards.AmountYuan(Grade.Nomination, ApplicantKind.Organisation), Rewards.AmountYuan(Grade.Nomination, ApplicantKind.Individual)), (reward.NominationOrganisation, reward.NominationIndividual));
        Assert.Equal(Domain.ScoreRate.Line, new Domain.Rational(figures.PassPercent, 100));
        Assert.Equal(1_400_000, reward.MostPerSession);
    }

    [Fact]
    public void The_readings_the_decision_computes_with_are_readings_of_the_regulation()
    {
        var unknown = from property in typeof(DecisionSettings).GetProperties()
                      where property.PropertyType.IsEnum
                      let setting = Law.Settings.FirstOrDefault(s => s.Key == Camel(property.Name))
                      from value in Enum.GetNames(property.PropertyType)
                      where setting is null || setting.Alternatives.All(a => a.Value != Camel(value))
                      select $"{property.Name}.{value}";

        Assert.Empty(unknown);
        Assert.All(typeof(DecisionSettings).GetProperties().Where(p => p.PropertyType.IsEnum), p =>
            Assert.Equal(Law.Settings.Single(s => s.Key == Camel(p.Name)).Default, Camel($"{p.GetValue(new DecisionSettings())}")));
    }

    [Fact]
    public void A_mark_of_byte_order_is_passed_over()
    {
        var bytes = Tests.Shipped.Bytes("scheme/yangquan-quality-award.json");

        Assert.NotNull(RegulationFile.Read([.. Encoding.UTF8.GetPreamble(), .. bytes]).Regulation);
    }

    public static TheoryData<string, string, string, string?> Broken => new()
    {
        { "chapters/7", "remove", "", nameof(RegulationFault.ChapterCount) },
        { "chapters/2/articles/1", "set", "10", nameof(RegulationFault.ChaptersDoNotTile) },
        { "articles/26", "remove", "", nameof(RegulationFault.ArticleCount) },
        { "articles/3/chapter", "set", "2", nameof(RegulationFault.WrongChapter) },
        { "articles/3/text", "set", "\" \"", nameof(RegulationFault.Nameless) },
        { "articles/11/provisional", "set", "false", nameof(RegulationFault.ProvisionalDiffers) },
        { "articles/0/fidelity", "set", "\"reconstructed\"", nameof(RegulationFault.ProvisionalDiffers) },
        { "articles/0/fidelity", "set", "\"guessed\"", nameof(RegulationFault.Unreadable) },
        { "articles/0/gloss", "remove", "", nameof(RegulationFault.Unreadable) },
        { "articles/0", "set", "null", nameof(RegulationFault.Unreadable) },
        { "eligibility/6", "remove", "", nameof(RegulationFault.Conditions) },
        { "procedure/steps/0", "remove", "", nameof(RegulationFault.Steps) },
        { "procedure/steps/1/key", "set", "\"notice\"", nameof(RegulationFault.KeyTwice) },
        { "procedure/steps/1/actor/0", "set", "\"nobody\"", nameof(RegulationFault.UnknownBody) },
        { "procedure/steps/1/timeLimits/0/days", "set", "61", nameof(RegulationFault.Days) },
        { "procedure/steps/8/timeLimits/0/days", "set", "7", nameof(RegulationFault.Days) },
        { "procedure/steps/1/timeLimits/0/unit", "set", "\"hours\"", nameof(RegulationFault.Unreadable) },
        { "settings/0/default", "set", "\"byLot\"", nameof(RegulationFault.DefaultNotAmongAlternatives) },
        { "settings/0/articles/0", "set", "28", nameof(RegulationFault.UnknownArticle) },
        { "settings/0/default", "set", "true", nameof(RegulationFault.Unreadable) },
        { "parameters/maximumSessionReward/value", "set", "1400001", nameof(RegulationFault.MoneyDiffers) },
        { "parameters/passRate/inclusive", "set", "false", nameof(RegulationFault.Unreadable) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_file_that_is_not_sound_is_refused_and_says_why(string place, string how, string value, string? fault)
    {
        var file = Tests.Shipped.Json("scheme/yangquan-quality-award.json");
        var way = place.Split('/');
        var holder = way[..^1].Aggregate(file, (node, step) => (int.TryParse(step, out var i) ? node[i] : node[step]) ?? throw new InvalidOperationException(place));
        if (holder is JsonArray list && how == "remove") list.RemoveAt(int.Parse(way[^1], System.Globalization.CultureInfo.InvariantCulture));
        else if (holder is JsonArray items) items[int.Parse(way[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else if (how == "remove") holder.AsObject().Remove(way[^1]);
        else holder[way[^1]] = JsonNode.Parse(value);

        var reading = RegulationFile.Read(Encoding.UTF8.GetBytes(file.ToJsonString()));

        Assert.Null(reading.Regulation);
        Assert.Contains(reading.Problems, p => p.Fault.ToString() == fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    public void What_is_no_regulation_is_unreadable(string text) =>
        Assert.Equal(RegulationFault.Unreadable, Assert.Single(RegulationFile.Read(Encoding.UTF8.GetBytes(text)).Problems).Fault);

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}
