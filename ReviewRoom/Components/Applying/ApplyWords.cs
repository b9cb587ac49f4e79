using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Applying;

/// <summary>What the applicant's pages have in common in their words: days, what waits and until when.</summary>
internal static class ApplyWords
{
    public static string Day(this IStringLocalizer<ApplyText> words, DateOnly day) => day.ToString(words["Format.Day"], CultureInfo.CurrentCulture);

    /// <summary>With its year, where it may be long ago.</summary>
    public static string Date(this IStringLocalizer<ApplyText> words, DateOnly day) => day.ToString(words["Format.Date"], CultureInfo.CurrentCulture);

    public static string Moment(this IStringLocalizer<ApplyText> words, DateTimeOffset at) => ChinaTime.Of(at).ToString(words["Format.Moment"], CultureInfo.CurrentCulture);

    /// <summary>What waits for the applicant, and until when; what he waits for, where nothing does.</summary>
    public static string Waits(this IStringLocalizer<ApplyText> words, ApplicationView view, DateTimeOffset now) => view switch
    {
        { Stage: ApplicationStage.Draft } => words["Waits.Draft", words.Day(view.Deadline)],
        { Stage: ApplicationStage.InternalNotice, Notice: { } notice } when ChinaTime.DayOf(now) <= notice.To => words["Waits.Notice", words.Day(notice.To)],
        { Stage: ApplicationStage.InternalNotice } => words["Waits.Submit", words.Day(view.Deadline)],
        { Stage: ApplicationStage.Correction, Rounds: [.., { OverdueAt: null } round] } when now < round.Due => words["Waits.Correction", words.Moment(round.Due)],
        { Stage: ApplicationStage.Correction } => words["Waits.Overdue"],
        { Stage: ApplicationStage.Submitted } => words["Waits.County", view.BodyName],
        { Stage: ApplicationStage.Recommended or ApplicationStage.NotRecommended } => words["Waits.Office"],
        _ => words[$"Waits.{view.Stage}"],
    };

    /// <summary>Is it the applicant's turn?</summary>
    public static bool IsMine(ApplicationView view, DateTimeOffset now) => view.Stage switch
    {
        ApplicationStage.Draft => true,
        ApplicationStage.InternalNotice => view.Notice is { } notice && ChinaTime.DayOf(now) > notice.To,
        ApplicationStage.Correction => view.Rounds is [.., { OverdueAt: null } round] && now < round.Due,
        _ => false,
    };

    /// <summary>May form, report and files be changed now?</summary>
    public static bool MayChange(ApplicationView view, DateTimeOffset now) =>
        view.Stage == ApplicationStage.Draft && ChinaTime.DayOf(now) <= view.Deadline || view.Stage == ApplicationStage.Correction && IsMine(view, now);

    /// <summary>A mark's look and icon for what the facts say.</summary>
    public static (string Look, string Icon) MarkOf(ConditionStanding standing) => standing switch
    {
        ConditionStanding.Met => ("agreed", "check"),
        ConditionStanding.NotMet => ("disputed", "alert"),
        _ => ("watch", "search"),
    };
}
