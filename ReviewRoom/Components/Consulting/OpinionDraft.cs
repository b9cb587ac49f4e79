using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Consulting;

/// <summary>What the office has typed about one objection and not recorded yet; kept while other cells are looked at.</summary>
public sealed class OpinionDraft
{
    public string Finding { get; set; } = "";
    public string Reason { get; set; } = "";
    public Verdict? Verdict { get; set; }

    /// <summary>A decision that stands is being made anew.</summary>
    public bool IsAnew { get; set; }
}
