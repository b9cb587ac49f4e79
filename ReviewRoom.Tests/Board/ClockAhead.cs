namespace ReviewRoom.Tests.Hall;

/// <summary>The system's clock, put forward by hand: timers run as ever.</summary>
internal sealed class ClockAhead : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
