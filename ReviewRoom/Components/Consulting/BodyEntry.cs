using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Consulting;

/// <summary>A body as it is being written by hand.</summary>
public sealed class BodyEntry
{
    public string Id { get; set; } = "";
    public string ShortName { get; set; } = "";
    public string FullName { get; set; } = "";
    public BodyKind Kind { get; set; } = BodyKind.Department;
    public bool IsConsulted { get; set; } = true;

    public static BodyEntry Of(Body body) => new() { Id = body.Id, ShortName = body.ShortName, FullName = body.FullName, Kind = body.Kind, IsConsulted = body.IsConsulted };

    /// <summary>What is wrong with it, as a resource key; null where it can be taken.</summary>
    public string? Fault => !Register.IsId(Id.Trim()) ? "Bodies.IdForm" : !Register.IsName(FullName) ? "Bodies.NameMissing" : ShortName.Trim().Length > Body.LongestShortName ? "Bodies.ShortTooLong" : null;

    public Body Made => new(Id.Trim(), string.IsNullOrWhiteSpace(ShortName) ? FullName.Trim() : ShortName.Trim(), FullName.Trim(), Kind, IsConsulted && Kind != BodyKind.LeadingGroup);
}
