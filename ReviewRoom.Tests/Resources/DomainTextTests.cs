using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Resources;

namespace ReviewRoom.Tests.Resources;

public sealed partial class DomainTextTests
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-Hans"), CultureInfo.GetCultureInfo("en")];

    [Fact]
    public void Every_key_of_the_domain_has_words_in_Chinese_and_in_English()
    {
        var words = new ResourceManager(typeof(DomainText));

        var missing = from key in DomainKeys() from language in Languages where string.IsNullOrWhiteSpace(words.GetString(key, language)) select $"{key} ({language.Name})";

        Assert.Empty(missing);
    }

    [Fact]
    public void English_words_are_not_the_Chinese_ones()
    {
        var english = new ResourceManager(typeof(DomainText));

        Assert.All(DomainKeys(), key => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english.GetString(key, Languages[1]) ?? ""));
    }

    [Theory]
    [InlineData("zh-Hans", "还有评分项没有打分：4.1.2、4.3.3。请逐项打分，或选择“无法判断”并写明理由。（依据第 16 条，拟）")]
    [InlineData("en", "These items have no mark yet: 4.1.2, 4.3.3. Mark each of them, or choose “cannot judge” and say why. (Article 16, provisional)")]
    public void A_refusal_names_what_is_missing_and_the_article(string language, string expected)
    {
        var refusal = new Refusal(RefusalCode.SheetIncomplete) { Criteria = ["4.1.2", "4.3.3"] };

        Assert.Equal(expected, In(language, refusal));
    }

    [Fact]
    public void A_refusal_without_its_argument_still_makes_a_sentence()
    {
        var sentences = Enum.GetValues<RefusalCode>().SelectMany(code => Languages.Select(l => In(l.Name, new Refusal(code) { Seats = [] })));

        Assert.All(sentences, sentence => Assert.DoesNotContain("{0}", sentence, StringComparison.Ordinal));
    }

    private static string In(string language, Refusal refusal) => InLanguage.Of(language, words => RefusalWords.Of(words, refusal));

    private static IEnumerable<string> DomainKeys()
    {
        (string Prefix, Type Enum)[] enums =
        [
            ("Refusal", typeof(RefusalCode)), ("Phase", typeof(Phase)), ("SeatState", typeof(SeatState)), ("Presence", typeof(Presence)), ("AttendanceState", typeof(AttendanceState)), ("Agreement", typeof(Agreement)),
            ("Closing", typeof(Closing)), ("CommentKind", typeof(CommentKind)), ("Kind", typeof(ApplicantKind)), ("ConflictState", typeof(ConflictState)),
            ("ConflictSource", typeof(ConflictSource)), ("Ground", typeof(GroundKind)), ("ConflictStrength", typeof(ConflictStrength)), ("Setting.EvidenceRequired", typeof(EvidenceRequired)),
            ("Standing", typeof(AwardStanding)), ("Money", typeof(MoneyStanding)), ("RevocationGround", typeof(RevocationGround)), ("Returned", typeof(ReturnedObject)),
            ("Ceremony", typeof(CeremonyScope)), ("Setting.OfficialAggregate", typeof(OfficialAggregate)), ("Setting.Trimming", typeof(Trimming)), ("Setting.MarkNames", typeof(MarkNames)),
        ];
        foreach (var (prefix, type) in enums)
            foreach (var name in Enum.GetNames(type)) yield return $"{prefix}.{name}";
        foreach (var name in Enum.GetNames<Roles>().Where(n => n != nameof(Roles.None))) yield return $"Role.{name}";
        foreach (var setting in typeof(RoomSettings).GetProperties()) yield return $"Setting.{setting.Name}";
        foreach (var setting in typeof(RoomSettings).GetProperties()) yield return $"Setting.{setting.Name}.Why";
        foreach (var type in Conflict.Types) yield return $"Conflict.{type}";
        foreach (var entry in typeof(RoomEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()) yield return $"Entry.{entry.TypeDiscriminator}";
        foreach (var entry in typeof(BoardEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()) yield return $"Entry.{entry.TypeDiscriminator}";
        foreach (var entry in typeof(AwardEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()) yield return $"Entry.{entry.TypeDiscriminator}";
        foreach (var name in Enum.GetNames<What>()) yield return $"What.{name}";
        foreach (var kind in MilestoneKinds()) yield return $"Event.{kind}";
        foreach (var statistic in new[] { "Alpha", "Icc21", "Icc2k", "W", "CompleteSheets", "Spread", "Range", "Mean", "Median" })
        {
            yield return $"Statistic.{statistic}";
            yield return $"Statistic.{statistic}.Why";
        }
    }

    /// <summary>The kinds are strings in the fold: they are read from its source, so that a new one is found.</summary>
    private static IEnumerable<string> MilestoneKinds()
    {
        var source = Sources.Read(Path.Combine("ReviewRoom.Domain", "Rooms", "Room.Applying.cs")) + Sources.Read(Path.Combine("ReviewRoom.Domain", "Standings", "Board.cs"));
        var told = ToldCall().Matches(source).SelectMany(m => QuotedWord().Matches(m.Value)).Select(m => m.Groups[1].Value);
        return told.Concat(Milestone.ForThePanel).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bPlain\([^,]+,|\bTell\(.*")]
    private static partial Regex ToldCall();

    [GeneratedRegex("\"([a-zA-Z]+)\"")]
    private static partial Regex QuotedWord();
}
