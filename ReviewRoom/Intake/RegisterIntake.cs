using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Intake;

/// <summary>What can be imported into a register.</summary>
public enum RegisterKind { Experts, Applicants, Organisations, Bodies }

/// <summary>Reads an uploaded file of experts, applicants or organisations, JSON or XLSX, and says of every row what is wrong with it. Stores nothing.</summary>
public static class RegisterIntake
{
    /// <param name="there">What the register holds: what no sheet shows of a record that is there stays as it is.</param>
    public static Reading<ExpertRecord> Experts(byte[] file, RegisterView? there = null) =>
        Checked(Read(file, f => Kept(RegisterSheets.Experts(f), e => RecordIds.Kept(e, there?.Experts.FirstOrDefault(b => b.Id == e.Id))), ["experts"], (e, _) => RegisterJson.Expert(e)), e => (e.Id, e.Name, null), null);

    /// <param name="there">What the register holds: a credit code belongs to one organisation.</param>
    public static Reading<ApplicantRecord> Applicants(byte[] file, RegisterView there) =>
        AwardsIntake.Read(file, there) ?? Checked(Read(file, f => Kept(RegisterSheets.Applicants(f), a => Imported(a, there.Applicants.FirstOrDefault(b => b.Id == a.Id))), ["organisations", "individuals"], RegisterJson.Applicant), a => (a.Id, a.Name, a.Own?.CreditCode), Codes(there));

    public static Reading<Organisation> Organisations(byte[] file, RegisterView there) =>
        Checked(Read(file, f => Kept(RegisterSheets.Organisations(f), o => Imported(o, there.Organisations.FirstOrDefault(b => b.Id == o.Id))), ["entities"], (e, _) => RegisterJson.Organisation(e)), o => (o.Id, o.Name, o.CreditCode), Codes(there));

    /// <summary>An expert written by hand.</summary>
    /// <param name="before">The record as it is; null where it is to be new.</param>
    public static IntakeRow<ExpertRecord> Expert(RecordEntry entry, ExpertRecord? before, RegisterView there) =>
        ByHand(RegisterSheets.ExpertOf(entry.Row, entry.FactRows), e => RecordIds.Kept(e, before), e => (e.Id, e.Name, null), null, before is null && there.Experts.Any(e => e.Id == entry.Main.GetValueOrDefault("id")));

    public static IntakeRow<ApplicantRecord> Applicant(RecordEntry entry, ApplicantRecord? before, RegisterView there) => ByHand(
        RegisterSheets.ApplicantOf(entry.Row, entry.FactRows), a => RecordIds.Kept(a, before) with { Won = a.Won ?? [] }, a => (a.Id, a.Name, a.Own?.CreditCode), Codes(there),
        before is null && there.Applicants.Any(a => a.Id == entry.Main.GetValueOrDefault("id")));

    public static IntakeRow<Organisation> Organisation(RecordEntry entry, Organisation? before, RegisterView there) => ByHand(
        RegisterSheets.OrganisationOf(entry.Row, []), o => RecordIds.Kept(o, before), o => (o.Id, o.Name, o.CreditCode), Codes(there), before is null && there.Organisations.Any(o => o.Id == entry.Main.GetValueOrDefault("id")));

    private static IntakeRow<T> ByHand<T>((T Record, IEnumerable<RowFault> Faults) read, Func<T, T> kept, Func<T, (string Id, string Name, string? Code)> of, ILookup<string, string>? codes, bool isTaken) where T : class
    {
        var (id, name, _) = of(read.Record);
        var row = Checked(new Reading<T>([new IntakeRow<T>(1, id, name, kept(read.Record), [.. read.Faults.Distinct()])], []), of, codes).Rows[0];
        return isTaken ? row with { Faults = row.Faults.Add(new RowFault(RowFaultKind.IdTaken, "id", id)) } : row;
    }

    private static Reading<T> Kept<T>(Reading<T> reading, Func<T, T> kept) where T : class => reading with { Rows = [.. reading.Rows.Select(r => r.Record is { } record ? r with { Record = kept(record) } : r)] };

    /// <summary>An empty cell says nothing of awards: that there are none stays said.</summary>
    private static ApplicantRecord Imported(ApplicantRecord now, ApplicantRecord? before) => RecordIds.Kept(now, before) with { Won = now.Won ?? (before?.Won is { IsEmpty: true } none ? none : null) };

    /// <summary>The sheet of organisations shows no owners, heads or partners: they stay.</summary>
    private static Organisation Imported(Organisation now, Organisation? before) => before is null ? now : RecordIds.Kept(now, before) with
    {
        HeadId = before.HeadId, HeadName = before.HeadName, Holders = before.Holders, Suppliers = before.Suppliers, Customers = before.Customers, Competitors = before.Competitors,
    };

    private static ILookup<string, string> Codes(RegisterView there) =>
        there.Applicants.Select(a => a.Own).OfType<Organisation>().Concat(there.Organisations).Where(o => o.CreditCode is not null).ToLookup(o => o.CreditCode ?? "", o => o.Id, StringComparer.Ordinal);

    private static Reading<T> Read<T>(byte[] file, Func<byte[], Reading<T>> sheets, ImmutableArray<string> lists, Func<JsonElement, string, T> made) where T : class
    {
        if (file.Length == 0) return new FileFault(FileFaultKind.Empty);
        if (file.Length > ArchiveLimits.UploadBytes) return new FileFault(FileFaultKind.TooLarge);
        return file.AsSpan().StartsWith("PK"u8) ? sheets(file) : Json(file, lists, made);
    }

    private static Reading<T> Json<T>(byte[] file, ImmutableArray<string> lists, Func<JsonElement, string, T> made) where T : class
    {
        try
        {
            var text = file.AsMemory(file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return new FileFault(FileFaultKind.Unreadable);
            var rows = lists.SelectMany(list => document.RootElement.TryGetProperty(list, out var all) && all.ValueKind == JsonValueKind.Array
                ? all.EnumerateArray().Select(element => (List: list, Element: element)) : []).ToArray();
            if (rows.Length == 0) return new FileFault(FileFaultKind.NoColumn, string.Join(", ", lists));
            if (rows.Length > Workbook.MostRows) return new FileFault(FileFaultKind.TooManyRows, Workbook.MostRows.ToString(CultureInfo.InvariantCulture));
            return new Reading<T>([.. rows.Select((row, place) => Row(place + 1, row.Element, row.List, made))], []);
        }
        catch (JsonException)
        {
            return new FileFault(FileFaultKind.Unreadable);
        }
    }

    private static IntakeRow<T> Row<T>(int number, JsonElement element, string list, Func<JsonElement, string, T> made) where T : class
    {
        string Said(string member) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() ?? "" : "";

        ImmutableArray<RowFault> missing = [.. RegisterSheets.Needed.Where(n => Said(n).Length == 0).Select(n => new RowFault(RowFaultKind.Missing, n))];
        if (!missing.IsEmpty) return new IntakeRow<T>(number, Said("id"), Said("name"), null, missing);
        try
        {
            return new IntakeRow<T>(number, Said("id"), Said("name"), made(element, list), []);
        }
        catch (JsonException fault)
        {
            return new IntakeRow<T>(number, Said("id"), Said("name"), null, [new RowFault(RowFaultKind.Unreadable, fault.Path ?? "$")]);
        }
    }

    /// <summary>What holds for every record, wherever it came from.</summary>
    private static Reading<T> Checked<T>(Reading<T> reading, Func<T, (string Id, string Name, string? Code)> of, ILookup<string, string>? codes) where T : class
    {
        var records = reading.Rows.Where(r => r.Record is not null).Select(r => of(r.Record ?? throw new InvalidOperationException())).ToArray();
        var ids = records.CountBy(r => r.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var inFile = records.Where(r => r.Code is not null).CountBy(r => r.Code ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return reading with { Rows = [.. reading.Rows.Select(r => r.Record is { } record ? r with { Faults = [.. r.Faults, .. Faults(of(record))] } : r)] };

        IEnumerable<RowFault> Faults((string Id, string Name, string? Code) record)
        {
            if (record.Id.Length > 0 && !Register.IsId(record.Id)) yield return new RowFault(RowFaultKind.IdForm, "id", record.Id);
            if (record.Id.Length > 0 && ids[record.Id] > 1) yield return new RowFault(RowFaultKind.IdTwice, "id", record.Id);
            if (record.Name.Length > Register.LongestTitle) yield return new RowFault(RowFaultKind.TooLong, "name", record.Name[..20]);
            if (record.Code is not { } code) yield break;
            if (FaultOf(code) is { } wrong) yield return new RowFault(wrong, "creditCode", code);
            else if (inFile[code] > 1 || codes is not null && codes[code].Any(id => id != record.Id)) yield return new RowFault(RowFaultKind.CodeTwice, "creditCode", code);
        }
    }

    private static RowFaultKind? FaultOf(string code) => CreditCode.Check(code) switch
    {
        CreditCodeFault.None => null,
        CreditCodeFault.Length => RowFaultKind.CodeLength,
        CreditCodeFault.Character => RowFaultKind.CodeCharacter,
        CreditCodeFault.OrganisationCheck => RowFaultKind.CodeOrganisationCheck,
        _ => RowFaultKind.CodeCheck,
    };
}
