using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain.Decisions;

namespace ReviewRoom.Simulation;

/// <summary>The eight settings of a decision under the keys and values of the scheme.</summary>
public static class SettingWords
{
    /// <summary>Readings of the scheme that name a person, not a rule.</summary>
    private static readonly ImmutableArray<string> leftToPeople = ["separateLists", "officeDecides", "separateList"];

    public static bool IsLeftToPeople(string value) => leftToPeople.Contains(value, StringComparer.Ordinal);

    /// <returns>The settings with this one set, or what is wrong with the key or the value.</returns>
    public static (DecisionSettings Settings, FaultKind? Fault) With(DecisionSettings settings, string key, string? value) => key switch
    {
        "rankingScale" => Set<RankingScale>(settings, value, to => settings with { RankingScale = to }),
        "tieBreak" => Set<TieBreak>(settings, value, to => settings with { TieBreak = to }),
        "passLinePerGrade" => Set<PassLinePerGrade>(settings, value, to => settings with { PassLinePerGrade = to }),
        "repeatScope" => Set<RepeatScope>(settings, value, to => settings with { RepeatScope = to }),
        "repeatAppliesTo" => Set<RepeatAppliesTo>(settings, value, to => settings with { RepeatAppliesTo = to }),
        "formerSystemCounts" => Set<FormerSystemCounts>(settings, value, to => settings with { FormerSystemCounts = to }),
        "nominationMayApplyForMain" => Set<NominationMayApplyForMain>(settings, value, to => settings with { NominationMayApplyForMain = to }),
        "repeatQuota" => Set<RepeatQuota>(settings, value, to => settings with { RepeatQuota = to }),
        _ => (settings, FaultKind.UnknownSetting),
    };

    private static (DecisionSettings Settings, FaultKind? Fault) Set<T>(DecisionSettings settings, string? value, Func<T, DecisionSettings> set) where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
            if (JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) == value) return (set(known), null);
        return (settings, value is not null && IsLeftToPeople(value) ? FaultKind.LeftToPeople : FaultKind.UnknownValue);
    }
}
