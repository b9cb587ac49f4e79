using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Intake;

/// <summary>Reads an uploaded list of the bodies of a session (member units, leading group), JSON or XLSX, and says of every row what is wrong with it. Stores nothing.</summary>
public static class BodyIntake
{
    /// <summary>What a list may call a kind, beside the words of the sheets: as the demonstration's data has it.</summary>
    private static readonly Dictionary<string, BodyKind> Kinds = new(StringComparer.Ordinal)
    {
        ["party"] = BodyKind.Party, ["department"] = BodyKind.Department, ["vertical"] = BodyKind.Vertical, ["bank"] = BodyKind.Vertical, ["mass-organisation"] = BodyKind.MassOrganisation,
        ["massOrganisation"] = BodyKind.MassOrganisation, ["county"] = BodyKind.County, ["county-government"] = BodyKind.County, ["zone-committee"] = BodyKind.County, ["leadingGroup"] = BodyKind.LeadingGroup,
    };

    private static readonly string[] Words = ["party", "department", "vertical", "massOrganisation", "county", "leadingGroup"];

    /// <summary>The word of the sheets for a kind.</summary>
    internal static string WordOf(BodyKind kind) => Words.First(w => Kinds[w] == kind);

    public static Reading<Body> Read(byte[] file)
    {
        if (file.Length == 0) return new FileFault(FileFaultKind.Empty);
        if (file.Length > ArchiveLimits.UploadBytes) return new FileFault(FileFaultKind.TooLarge);
        return Checked(file.AsSpan().StartsWith("PK"u8) ? RegisterSheets.Read<Body>(file, BodyOf) : Json(file));
    }

    /// <summary>The units of a list that is known to be sound, as it ships with the program.</summary>
    internal static ImmutableArray<Body> Sound(byte[] file) => [.. Read(file).Rows.Select(r => r.IsSound && r.Record is { } body ? body : throw new InvalidDataException($"{r.Id}: {string.Join(", ", r.Faults)}"))];

    private static (Body Record, IEnumerable<RowFault> Faults) BodyOf(SheetRow row, IReadOnlyList<SheetRow> facts)
    {
        var read = new RowCells(row);
        var (id, full, brief, kind) = (read.Needed("id"), read.Needed("name"), read.Text("shortName"), read.Word("bodyKind", Words));
        var consulted = read.Text("consulted") is null || read.Word("consulted", "yes", "no") == "yes";
        var of = Kinds.GetValueOrDefault(kind, BodyKind.Department);
        return (new Body(id, brief ?? full, full, of, consulted && of != BodyKind.LeadingGroup), read.Faults);
    }

    private static Reading<Body> Json(byte[] file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.AsMemory(file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("units", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
                return new FileFault(FileFaultKind.NoColumn, "units");
            if (list.GetArrayLength() > Workbook.MostRows) return new FileFault(FileFaultKind.TooManyRows, Workbook.MostRows.ToString(CultureInfo.InvariantCulture));
            return new Reading<Body>([.. list.EnumerateArray().Select((element, place) => Row(place + 1, element))], []);
        }
        catch (JsonException)
        {
            return new FileFault(FileFaultKind.Unreadable);
        }
    }

    private static IntakeRow<Body> Row(int number, JsonElement element)
    {
        string Said(string member) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()?.Trim() ?? "" : "";

        var (id, full, brief, kind) = (Said("id"), Said("fullName"), Said("shortName"), Said("kind"));
        List<RowFault> faults = [];
        if (id.Length == 0) faults.Add(new RowFault(RowFaultKind.Missing, "id"));
        if (full.Length == 0) faults.Add(new RowFault(RowFaultKind.Missing, "name"));
        if (!Kinds.TryGetValue(kind, out var of)) faults.Add(kind.Length == 0 ? new RowFault(RowFaultKind.Missing, "bodyKind") : new RowFault(RowFaultKind.Word, "bodyKind", kind));
        var consulted = of != BodyKind.LeadingGroup && !(element.ValueKind == JsonValueKind.Object && element.TryGetProperty("consulted", out var asked) && asked.ValueKind == JsonValueKind.False);
        return new IntakeRow<Body>(number, id, full, faults.Count == 0 ? new Body(id, brief.Length == 0 ? full : brief, full, of, consulted) : null, [.. faults]);
    }

    /// <summary>What holds for every body, wherever it came from.</summary>
    private static Reading<Body> Checked(Reading<Body> reading)
    {
        var ids = reading.Rows.Where(r => r.Record is not null).CountBy(r => r.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return reading with { Rows = [.. reading.Rows.Select(r => r.Record is { } body ? r with { Faults = [.. r.Faults, .. Faults(body)] } : r)] };

        IEnumerable<RowFault> Faults(Body body)
        {
            if (body.Id.Length > 0 && !Register.IsId(body.Id)) yield return new RowFault(RowFaultKind.IdForm, "id", body.Id);
            if (body.Id.Length > 0 && ids[body.Id] > 1) yield return new RowFault(RowFaultKind.IdTwice, "id", body.Id);
            if (body.FullName.Length > Register.LongestTitle) yield return new RowFault(RowFaultKind.TooLong, "name", body.FullName[..20]);
            if (body.ShortName.Length > Body.LongestShortName) yield return new RowFault(RowFaultKind.ShortName, "shortName", body.ShortName);
        }
    }
}
