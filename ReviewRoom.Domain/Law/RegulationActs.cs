using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Law;

/// <summary>A request to the book of the regulation's versions. JSON: <c>{"act":"amendRegulation", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TakeRegulation), "takeRegulation")]
[JsonDerivedType(typeof(AmendRegulation), "amendRegulation")]
public abstract record RegulationAct;

/// <summary>The first version, as it ships with the program. Asked by the program alone.</summary>
public sealed record TakeRegulation(Regulation Regulation) : RegulationAct;

/// <summary>The office's next version. Only provisional articles and the steps of the procedure change; what is left out stays as it is.</summary>
/// <param name="Base">Number of the version it was written on: where another has come since, it is refused.</param>
/// <param name="From">First day in force, from today on and not before the newest version's.</param>
/// <param name="Reason">1 to 400 characters.</param>
/// <param name="Steps">All steps in their order, each once.</param>
public sealed record AmendRegulation(int Base, DateOnly From, string Reason, ImmutableArray<ArticleWording>? Articles = null, ImmutableArray<StepWording>? Steps = null) : RegulationAct;

/// <summary>The words of a provisional article.</summary>
/// <param name="Title">1 to 60 characters in each language.</param>
/// <param name="Text">1 to 2,000 characters, Chinese.</param>
/// <param name="Gloss">What it says in English, up to 2,000 characters.</param>
public sealed record ArticleWording(int Number, Words Title, string Text, string? Gloss = null);

/// <summary>Name and time limit of a step.</summary>
/// <param name="Days">1 to 60 working days; absent for none.</param>
public sealed record StepWording(string Key, Words Name, int? Days = null);

/// <summary>What happened to the book.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(RegulationTaken), "regulationTaken")]
[JsonDerivedType(typeof(RegulationAmended), "regulationAmended")]
public abstract record RegulationEvent;

public sealed record RegulationTaken(Regulation Regulation) : RegulationEvent;

public sealed record RegulationAmended(int Base, DateOnly From, string Reason, ImmutableArray<ArticleWording> Articles, ImmutableArray<StepWording>? Steps) : RegulationEvent;
