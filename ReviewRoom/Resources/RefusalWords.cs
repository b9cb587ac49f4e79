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
        if (refusal.Criteria is { IsDefaultOrEmpty: false } criteria) return List(words, refusal.Article is 13 or 14 or 15 ? [.. criteria.Select(c => FieldOf(words, c))] : criteria);
        if (refusal.Seats is { IsDefaultOrEmpty: false } seats) return List(words, seats);
        if (refusal.Seconds is { } seconds) return seconds.ToString(System.Globalization.CultureInfo.CurrentCulture);
        return refusal.Field is { } field ? FieldOf(words, field) : "";
    }

    /// <summary>A part of a request, or of an application, by its name.</summary>
    private static string FieldOf(IStringLocalizer<DomainText> words, string field) => words[$"Field.{field}"] is { ResourceNotFound: false } word ? word.Value : field;

    private static string Sentence(IStringLocalizer<DomainText> words, Refusal refusal)
    {
        var argument = Argument(words, refusal);
        var plain = argument.Length == 0 ? words[$"Refusal.{refusal.Code}.None"] : null;
        return plain is { ResourceNotFound: false } ? plain : words[$"Refusal.{refusal.Code}", argument, refusal.Known is { IsDefaultOrEmpty: false } known ? List(words, known) : ""];
    }

    private static string List(IStringLocalizer<DomainText> words, ImmutableArray<string> names) =>
        string.Join(words["ListSeparator"], names);
}
