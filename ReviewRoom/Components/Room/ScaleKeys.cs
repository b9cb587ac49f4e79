using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Room;

/// <summary>The 21 steps and six bands of the score scale, and where a key leads on it.</summary>
public static class ScaleKeys
{
    /// <summary>Lowest rate of each band.</summary>
    public static readonly IReadOnlyList<int> Lows = [0, 10, 30, 50, 70, 90];

    /// <summary>Highest rate of each band.</summary>
    public static readonly IReadOnlyList<int> Highs = [5, 25, 45, 65, 85, 100];

    public static int BandOf(int rate) => new Rate(rate).Band;

    /// <summary>Number of steps in a band.</summary>
    public static int Width(int band) => (Highs[band] - Lows[band]) / Rate.Step + 1;

    /// <summary>The rate a key leads to; null where the key moves nothing.</summary>
    /// <param name="from">The rate now; null where not marked: the keys then enter at the end they come from.</param>
    public static int? Next(int? from, string key) => key switch
    {
        "Home" => 0,
        "End" => Rate.Highest,
        "ArrowRight" or "ArrowUp" => from is { } rate ? Math.Min(rate + Rate.Step, Rate.Highest) : 0,
        "ArrowLeft" or "ArrowDown" => from is { } rate ? Math.Max(rate - Rate.Step, 0) : Rate.Highest,
        "PageUp" => from is { } rate ? Lows[Math.Min(BandOf(rate) + 1, Lows.Count - 1)] : Lows[0],
        "PageDown" => from is { } rate ? Lows[Math.Max(BandOf(rate) - 1, 0)] : Lows[^1],
        _ => null,
    };
}
