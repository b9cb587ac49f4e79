using System.Text.Json.Serialization;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Conduct;

/// <summary>What Article 22 holds against one who reviews: abuse of office, neglect of duty, favouritism, or telling what is to be kept.</summary>
[Article(22)]
public enum Misconduct { Abuse, Neglect, Favouritism, Leaking }

/// <summary>A request to the conduct files. JSON: <c>{"act":"noteIncident", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(NoteIncident), "noteIncident")]
[JsonDerivedType(typeof(ProposeWithdrawal), "proposeWithdrawal")]
[JsonDerivedType(typeof(ProposeDiscipline), "proposeDiscipline")]
[JsonDerivedType(typeof(AnswerProposal), "answerProposal")]
[JsonDerivedType(typeof(DecideWithdrawal), "decideWithdrawal")]
[JsonDerivedType(typeof(ConfirmWithdrawal), "confirmWithdrawal")]
public abstract record ConductAct;

/// <summary>An act about an expert, of another than himself.</summary>
/// <param name="Expert">Person id.</param>
public abstract record AboutExpert(string Expert) : ConductAct;

/// <summary>The supervisory body notes what an expert did. Only the supervisory body reads it.</summary>
/// <param name="On">The day it happened.</param>
/// <param name="Room">The room it happened in, where it was one.</param>
/// <param name="Dossier">Of that room.</param>
[Article(22)]
public sealed record NoteIncident(string Expert, Misconduct Kind, DateOnly On, string Facts, string? Room = null, string? Dossier = null, Attachment? Evidence = null) : AboutExpert(Expert);

/// <summary>The supervisory body proposes to withdraw the review qualification.</summary>
/// <param name="Incident">The note it rests on.</param>
/// <param name="Until">Last day; absent for good.</param>
/// <param name="Reason">The office and the expert read it.</param>
[Article(22)]
public sealed record ProposeWithdrawal(string Expert, string Incident, DateOnly From, DateOnly? Until, string Reason) : AboutExpert(Expert)
{
    /// <summary>Marks the expert may have to do with are sealed at this moment; given by the server, not a part of the request.</summary>
    [JsonIgnore]
    public bool IsSealed { get; init; }
}

/// <summary>The supervisory body proposes discipline and passes it on.</summary>
/// <param name="PassedTo">Who decides about it.</param>
/// <param name="Reason">The expert reads it.</param>
[Article(22)]
public sealed record ProposeDiscipline(string Expert, string Incident, string PassedTo, string Reason) : AboutExpert(Expert)
{
    /// <summary>As for <see cref="ProposeWithdrawal.IsSealed"/>.</summary>
    [JsonIgnore]
    public bool IsSealed { get; init; }
}

/// <summary>The expert's written answer to what is proposed about himself.</summary>
[Article(22)]
public sealed record AnswerProposal(string Proposal, string Text) : ConductAct;

/// <summary>One of the office decides on a withdrawal; it takes effect once another has confirmed it, and may be decided anew until then.</summary>
[Article(22)]
public sealed record DecideWithdrawal(string Expert, string Proposal, bool Granted, string Reason) : AboutExpert(Expert);

/// <summary>Another of the office confirms the decision.</summary>
[Article(22)]
public sealed record ConfirmWithdrawal(string Expert, string Proposal) : AboutExpert(Expert);
