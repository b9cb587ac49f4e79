using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Resources;

/// <summary>Says the ground of a conflict of interest in the reader's language.</summary>
public static class GroundWords
{
    public static string Of(IStringLocalizer<DomainText> words, Basis basis)
    {
        var said = Of(words, basis.Ground);
        return basis.By is MatchedBy.Name or MatchedBy.NameVariant ? words["Ground.ByName", said] : said;
    }

    public static string Of(IStringLocalizer<DomainText> words, Ground ground)
    {
        var said = words[
            $"Ground.{ground.Kind}", ground.What ?? "", Period(words, ground.From, ground.To), ground.Relative ?? "", ground.Organisation ?? "", ground.Controller ?? "", ground.Percent ?? 0];
        return ground.Through is { } employer ? words["Ground.Through", ground.Applicant ?? "", employer, said.Value.Trim()] : said.Value.Trim();
    }

    /// <summary>What is still in force needs no dates.</summary>
    private static string Period(IStringLocalizer<DomainText> words, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => words["Ground.Period.Both", Day(first), Day(last)],
        (null, { } last) => words["Ground.Period.To", Day(last)],
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
