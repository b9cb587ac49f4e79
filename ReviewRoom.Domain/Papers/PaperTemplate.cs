using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReviewRoom.Domain.Papers;

/// <summary>
/// A template: lines of Markdown with fields <c>{{name}}</c>. A table row or point with fields of a list stands once for each member; a line with a field that may be empty and is
/// does not appear. There is nothing else that a template could do.
/// </summary>
public sealed partial record PaperTemplate(ImmutableArray<PaperBlock> Blocks, ImmutableArray<int> Broken)
{
    public const int Longest = 20_000;

    /// <summary>A line that ends so is the addressee's.</summary>
    private const char FullColon = '\uFF1A';

    private static readonly (string Mark, BlockRole Role)[] Marks =
        [("## ", BlockRole.Section), ("# ", BlockRole.Title), ("! ", BlockRole.Head), ("^ ", BlockRole.Number), ("- ", BlockRole.Point), ("> ", BlockRole.Signed)];

    /// <summary>Reads a template; lines that cannot be read are named in <see cref="Broken"/>.</summary>
    public static PaperTemplate Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToArray();
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        var broken = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            if (lines[i][0] == '|')
            {
                var from = i;
                while (i + 1 < lines.Length && lines[i + 1].StartsWith('|')) i++;
                if (Table(lines[from..(i + 1)], from + 1) is { } table) blocks.Add(table);
                else broken.Add(from + 1);
                continue;
            }
            blocks.Add(Line(lines[i], i + 1));
        }
        broken.AddRange(blocks.Where(b => !IsSound(b)).Select(b => b.Line));
        return new PaperTemplate(blocks.ToImmutable(), [.. broken.Distinct().Order()]);
    }

    /// <summary>Names of all fields it uses.</summary>
    public ImmutableSortedSet<string> Used => [.. Blocks.SelectMany(Texts).SelectMany(NamesIn)];

    /// <summary>What keeps it from being a template of this kind; null where nothing does.</summary>
    public Refusal? Check(PaperForm form)
    {
        if (Broken.Length > 0) return new Refusal(RefusalCode.TemplateBroken) { Criteria = [.. Broken.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))] };
        var used = Used;
        if (used.Except(form.Names) is { Count: > 0 } unknown) return new Refusal(RefusalCode.UnknownField) { Criteria = [.. unknown], Known = form.Names };
        if (form.MissingIn(used) is { Length: > 0 } missing) return new Refusal(RefusalCode.FieldMissing) { Criteria = missing, Known = form.Names };
        var stray = Blocks.Where(b => b.Role is not (BlockRole.Table or BlockRole.Point) && NamesIn(b.Text).Any(IsOfList)).Select(b => b.Line).ToArray();
        return stray.Length == 0 ? null : new Refusal(RefusalCode.TemplateBroken) { Criteria = [.. stray.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))] };
    }

    /// <summary>The paper: what is filled in stands as text and is never read as a mark.</summary>
    public ImmutableArray<PaperBlock> Fill(PaperForm form, PaperValues values) => [.. Blocks.Where(b => !IsLeftOut(b, form, values)).SelectMany(b => Filled(b, values))];

    private static IEnumerable<PaperBlock> Filled(PaperBlock block, PaperValues values)
    {
        if (block is { Role: BlockRole.Table, Rows: { } rows })
        {
            ImmutableArray<ImmutableArray<string>> full = [.. rows.SelectMany(row => Repeated(string.Concat(row), values).Select(member => row.Select(cell => Filled(cell, values, member)).ToImmutableArray()))];
            if (full.IsEmpty) full = [[values.None, .. Enumerable.Repeat("", (block.Columns?.Length ?? 1) - 1)]];
            return [block with { Columns = [.. (block.Columns ?? []).Select(c => c with { Head = Filled(c.Head, values, []) })], Rows = full }];
        }
        return Repeated(block.Text, values).Select(member => block with { Text = Filled(block.Text, values, member) });
    }

    /// <summary>Once for each member of the list that is named; once without a member where none is.</summary>
    private static IEnumerable<ImmutableArray<FieldValue>> Repeated(string text, PaperValues values) =>
        NamesIn(text).FirstOrDefault(IsOfList) is { } name ? values.Members(ListOf(name)) : [[]];

    private static string Filled(string text, PaperValues values, ImmutableArray<FieldValue> member) => Field().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        return IsOfList(name) ? member.FirstOrDefault(f => f.Name == name[(ListOf(name).Length + 1)..])?.Value ?? "" : values.Of(name);
    });

    private static bool IsLeftOut(PaperBlock block, PaperForm form, PaperValues values) => block.Role == BlockRole.Table
        ? Texts(block).SelectMany(NamesIn).Where(IsOfList).Select(ListOf).ToArray() is [var list, ..] && form.Lists.Any(l => l.Name == list && l.MayBeLeftOut) && values.Members(list).IsEmpty
        : NamesIn(block.Text).Any(name => form.MayBeEmpty(name) && string.IsNullOrEmpty(values.Of(name)));

    private static PaperBlock Line(string line, int number)
    {
        foreach (var (mark, role) in Marks)
            if (line.StartsWith(mark, StringComparison.Ordinal)) return new PaperBlock(role, line[mark.Length..].Trim(), number);
        return new PaperBlock(line[^1] == FullColon ? BlockRole.Addressee : BlockRole.Text, line, number);
    }

    /// <summary>Head, ruling (as many hyphens as a column is wide, a colon behind them for figures), rows; null where that is not so.</summary>
    private static PaperBlock? Table(string[] lines, int number)
    {
        var rows = lines.Select(Cells).ToArray();
        if (rows.Length < 3 || rows.Any(r => r.Length != rows[0].Length) || !rows[1].All(cell => Rule().IsMatch(cell))) return null;
        ImmutableArray<BlockColumn> columns = [.. rows[0].Zip(rows[1], (head, rule) => new BlockColumn(head, rule.Count(c => c == '-'), rule.EndsWith(':')))];
        return new PaperBlock(BlockRole.Table, "", number, columns, [.. rows[2..]]);
    }

    private static ImmutableArray<string> Cells(string line) => [.. line.Trim('|').Split('|').Select(c => c.Trim())];

    /// <summary>Braces in pairs around a name, and one list a row.</summary>
    private static bool IsSound(PaperBlock block) =>
        Texts(block).All(text => !Field().Replace(text, "").Contains("{{", StringComparison.Ordinal) && !Field().Replace(text, "").Contains("}}", StringComparison.Ordinal))
        && (block.Rows is { } rows ? rows.Select(row => string.Concat(row)) : [block.Text]).All(text => NamesIn(text).Where(IsOfList).Select(ListOf).Distinct(StringComparer.Ordinal).Count() <= 1)
        && (block.Columns ?? []).All(c => !NamesIn(c.Head).Any(IsOfList));

    private static IEnumerable<string> Texts(PaperBlock block) => (block.Columns ?? []).Select(c => c.Head).Concat((block.Rows ?? []).SelectMany(r => r)).Append(block.Text);

    private static IEnumerable<string> NamesIn(string text) => Field().Matches(text).Select(m => m.Groups[1].Value);

    private static bool IsOfList(string name) => name.Contains('.', StringComparison.Ordinal);

    private static string ListOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    [GeneratedRegex(@"\{\{\s*([^\s{}]{1,60})\s*\}\}")]
    private static partial Regex Field();

    [GeneratedRegex("^:?-{1,60}:?$")]
    private static partial Regex Rule();
}
