namespace ReviewRoom.Components.Letters;

/// <summary>A template while it is being written.</summary>
/// <param name="Base">Number of the version it is written on.</param>
public sealed record TemplateDraft(int Base, string Text);
