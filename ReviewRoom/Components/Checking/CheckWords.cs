using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Checking;

/// <summary>How recommendation and formal check say days and numbers, and which applications a filter shows.</summary>
internal static class CheckWords
{
    /// <summary>Filters of the list, in the order of the way: what is to be done first.</summary>
    public static readonly ImmutableArray<string> Filters = ["Open", "Submitted", "Correction", "Accepted", "Rejected", "All"];

    public static string Day(this IStringLocalizer<CheckText> words, DateOnly day) => day.ToString(words["Format.Day"], CultureInfo.CurrentCulture);

    public static string Moment(this IStringLocalizer<CheckText> words, DateTimeOffset at) => ChinaTime.Of(at).ToString(words["Format.Moment"], CultureInfo.CurrentCulture);

    /// <summary>The number of an application in the reader's words: org-03 is the third organisation.</summary>
    public static string Number(this IStringLocalizer<CheckText> words, string applicant)
    {
        var dash = applicant.LastIndexOf('-');
        return dash > 0 && applicant[..dash] is "org" or "ind" ? words[applicant[..dash] == "org" ? "Number.Organisation" : "Number.Individual", applicant[(dash + 1)..]] : applicant;
    }

    public static bool Shows(string filter, ApplicationRow row) => filter switch
    {
        "Open" => row.Stage is ApplicationStage.Recommended or ApplicationStage.NotRecommended || row.IsOverdue,
        "All" => true,
        _ => $"{row.Stage}" == filter,
    };

    /// <summary>A mark's look and icon for what the facts say.</summary>
    public static (string Look, string Icon) MarkOf(ConditionStanding standing) => standing switch
    {
        ConditionStanding.Met => ("agreed", "check"),
        ConditionStanding.NotMet => ("disputed", "alert"),
        _ => ("watch", "search"),
    };

    /// <summary>The same for what somebody found.</summary>
    public static (string Look, string Icon) MarkOf(CheckResult result) => MarkOf(result switch { CheckResult.Met => ConditionStanding.Met, CheckResult.NotMet => ConditionStanding.NotMet, _ => ConditionStanding.Look });
}
