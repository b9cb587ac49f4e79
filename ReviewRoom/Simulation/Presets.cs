using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain.Decisions;

namespace ReviewRoom.Simulation;

/// <summary>A sandbox to begin from: invented candidates, and the names of those that have one.</summary>
public sealed record Preset(string Id, int Of, DecisionRequest Request, ImmutableDictionary<string, string> Names);

/// <summary>The sandboxes that ship with the program. They come from a file of invented figures, never from a room.</summary>
public sealed class Presets
{
    public ImmutableArray<Preset> All { get; } = Read(Path.Combine(AppContext.BaseDirectory, "data", "demo", "simulate.json"));

    private static ImmutableArray<Preset> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. file.RootElement.GetProperty("presets").EnumerateArray().Select(PresetOf)];
    }

    private static Preset PresetOf(JsonElement one)
    {
        var id = one.GetProperty("id").GetString() ?? "";
        var asked = one.GetProperty("request");
        var (request, fault) = SimulationReader.Read(asked);
        if (request is null) throw new InvalidDataException($"Preset {id}: {fault}");
        var names = one.TryGetProperty("names", out var named) ? named.EnumerateObject().ToImmutableDictionary(n => n.Name, n => n.Value.GetString() ?? "") : [];
        return new Preset(id, asked.GetProperty("of").GetInt32(), request, names);
    }
}
