using System.Collections.Immutable;
using ReviewRoom.Live;

namespace ReviewRoom.Components.Office;

/// <summary>The displays and open codes of a board at one moment; two equal lists are equal.</summary>
public sealed record DisplaysNow(ImmutableArray<Screen> Screens)
{
    public bool Equals(DisplaysNow? other) => other is not null && Screens.AsSpan().SequenceEqual(other.Screens.AsSpan());

    public override int GetHashCode() => Screens.Length;
}
