namespace ReviewRoom.Components.Layout;

/// <summary>A page with a theme of its own, whatever the reader has set: the board is for a dark hall.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FixedThemeAttribute(string theme) : Attribute
{
    public string Theme { get; } = theme;
}
