using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Office;

/// <summary>The domain's keys in the reader's language.</summary>
public static class DomainWords
{
    public static string Of(this IStringLocalizer<DomainText> words, Phase phase) => words[$"Phase.{phase}"];

    public static string Of(this IStringLocalizer<DomainText> words, SeatState state) => words[$"SeatState.{state}"];

    public static string Of(this IStringLocalizer<DomainText> words, Agreement state) => words[$"Agreement.{state}"];

    public static string Of(this IStringLocalizer<DomainText> words, ConflictState state) => words[$"ConflictState.{state}"];

    public static string Of(this IStringLocalizer<DomainText> words, ConflictSource source) => words[$"ConflictSource.{source}"];

    public static string Of(this IStringLocalizer<DomainText> words, ConflictStrength strength) => words[$"ConflictStrength.{strength}"];

    public static string ConflictType(this IStringLocalizer<DomainText> words, string type) => words[$"Conflict.{type}"];

    /// <summary>A kind of entry or milestone.</summary>
    public static string Event(this IStringLocalizer<DomainText> words, string kind) => words[$"Event.{kind}"];
}
