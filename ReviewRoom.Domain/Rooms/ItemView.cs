using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

public enum Agreement { Agreed, Watch, Disputed }

/// <param name="N">Marks counted; <paramref name="Of"/> eligible sheets.</param>
/// <param name="State">Absent with fewer than two marks.</param>
public sealed record ItemView(
    string Criterion, string? Mean, string? Median, int? Range, int? Low, int? High, int N, int Of, Agreement? State, ItemClosedView? Closed,
    ImmutableArray<MarkView> Marks, ImmutableArray<RemarkView> Thread, ImmutableArray<MinorityView> Minority, ImmutableArray<ItemCommentView> Comments)
{
    /// <summary>The smallest change of marks that would make the item agreed; absent where it is agreed or closed.</summary>
    public SettlingView? Settling { get; init; }

    /// <summary>The worse state that is still shown, until the better one has stood for five seconds; absent otherwise. <see cref="State"/> decides.</summary>
    public Agreement? Held { get; init; }

    /// <summary>The state to draw.</summary>
    [JsonIgnore]
    public Agreement? Shown => Held ?? State;
}

/// <summary>The smallest change that would settle an item: information about where the panel stands, never advice.</summary>
/// <param name="Only">No other change is as small.</param>
public sealed record SettlingView(ImmutableArray<ShiftView> Shifts, bool Only);

/// <param name="Seat">As beside the mark: seat letter or random label.</param>
public sealed record ShiftView(string Seat, int From, int To);

public sealed record ItemClosedView(Closing How, string? Reason, DateTimeOffset At);

/// <param name="Seat">Seat letter, or the dossier's random label where names are hidden.</param>
/// <param name="First">The sealed first rate, where it differs from the rate now.</param>
/// <param name="Reason">Of the last revision, or why it cannot be judged.</param>
public sealed record MarkView(string Seat, int? Rate, int? First, string? Reason, bool? Mine, bool? Late, bool? CannotJudge, ImmutableArray<RevisionView>? Revisions);

public sealed record RevisionView(int? From, int? To, string Reason, string? Because, DateTimeOffset At);

public sealed record RemarkView(string Id, string Seat, string Text, Place? Place, string? About, DateTimeOffset At, bool? Mine);

public sealed record MinorityView(string Seat, string Text, int? Rate, DateTimeOffset At, bool? Mine);

public sealed record ItemCommentView(string Seat, CommentKind Kind, string Text, Place? Place, bool? Mine);
