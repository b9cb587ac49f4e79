using System.Globalization;
using System.Resources;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Resources;

namespace ReviewRoom.Letters;

/// <summary>How values are written in official papers: in Chinese, whatever the reader's language is.</summary>
internal static class LetterWords
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly ResourceManager Own = new(typeof(LetterText)), Domain = new(typeof(DomainText)), Awards = new(typeof(AwardsText));

    public static string Of(string key, params object[] arguments) => string.Format(Chinese, Own.GetString(key, Chinese) ?? key, arguments);

    public static string OfDomain(string key) => Domain.GetString(key, Chinese) ?? key;

    public static string OfAwards(string key, params object[] arguments) => string.Format(Chinese, Awards.GetString(key, Chinese) ?? key, arguments);

    public static string Day(DateOnly day) => day.ToString(OfAwards("Cert.Day"), CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => $"{Day(ChinaTime.DayOf(at))} {ChinaTime.Of(at).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing where there is none: the line it would stand in is left out.</summary>
    public static string Some(int n) => n == 0 ? "" : Number(n);

    public static string Yuan(int yuan) => AwardWords.Yuan(yuan);

    public static string Joined(IEnumerable<string> names) => string.Join(OfDomain("ListSeparator"), names);

    public static FieldValue Field(string name, string value) => new(name, value);

    public static FieldValue Field(string name, int value) => new(name, Number(value));
}
