using System.Collections.Immutable;
using System.Text;

namespace ReviewRoom.Domain.Registers;

/// <summary>How a reference was found to mean an organisation; a name alone may err, and the office dismisses what is wrong.</summary>
public enum MatchedBy { Id, CreditCode, Name, NameVariant }

/// <summary>What may differ between two ways to write one organisation's name; in one width of characters, longest first where one holds another.</summary>
/// <param name="LegalForms">Endings that tell the legal form.</param>
/// <param name="Places">Beginnings that tell the place.</param>
/// <param name="Remarks">Words that do not belong to the name.</param>
public sealed record NameParts(ImmutableArray<string> LegalForms, ImmutableArray<string> Places, ImmutableArray<string> Remarks);

/// <summary>Tells whether a reference means an organisation: by id, by unified social credit code (GB 32100-2015), then by name and its variants.</summary>
public sealed class Identification(NameParts parts)
{
    private const int ShortestCore = 3;

    /// <summary>Null where it means another one. Two ids or two credit codes that differ settle it; names are compared only where neither can.</summary>
    public MatchedBy? Match(OrganisationRef reference, Organisation organisation)
    {
        if (reference.Id is { } id && id == organisation.Id) return MatchedBy.Id;
        if (CodeOf(reference.CreditCode) is { } code && CodeOf(organisation.CreditCode) is { } other) return code == other ? MatchedBy.CreditCode : null;
        if (reference.Id is not null || Plain(reference.Name) is not { Length: > 0 } name) return null;
        if (name == Plain(organisation.Name)) return MatchedBy.Name;
        if (name == Plain(organisation.ShortName)) return MatchedBy.NameVariant;
        var core = Core(name);
        return core.Length >= ShortestCore && core == Core(Plain(organisation.Name)) ? MatchedBy.NameVariant : null;
    }

    private string? CodeOf(string? code) => Plain(code).ToUpperInvariant() is { Length: > 0 } plain ? plain : null;

    /// <summary>One width of characters, no white space, no remark.</summary>
    private string Plain(string? name)
    {
        if (name is null) return "";
        var one = parts.Remarks.Aggregate(name.Normalize(NormalizationForm.FormKC), (left, remark) => left.Replace(remark, "", StringComparison.Ordinal));
        return string.Concat(one.Where(c => !char.IsWhiteSpace(c) && c != '\u200b'));
    }

    /// <summary>The name without its place and its legal form.</summary>
    private string Core(string plain)
    {
        var core = plain;
        foreach (var place in parts.Places)
            if (core.StartsWith(place, StringComparison.Ordinal)) core = core[place.Length..];
        return parts.LegalForms.FirstOrDefault(f => core.EndsWith(f, StringComparison.Ordinal)) is { } form ? core[..^form.Length] : core;
    }
}
