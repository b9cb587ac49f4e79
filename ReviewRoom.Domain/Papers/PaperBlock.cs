using System.Collections.Immutable;

namespace ReviewRoom.Domain.Papers;

/// <summary>What a line of a paper is.</summary>
public enum BlockRole
{
    /// <summary>A paragraph, indented by two characters.</summary>
    Text,
    /// <summary>发文机关标志, red, with a rule below.</summary>
    Head,
    /// <summary>发文字号.</summary>
    Number,
    Title,
    Section,
    /// <summary>主送机关: flush left.</summary>
    Addressee,
    Point,
    /// <summary>落款: issuer and day, to the right.</summary>
    Signed,
    Table,
}

/// <param name="Width">Share of the page's width, of the sum of all columns.</param>
/// <param name="IsFigure">Set to the right.</param>
public sealed record BlockColumn(string Head, int Width, bool IsFigure);

/// <summary>A line or a table of a paper, in a template with its fields in it, in a paper filled.</summary>
/// <param name="Line">1-based line of the template it begins on.</param>
/// <param name="Columns">Of a table.</param>
/// <param name="Rows">Of a table, without its head.</param>
public sealed record PaperBlock(BlockRole Role, string Text, int Line, ImmutableArray<BlockColumn>? Columns = null, ImmutableArray<ImmutableArray<string>>? Rows = null);

/// <summary>A field with what stands for it.</summary>
public sealed record FieldValue(string Name, string Value);

/// <summary>A list with its members, each with its fields.</summary>
public sealed record ListValues(string Name, ImmutableArray<ImmutableArray<FieldValue>> Members);

/// <summary>What a paper is filled with, as it will stand in it.</summary>
/// <param name="None">Stands in a table that would have no row.</param>
public sealed record PaperValues(ImmutableArray<FieldValue> Fields, ImmutableArray<ListValues> Lists, string None)
{
    /// <summary>Empty where there is no such field.</summary>
    public string Of(string field) => Fields.FirstOrDefault(f => f.Name == field)?.Value ?? "";

    public ImmutableArray<ImmutableArray<FieldValue>> Members(string list) => Lists.FirstOrDefault(l => l.Name == list)?.Members ?? [];

    public PaperValues With(string field, string value) => this with { Fields = [.. Fields.Where(f => f.Name != field), new FieldValue(field, value)] };
}
