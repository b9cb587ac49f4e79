using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rooms;

/// <summary>Who may not reach a dossier in the room that is rehearsed, when its rehearsal begins: he may not reach it here either.</summary>
/// <param name="Type">Type of the conflict of interest.</param>
/// <param name="Recused">Recused; otherwise suspended.</param>
public sealed record Bar(string Dossier, string PersonId, string Type, bool Recused);

/// <summary>
/// What makes a room a rehearsal (演练): a meeting to practise on, in a ledger of its own, that never yields a record.
/// </summary>
/// <param name="Of">Id of the room whose agenda is rehearsed.</param>
/// <param name="Seed">Where the simulated experts' judgement begins: the same seed, the same meeting.</param>
/// <param name="Language">In which the simulated experts write: zh-Hans or en.</param>
/// <param name="Bars">Who is shut out of which dossier from the beginning.</param>
public sealed record RehearsalPlan(string Of, int Seed, string Language, ImmutableArray<Bar> Bars)
{
    private const string Prefix = "rehearsal-";

    /// <summary>Rehearsals have ids of their own form, and nothing else has: that is how every part of the program knows them.</summary>
    public static bool IsId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);

    public static string IdOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{number}");
}
