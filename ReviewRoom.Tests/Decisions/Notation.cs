using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Decisions;

/// <summary>
/// Sessions and decisions in one line each. A candidate: <c>a=612.5</c>, then what applies: <c>/500</c> own full points, <c>i</c> individual,
/// <c>s600</c> site review, <c>r250</c> results, <c>M2019</c> or <c>N2021-09-15</c> an earlier award, <c>M2019x</c> a revoked one, <c>!</c> blocked.
/// A decision: <c>M a1 b2* | N c3 | - d:belowThreshold | ? nomination 1 e,f &gt; g | v 0 4</c>, with <c>*</c> for outside the quota.
/// </summary>
internal static class Notation
{
    public static DecisionRequest Request(string candidates, DecisionSettings? settings = null, string? asOf = null) => new(
        2026, asOf is null ? null : DateOnly.Parse(asOf, CultureInfo.InvariantCulture), settings ?? new DecisionSettings(),
        [.. candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(new List<List<string>>(), Grouped).Select(CandidateOf)]);

    public static string Of(Decision decision)
    {
        var parts = new List<string>();
        if (!decision.Main.IsEmpty) parts.Add("M " + string.Join(' ', decision.Main.Select(Won)));
        if (!decision.Nomination.IsEmpty) parts.Add("N " + string.Join(' ', decision.Nomination.Select(Won)));
        if (!decision.NotAwarded.IsEmpty) parts.Add("- " + string.Join(' ', decision.NotAwarded.Select(n => $"{n.Id}:{Camel(n.Reason.ToString())}")));
        foreach (var tie in decision.Undecided)
            parts.Add($"? {Camel(tie.Grade.ToString())} {tie.Places} {string.Join(',', tie.Ids)}" + (tie.Pending.IsEmpty ? "" : $" > {string.Join(',', tie.Pending)}"));
        parts.Add($"v {decision.Vacant.Main} {decision.Vacant.Nomination}");
        return string.Join(" | ", parts);
    }

    /// <summary>612.5 or 16799/28.</summary>
    public static Rational Number(string text)
    {
        if (text.Split('/') is [var above, var below]) return new Rational(long.Parse(above, CultureInfo.InvariantCulture), long.Parse(below, CultureInfo.InvariantCulture));
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return long.Parse(text, CultureInfo.InvariantCulture);
        var scale = (long)Math.Pow(10, text.Length - point - 1);
        return new Rational(long.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), scale);
    }

    /// <summary>The same session as a request to the programming interface. The frame: <c>year=2027 asOf=2026-06-28 tieBreak=shareVacate</c>.</summary>
    public static string Json(string frame, string candidates)
    {
        var said = frame.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1], StringComparer.Ordinal);
        var request = new JsonObject { ["year"] = int.Parse(said.GetValueOrDefault("year", "2026"), CultureInfo.InvariantCulture), ["of"] = 1000 };
        if (said.TryGetValue("asOf", out var day)) request["asOf"] = day;
        var settings = said.Where(s => s.Key is not ("year" or "asOf")).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)).ToArray();
        if (settings.Length > 0) request["settings"] = new JsonObject(settings);
        request["candidates"] = new JsonArray([.. candidates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(new List<List<string>>(), Grouped).Select(JsonOf)]);
        return request.ToJsonString();
    }

    private static JsonObject JsonOf(List<string> words)
    {
        var head = words[0].Split('=');
        var candidate = new JsonObject { ["id"] = head[0], ["kind"] = words.Contains("i") ? "individual" : "organisation", ["points"] = head[1] };
        foreach (var word in words.Skip(1).Where(w => w[0] is '/' or 's' or 'r' or '!'))
            candidate[word[0] switch { '/' => "of", 's' => "siteReview", 'r' => "results", _ => "blocked" }] =
                word[0] switch { '!' => true, '/' => int.Parse(word[1..], CultureInfo.InvariantCulture), _ => (JsonNode)word[1..] };
        var won = words.Skip(1).Where(w => w[0] is 'M' or 'N').Select(JsonOf).ToArray();
        if (won.Length > 0) candidate["wonBefore"] = new JsonArray(won);
        return candidate;
    }

    private static JsonNode JsonOf(string award)
    {
        var when = award[1..].TrimEnd('x');
        var json = new JsonObject { ["grade"] = award[0] == 'M' ? "main" : "nomination" };
        if (when.Length > 4) json["conferredOn"] = when;
        else json["year"] = int.Parse(when, CultureInfo.InvariantCulture);
        if (award.EndsWith('x')) json["revoked"] = true;
        return json;
    }

    private static string Won(Awarded awarded) => $"{awarded.Id}{awarded.Rank}{(awarded.OutsideQuota ? "*" : "")}";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static List<List<string>> Grouped(List<List<string>> groups, string word)
    {
        if (word.Contains('=', StringComparison.Ordinal)) groups.Add([word]);
        else groups[^1].Add(word);
        return groups;
    }

    private static Candidate CandidateOf(List<string> words)
    {
        var head = words[0].Split('=');
        var candidate = new Candidate(head[0], ApplicantKind.Organisation, Number(head[1]), 1000);
        return words.Skip(1).Aggregate(candidate, With);
    }

    private static Candidate With(Candidate candidate, string word) => word[0] switch
    {
        '/' => candidate with { Of = int.Parse(word[1..], CultureInfo.InvariantCulture) },
        'i' => candidate with { Kind = ApplicantKind.Individual },
        's' => candidate with { SiteReview = Number(word[1..]) },
        'r' => candidate with { Results = Number(word[1..]) },
        '!' => candidate with { Blocked = true },
        'M' => candidate with { WonBefore = [.. candidate.WonBefore ?? [], AwardOf(Grade.Main, word[1..])] },
        'N' => candidate with { WonBefore = [.. candidate.WonBefore ?? [], AwardOf(Grade.Nomination, word[1..])] },
        _ => throw new ArgumentException(word),
    };

    private static Award AwardOf(Grade grade, string text)
    {
        var when = text.TrimEnd('x');
        var year = int.Parse(when[..4], CultureInfo.InvariantCulture);
        return new Award(grade, year, when.Length > 4 ? DateOnly.Parse(when, CultureInfo.InvariantCulture) : null, text.EndsWith('x'));
    }
}
