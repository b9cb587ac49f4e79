using System.Collections.Frozen;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Papers;

namespace ReviewRoom.Letters;

/// <summary>The templates that ship (version 0 of each) and invented values to see a template with.</summary>
public sealed class ShippedTemplates
{
    private readonly FrozenDictionary<PaperKind, string> texts;
    private readonly FrozenDictionary<PaperKind, PaperValues> samples;

    public ShippedTemplates()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "papers");
        texts = PaperForm.All.ToFrozenDictionary(f => f.Kind, f => File.ReadAllText(Path.Combine(folder, $"{NameOf(f.Kind)}.md")));
        var read = Canonical.Read<Dictionary<string, PaperValues>>(File.ReadAllBytes(Path.Combine(folder, "samples.json")));
        samples = PaperForm.All.ToFrozenDictionary(f => f.Kind, f => read[NameOf(f.Kind)]);
    }

    public string Text(PaperKind kind) => texts[kind];

    public PaperValues Sample(PaperKind kind) => samples[kind];

    /// <summary>As it stands in addresses and file names.</summary>
    public static string NameOf(PaperKind kind) => $"{kind}".ToLowerInvariant();

    public static PaperKind? KindOf(string name) => PaperForm.All.Select(f => f.Kind).Where(k => NameOf(k) == name).Select(k => (PaperKind?)k).FirstOrDefault();
}
