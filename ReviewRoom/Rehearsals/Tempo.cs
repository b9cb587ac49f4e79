namespace ReviewRoom.Rehearsals;

/// <summary>How fast the simulated experts play (resource <c>Tempo.{value}</c>).</summary>
public enum Tempo { Paused, Real, Fast, Fastest }

/// <summary>What the office has set at a rehearsal. Not recorded: after a restart every rehearsal rests.</summary>
/// <param name="Chairs">The office's own acts are played too; otherwise they wait for a member of the office.</param>
public sealed record RehearsalSettings(Tempo Tempo, bool Chairs)
{
    public static readonly RehearsalSettings Resting = new(Tempo.Paused, Chairs: false);

    /// <summary>A pause at the pace of a real meeting, as long as it lasts now; null while nobody plays.</summary>
    public TimeSpan? Played(TimeSpan pause) => Tempo switch
    {
        Tempo.Real => pause,
        Tempo.Fast => pause / 10,
        Tempo.Fastest => TimeSpan.Zero,
        _ => null,
    };
}
