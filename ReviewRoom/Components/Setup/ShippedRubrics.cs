using System.Collections.Immutable;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Setup;

/// <summary>The score tables that ship with the program.</summary>
public sealed class ShippedRubrics
{
    public ImmutableArray<Rubric> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "rubrics"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => RubricFile.Read(File.ReadAllBytes(file)).Rubric).OfType<Rubric>()];
}
