using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Resources;

/// <summary>Says a refusal in the reader's language: what is wrong, what to do, and the article behind it.</summary>
public static class RefusalWords
{
    public static string Of(IStringLocalizer<DomainText> words, Refusal refusal)
    {
        var said = Sentence(words, refusal);
        if (refusal.Article is not { } article) return said;
        return words[ArticleAttribute.IsProvisional(article) ? "Article.BehindProvisional" : "Article.Behind", said, article];
    }

    /// <summary>The criteria, seats, phase, seconds or field the refusal speaks of, ready for reading; empty where it carries none.</summary>
    public static string Argument(IStringLocalizer<DomainText> words, Refusal refusal)
    {
        if (refusal.Phase is { } phase) return words[$"Phase.{phase}"];
        if (refusal.Criteria is { IsDefaultOrEmpty: false } criteria) return List(words, criteria);
        if (refusal.Seats is { IsDefaultOrEmpty: false } seats) return List(words, seats);
        if (refusal.Seconds is { } seconds) return seconds.ToString(System.Globalization.CultureInfo.CurrentCulture);
        if (refusal.Field is not { } field) return "";
        var word = words[$"Field.{field}"];
        return word.ResourceNotFound ? field : word;
    }

    private static string Sentence(IStringLocalizer<DomainText> words, Refusal refusal)
    {
        var argument = Argument(words, refusal);
        var plain = argument.Length == 0 ? words[$"Refusal.{refusal.Code}.None"] : null;
        return plain is { ResourceNotFound: false } ? plain : words[$"Refusal.{refusal.Code}", argument, refusal.Known is { IsDefaultOrEmpty: false } known ? List(words, known) : ""];
    }

    private static string List(IStringLocalizer<DomainText> words, ImmutableArray<string> names) =>
        string.Join(words["ListSeparator"], names);
}
