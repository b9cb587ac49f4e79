using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ReviewRoom.Domain.Papers;

namespace ReviewRoom.Documents;

/// <summary>How an official paper looks (GB/T 9704): 22 lines a page, text in FangSong size three, title in XiaoBiaoSong size two, the issuer's name in red over a rule, page numbers between dashes.</summary>
internal static class LetterStyles
{
    /// <summary>Margins in twentieths of a point: 37 mm above, 35 below, 28 left, 26 right.</summary>
    private const int Top = 2098, Bottom = 1985, Left = 1588, Right = 1474;

    public const int TextWidth = 11906 - Left - Right;

    private const string Body = "FangSong", Head = "SimHei", Heading = "FZXiaoBiaoSong-B05S", Red = "C00000";

    /// <summary>28.95 points, exactly: 22 lines fill the page.</summary>
    private const string LineHeight = "579";

    public static string IdOf(BlockRole role) => role == BlockRole.Title ? WordStyles.Title : $"Letter{role}";

    public static Styles Made() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Body), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, new Languages { Val = "en-GB", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Lines(0, 0)))),
        Style("Normal", "Normal", null, null, null, isDefault: true),
        Style(WordStyles.Title, "Title", Heading, 44, new StyleParagraphProperties(Lines(579, 579, "640"), new Justification { Val = JustificationValues.Center })),
        Style(IdOf(BlockRole.Head), "Issuer Mark", Heading, 48, new StyleParagraphProperties(new KeepNext(), Lines(0, 300, "900"), new Justification { Val = JustificationValues.Center }), Red),
        Style(IdOf(BlockRole.Number), "Paper Number", null, null, new StyleParagraphProperties(
            new KeepNext(), new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12U, Space = 8U, Color = Red }), Lines(0, 240), new Justification { Val = JustificationValues.Center })),
        Style(IdOf(BlockRole.Section), "heading 1", Head, null, new StyleParagraphProperties(new KeepNext(), Lines(0, 0), Indent(), new OutlineLevel { Val = 0 })),
        Style(IdOf(BlockRole.Text), "Letter Text", null, null, new StyleParagraphProperties(Lines(0, 0), Indent())),
        Style(IdOf(BlockRole.Point), "Letter Point", null, null, new StyleParagraphProperties(Lines(0, 0), Indent())),
        Style(IdOf(BlockRole.Addressee), "Addressee", null, null, new StyleParagraphProperties(new KeepNext(), Lines(0, 0))),
        Style(IdOf(BlockRole.Signed), "Signed", null, null, new StyleParagraphProperties(new KeepNext(), new KeepLines(), Lines(0, 0), new Indentation { Right = "640" }, new Justification { Val = JustificationValues.Right })),
        Style(WordStyles.TableText, "Table Text", null, 24, new StyleParagraphProperties(Lines(40, 40, "320"))),
        Style(WordStyles.TableHead, "Table Head", Head, 24, new StyleParagraphProperties(new KeepNext(), Lines(40, 40, "320"))),
        Style(WordStyles.Gap, "Table Gap", null, 10, new StyleParagraphProperties(Lines(0, 0, "240"))),
        Style(WordStyles.Foot, "footer", "SimSun", 28, new StyleParagraphProperties(Lines(0, 0, "320"), new Justification { Val = JustificationValues.Center })),
        WordStyles.Ruled());

    /// <summary>What takes the place of a font that a machine does not have.</summary>
    public static Fonts FontTable() => new(
        new Font(new AltName { Val = "FZXiaoBiaoSong-B05,STZhongsong,Noto Serif CJK SC,SimSun" }) { Name = Heading }, new Font(new AltName { Val = "FangSong_GB2312,STFangsong,Noto Serif CJK SC" }) { Name = Body },
        new Font(new AltName { Val = "STHeiti,Noto Sans CJK SC" }) { Name = Head });

    public static SectionProperties Section(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906U, Height = 16838U },
        new PageMargin { Top = Top, Bottom = Bottom, Left = (uint)Left, Right = (uint)Right, Header = 850U, Footer = 1400U, Gutter = 0U });

    private static RunFonts Fonts(string chinese) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = chinese, ComplexScript = "Times New Roman" };

    /// <summary>Two characters.</summary>
    private static Indentation Indent() => new() { FirstLine = "640", FirstLineChars = 200 };

    private static SpacingBetweenLines Lines(int before, int after, string line = LineHeight) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
        Line = line,
        LineRule = line == LineHeight ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.AtLeast,
    };

    private static Style Style(string id, string name, string? font, int? halfPoints, StyleParagraphProperties? set, string? colour = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (set is not null) style.Append(set);
        var run = new StyleRunProperties();
        if (font is not null) run.Append(Fonts(font));
        if (colour is not null) run.Append(new Color { Val = colour });
        if (halfPoints is { } size) run.Append(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        if (run.HasChildren) style.Append(run);
        return style;
    }
}
