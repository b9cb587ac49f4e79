using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;

namespace ReviewRoom.Resources;

/// <summary>Says what the register of awards holds: sums, numbers, times left, entries.</summary>
public static class AwardWords
{
    /// <summary>From so many days before its end on an award is said to run out.</summary>
    public const int SoonDays = 90;

    public static string Yuan(int yuan) => yuan.ToString("N0", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In China's time, as all days of the register are.</summary>
    public static string Moment(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The number on plaque and certificate; nothing where none was given.</summary>
    public static string Number(this IStringLocalizer<AwardsText> words, DateOnly conferredOn, int? number) => number is { } n ? words["Number", conferredOn.Year, n] : "";

    /// <summary>How long an award is still valid, in years and months, at the end in days.</summary>
    public static string TimeLeft(this IStringLocalizer<AwardsText> words, DateOnly today, DateOnly until)
    {
        var days = until.DayNumber - today.DayNumber;
        if (days < 0) return words["Left.Over", -days];
        if (days == 0) return words["Left.Today"];
        if (days <= SoonDays) return words["Left.Days", days];
        var months = (until.Year - today.Year) * 12 + until.Month - today.Month - (until.Day < today.Day ? 1 : 0);
        return months < 12 ? words["Left.Months", months] : months % 12 == 0 ? words["Left.Years", months / 12] : words["Left.YearsMonths", months / 12, months % 12];
    }

    /// <summary>What an entry says beside its kind.</summary>
    public static string Told(this IStringLocalizer<AwardsText> words, IStringLocalizer<DomainText> domain, AwardEvent happened) => happened switch
    {
        AwardsTaken { Awards: [var entry, ..] } => words["Told.Taken", entry.SessionTitle, Day(entry.ConferredOn)],
        PaymentRecorded e => words[e.IsMatch ? "Told.MatchPayment" : "Told.Payment", Yuan(e.Yuan), Day(e.On), e.Voucher],
        ProvinceRecommended e => words["Told.Recommended", e.Document, Day(e.On)],
        MatchRecorded e => words[e.Follows is null ? "Told.Match" : "Told.Match.Follows", Yuan(e.Yuan), e.Document, Day(e.On), e.Follows ?? ""],
        ReportReceived e => words["Told.Report", e.Report, e.Text],
        InvestigationClosed e => words[e.Founded ? "Told.Founded" : "Told.Unfounded", e.Report, e.Finding],
        RevocationProposed e => words["Told.Proposed", domain[$"RevocationGround.{e.Ground}"], Day(e.EventOn), e.Reason],
        RevocationApproved e => words["Told.Approved", e.Document, Day(e.On), Yuan(e.ToRecoverYuan)],
        RevocationDeclined e => words["Told.Declined", e.Document, Day(e.On)],
        ObjectReturned e => words["Told.Returned", domain[$"Returned.{e.What}"], Day(e.On)],
        RecoveryRecorded e => words["Told.Recovery", Yuan(e.Yuan), Day(e.On), e.Voucher],
        RevocationPublished e => words["Told.Published", Day(e.On), e.Where],
        SelfReportRecorded e => words["Told.SelfReport", e.Year, e.Summary],
        MidTermRecorded e => words["Told.MidTerm", words[$"MidTerm.{e.Result}"], Day(e.On), e.Text],
        AwardExpired => words["Told.Expired"],
        _ => "",
    };
}
