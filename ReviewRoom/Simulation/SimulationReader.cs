using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Simulation;

/// <summary>Reads a simulation from JSON, member by member, and names the first that is not right. Members it does not know are passed over, settings are not.</summary>
public sealed class SimulationReader
{
    public const int FirstYear = 1900, LastYear = 2999, MostPoints = 1_000_000, MostCandidates = 500, MostAwards = 50, LongestId = 100;

    private SimulationFault? fault;

    private SimulationReader() { }

    /// <returns>The request, or what is wrong with it.</returns>
    public static (DecisionRequest? Request, SimulationFault? Fault) Read(JsonElement root)
    {
        var reader = new SimulationReader();
        var request = reader.RequestOf(root);
        return reader.fault is { } why ? (null, why) : (request, null);
    }

    private DecisionRequest RequestOf(JsonElement root)
    {
        var year = Whole(root, "year", "year", FaultKind.Year, FirstYear, LastYear);
        var asOf = Date(root, "asOf", "asOf");
        var of = Whole(root, "of", "of", FaultKind.FullPoints, 1, MostPoints);
        var settings = SettingsOf(root);
        return new DecisionRequest(year ?? 0, asOf, settings, CandidatesOf(root, of ?? 1));
    }

    private DecisionSettings SettingsOf(JsonElement root)
    {
        var settings = new DecisionSettings();
        if (Member(root, "settings") is not { } said) return settings;
        if (said.ValueKind != JsonValueKind.Object) return Wrong("settings", FaultKind.Shape, settings);
        foreach (var one in said.EnumerateObject())
        {
            var name = $"settings.{one.Name}";
            (settings, var why) = SettingWords.With(settings, one.Name, Text(one.Value));
            if (why is { } kind) Wrong(name.Length <= LongestId ? name : "settings", kind);
        }
        return settings;
    }

    private ImmutableArray<Candidate> CandidatesOf(JsonElement root, int of)
    {
        if (Member(root, "candidates") is not { } all) return Wrong("candidates", FaultKind.Missing, ImmutableArray<Candidate>.Empty);
        if (all.ValueKind != JsonValueKind.Array) return Wrong("candidates", FaultKind.Shape, ImmutableArray<Candidate>.Empty);
        if (all.GetArrayLength() > MostCandidates) return Wrong("candidates", FaultKind.TooMany, ImmutableArray<Candidate>.Empty);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. all.EnumerateArray().Select((one, place) => CandidateOf(one, $"candidates[{place.ToString(CultureInfo.InvariantCulture)}]", of, ids))];
    }

    private Candidate CandidateOf(JsonElement one, string at, int ofAll, HashSet<string> ids)
    {
        var nobody = new Candidate("", ApplicantKind.Organisation, Rational.Zero, 1);
        if (one.ValueKind != JsonValueKind.Object) return Wrong(at, FaultKind.Shape, nobody);
        var id = Member(one, "id") is { } named ? Text(named) : null;
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId) return Wrong($"{at}.id", FaultKind.Id, nobody);
        if (!ids.Add(id)) return Wrong($"{at}.id", FaultKind.IdTwice, nobody);
        var kind = Word(one, "kind", at, FaultKind.Kind, ("organisation", ApplicantKind.Organisation), ("individual", ApplicantKind.Individual));
        var of = Member(one, "of") is null ? ofAll : Whole(one, "of", $"{at}.of", FaultKind.FullPoints, 1, MostPoints) ?? 1;
        var points = Points(one, "points", at, of);
        if (Member(one, "points") is null) Wrong($"{at}.points", FaultKind.Missing);
        return new Candidate(
            id, kind, points ?? Rational.Zero, of, Points(one, "siteReview", at, of), Points(one, "results", at, of), AwardsOf(one, at), Truth(one, "blocked", at));
    }

    private ImmutableArray<Award>? AwardsOf(JsonElement candidate, string at)
    {
        if (Member(candidate, "wonBefore") is not { } all) return null;
        if (all.ValueKind != JsonValueKind.Array) return Wrong($"{at}.wonBefore", FaultKind.Shape, ImmutableArray<Award>.Empty);
        if (all.GetArrayLength() > MostAwards) return Wrong($"{at}.wonBefore", FaultKind.TooMany, ImmutableArray<Award>.Empty);
        return [.. all.EnumerateArray().Select((one, place) => AwardOf(one, $"{at}.wonBefore[{place.ToString(CultureInfo.InvariantCulture)}]"))];
    }

    private Award AwardOf(JsonElement one, string at)
    {
        if (one.ValueKind != JsonValueKind.Object) return Wrong(at, FaultKind.Shape, new Award(Grade.Main, 0));
        var grade = Word(one, "grade", at, FaultKind.Grade, ("main", Grade.Main), ("nomination", Grade.Nomination));
        var conferred = Date(one, "conferredOn", $"{at}.conferredOn");
        var year = Member(one, "year") is null && conferred is { } day ? day.Year : Whole(one, "year", $"{at}.year", FaultKind.Year, FirstYear, LastYear);
        if (conferred is { } on && year != on.Year) Wrong($"{at}.year", FaultKind.AwardYears);
        return new Award(grade, year ?? 0, conferred, Truth(one, "revoked", at));
    }

    private Rational? Points(JsonElement candidate, string name, string at, int of)
    {
        if (Member(candidate, name) is not { } said) return null;
        if (!Rational.TryParse(Text(said), out var points)) Wrong($"{at}.{name}", FaultKind.Number);
        else if (points < Rational.Zero) Wrong($"{at}.{name}", FaultKind.Negative);
        else if (points > of) Wrong($"{at}.{name}", FaultKind.OverFullPoints);
        return points;
    }

    private int? Whole(JsonElement parent, string name, string field, FaultKind kind, int least, int most)
    {
        if (Member(parent, name) is not { } said) return Wrong<int?>(field, FaultKind.Missing, null);
        return said.ValueKind == JsonValueKind.Number && said.TryGetInt32(out var whole) && whole >= least && whole <= most ? whole : Wrong<int?>(field, kind, null);
    }

    private DateOnly? Date(JsonElement parent, string name, string field)
    {
        if (Member(parent, name) is not { } said) return null;
        var isDay = DateOnly.TryParseExact(Text(said), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && day.Year is >= FirstYear and <= LastYear ? day : Wrong<DateOnly?>(field, FaultKind.Date, null);
    }

    private T Word<T>(JsonElement parent, string name, string at, FaultKind kind, params ReadOnlySpan<(string Word, T Value)> known)
    {
        var said = Member(parent, name) is { } word ? Text(word) : null;
        foreach (var (one, value) in known)
            if (one == said) return value;
        return Wrong($"{at}.{name}", kind, known[0].Value);
    }

    private bool Truth(JsonElement parent, string name, string at)
    {
        if (Member(parent, name) is not { } said) return false;
        return said.ValueKind is JsonValueKind.True or JsonValueKind.False ? said.GetBoolean() : Wrong($"{at}.{name}", FaultKind.Truth, false);
    }

    /// <summary>A member, or null where it is left out or null.</summary>
    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private void Wrong(string field, FaultKind kind) => fault ??= new SimulationFault(field, kind);

    private T Wrong<T>(string field, FaultKind kind, T instead)
    {
        Wrong(field, kind);
        return instead;
    }
}
