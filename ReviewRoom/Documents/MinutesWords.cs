using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Identity;
using ReviewRoom.Resources;

namespace ReviewRoom.Documents;

/// <summary>What stands in minutes as a key, an id or a time, in the reader's language.</summary>
public sealed class MinutesWords(IStringLocalizer<MinutesText> text, IStringLocalizer<DomainText> domain, PeopleDirectory people)
{
    public string this[string key, params object[] arguments] => text[key, arguments];

    /// <summary>A word of the domain: a state, a phase, a type.</summary>
    public string Domain(string area, object key) => domain[$"{area}.{key}"];

    public static string In(Words words) => words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh");

    /// <summary>The server's own time to the second, with its day.</summary>
    public static string At(DateTimeOffset? at) => at?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    public static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";

    public string Person(string? id) => id is null ? "" : id == ReviewRoom.Domain.Person.System.Id ? domain["Viewer.system"] : people.Find(id)?.Name ?? id;

    /// <summary>Who did it and when; only when, where the reader is not told who.</summary>
    public string Done(Moment? moment) => moment is null ? "" : moment.By is { } by ? text["Line.AtBy", At(moment.At), Person(by)] : At(moment.At);

    public string Seat(string seat) => text["Seat", seat];

    public string Seats(IEnumerable<string> seats) => string.Join(domain["ListSeparator"], seats.Select(Seat));

    /// <summary>A seat with its name; a label where names are hidden.</summary>
    public string Voice(MinutesView view, DossierMinutes dossier, string seat)
    {
        var named = view.Settings.MarkNames == MarkNames.Named || dossier.Phase == Phase.Signed;
        return named && view.Panel.FirstOrDefault(p => p.Seat == seat) is { } member ? $"{Seat(seat)} {member.Name}" : Seat(seat);
    }

    public string Article(int number) => text[ArticleAttribute.IsProvisional(number) ? "Article.Provisional" : "Article", number];

    /// <summary>The article a part of a dossier stands on.</summary>
    public string? Behind(string member) => CitedArticle.Behind(member) is { } number ? Article(number) : null;
}
