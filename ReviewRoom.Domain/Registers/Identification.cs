using System.Text;

namespace ReviewRoom.Domain.Registers;

/// <summary>How a reference was found to mean an organisation; a name alone may err, and the office dismisses what is wrong.</summary>
public enum MatchedBy { Id, CreditCode, Name, NameVariant }

/// <summary>Tells whether a reference means an organisation: by id, by unified social credit code (GB 32100-2015), then by name and its variants.</summary>
public static class Identification
{
    private static readonly string[] LegalForms = ["(有限合伙)", "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团", "公司"];

    private static readonly string[] Places = ["山西省", "山西", "阳泉市", "阳泉", "平定县", "平定", "盂县", "郊区", "城区", "矿区"];

    private const int ShortestCore = 3;

    /// <summary>Null where it means another one. Two ids or two credit codes that differ settle it; names are compared only where neither can.</summary>
    public static MatchedBy? Match(OrganisationRef reference, Organisation organisation)
    {
        if (reference.Id is { } id && id == organisation.Id) return MatchedBy.Id;
        if (CodeOf(reference.CreditCode) is { } code && CodeOf(organisation.CreditCode) is { } other) return code == other ? MatchedBy.CreditCode : null;
        if (reference.Id is not null || Plain(reference.Name) is not { Length: > 0 } name) return null;
        if (name == Plain(organisation.Name)) return MatchedBy.Name;
        if (name == Plain(organisation.ShortName)) return MatchedBy.NameVariant;
        var core = Core(name);
        return core.Length >= ShortestCore && core == Core(Plain(organisation.Name)) ? MatchedBy.NameVariant : null;
    }

    private static string? CodeOf(string? code) => Plain(code).ToUpperInvariant() is { Length: > 0 } plain ? plain : null;

    /// <summary>One width of characters, no white space, no remark that it is an example.</summary>
    private static string Plain(string? name)
    {
        if (name is null) return "";
        var one = name.Normalize(NormalizationForm.FormKC).Replace("(示例)", "", StringComparison.Ordinal);
        return string.Concat(one.Where(c => !char.IsWhiteSpace(c) && c != '\u200b'));
    }

    /// <summary>The name without its place and its legal form.</summary>
    private static string Core(string plain)
    {
        var core = plain;
        foreach (var place in Places)
            if (core.StartsWith(place, StringComparison.Ordinal)) core = core[place.Length..];
        return LegalForms.FirstOrDefault(f => core.EndsWith(f, StringComparison.Ordinal)) is { } form ? core[..^form.Length] : core;
    }
}
