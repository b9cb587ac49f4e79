using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Intake;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Setup;

/// <summary>Which columns a record written by hand is asked for, and which words may stand in them.</summary>
internal static class RecordColumns
{
    private static readonly ImmutableArray<string> Ties = ["fact", "organisation", "creditCode", "what", "from", "to"];

    /// <summary>Empty where any text may stand.</summary>
    public static ImmutableArray<string> Choices(string column) => column switch
    {
        "kind" => ["organisation", "individual"],
        "fact" => ["employment", "relative", "holding", "advice", "office", "dispute", "assistance", "other"],
        "role" => ["shareholder", "supplier", "customer", "competitor"],
        "paid" => ["yes", "no"],
        _ => [],
    };

    /// <summary>A person applies with his employer, an organisation with its own code.</summary>
    public static bool IsAsked(RecordEntry entry, string column) => entry.Kind != RegisterKind.Applicants || column switch
    {
        "employer" or "employerCode" => IsPerson(entry),
        "shortName" or "creditCode" or "head" or "controller" => !IsPerson(entry),
        _ => true,
    };

    public static bool HasFacts(RecordEntry entry) => entry.Kind == RegisterKind.Experts || entry.Kind == RegisterKind.Applicants && !IsPerson(entry);

    public static ImmutableArray<string> OfFact(RegisterKind kind, Dictionary<string, string> fact) => kind == RegisterKind.Applicants
        ? fact.GetValueOrDefault("role") == "shareholder" ? ["role", "organisation", "creditCode", "percent"] : ["role", "organisation", "creditCode"]
        : fact.GetValueOrDefault("fact") switch
        {
            "relative" => ["fact", "relation", "relative", "organisation", "creditCode", "what", "from", "to"],
            "holding" => ["fact", "organisation", "creditCode", "percent", "from", "to"],
            "advice" => [.. Ties, "paid"],
            "assistance" => ["fact", "applicant", "what", "from"],
            "other" => ["fact", "applicant", "what"],
            _ => Ties,
        };

    public static Dictionary<string, string> NewFact(RegisterKind kind) => kind == RegisterKind.Applicants
        ? new(StringComparer.Ordinal) { ["role"] = "shareholder" } : new(StringComparer.Ordinal) { ["fact"] = "employment", ["paid"] = "yes" };

    public static RecordKind KindOf(RegisterKind kind) => kind switch
    {
        RegisterKind.Experts => RecordKind.Expert,
        RegisterKind.Applicants => RecordKind.Applicant,
        _ => RecordKind.Organisation,
    };

    public static string Words(IStringLocalizer<SetupText> words, RowFault fault) =>
        words[$"RowFault.{fault.Kind}", words[$"Column.{fault.Column}"] is { ResourceNotFound: false } column ? column.Value : fault.Column, fault.Value];

    private static bool IsPerson(RecordEntry entry) => entry.Main.GetValueOrDefault("kind") == "individual";
}
