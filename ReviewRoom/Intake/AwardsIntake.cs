using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Intake;

/// <summary>Reads a list of past awards (<c>{"awards":[{"holderId","holderName","grade","conferredOn","status"}]}</c>) and gives each to the applicant who won it.</summary>
internal static class AwardsIntake
{
    /// <summary>Null where the file is no such list. An applicant's awards are replaced by those of the list.</summary>
    public static Reading<ApplicantRecord>? Read(byte[] file, RegisterView there)
    {
        if (file.AsSpan().StartsWith("PK"u8)) return null;
        try
        {
            using var document = JsonDocument.Parse(file.AsMemory(file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.TryGetProperty("organisations", out _) || root.TryGetProperty("individuals", out _)
                || !root.TryGetProperty("awards", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > Workbook.MostRows) return null;
            return new Reading<ApplicantRecord>([.. Rows(list, there)], []);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<IntakeRow<ApplicantRecord>> Rows(JsonElement list, RegisterView there)
    {
        var read = list.EnumerateArray().Select((element, i) => (Number: i + 1, Award: Award(element))).ToArray();
        foreach (var (number, _) in read.Where(r => r.Award is null)) yield return new IntakeRow<ApplicantRecord>(number, "", "", null, [new RowFault(RowFaultKind.Unreadable, $"$.awards[{number - 1}]")]);
        var known = read.Where(r => r.Award is not null).Select(r => (r.Number, Award: r.Award.GetValueOrDefault(), Holder: HolderOf(r.Award.GetValueOrDefault(), there))).ToArray();
        foreach (var (number, award, _) in known.Where(k => k.Holder is null))
            yield return new IntakeRow<ApplicantRecord>(number, award.Id ?? "", award.Name ?? "", null, [new RowFault(RowFaultKind.Holder, "name", award.Name ?? award.Id ?? "")]);
        foreach (var group in known.Where(k => k.Holder is not null).GroupBy(k => k.Holder?.Id, StringComparer.Ordinal))
            if (group.First() is { Holder: { } holder } first)
                yield return new IntakeRow<ApplicantRecord>(first.Number, holder.Id, holder.Name, holder with { Won = [.. group.Select(g => g.Award.Award)] }, []);
    }

    private static ApplicantRecord? HolderOf((string? Id, string? Name, WonBefore Award) award, RegisterView there) =>
        there.Applicants.FirstOrDefault(a => a.Id == award.Id) ?? there.Applicants.FirstOrDefault(a => award.Id is null && a.Name == award.Name);

    private static (string? Id, string? Name, WonBefore Award)? Award(JsonElement element)
    {
        try
        {
            return RegisterJson.Award(element);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
