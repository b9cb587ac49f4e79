using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReviewRoom.Documents;

/// <summary>How a Word paper looks: FangSong for text and SimHei for headings, as official papers are set, Times New Roman beside them.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Table = "PaperTable";
    public const string TableText = "TableText";
    public const string TableHead = "TableHead";
    public const string Note = "ArticleNote";
    public const string Foot = "PaperFoot";
    public const string Gap = "TableGap";
    public const string Lead = "LeadLine";
    public const string Point = "PointLine";
    public const string Signature = "SignatureLine";
    public const string Large = "LargeLine";
    public const string LargeSignature = "LargeSignatureLine";

    /// <summary>Left and right, in twentieths of a point: 22 mm.</summary>
    public const int Margin = 1247;

    /// <summary>How far a point's text stands in from its mark: 7.5 mm.</summary>
    private const int Hanging = 425;

    private const string Body = "FangSong";
    private const string Head = "SimHei";

    public static string Heading(int level) => level == 1 ? "Heading1" : "Heading2";

    public static Styles Made(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Body), new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, new Languages { Val = "en-GB", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(0, 80, 320)))),
        Paragraph("Normal", "Normal", null, null, null, isDefault: true),
        Paragraph(Title, "Title", Fonts(Head), 36, new StyleParagraphProperties(Spacing(0, 240, 460), new Justification { Val = JustificationValues.Center })),
        Paragraph("Heading1", "heading 1", Fonts(Head), 28, new StyleParagraphProperties(new KeepNext(), Spacing(360, 120, 380), new OutlineLevel { Val = 0 })),
        Paragraph("Heading2", "heading 2", Fonts(Head), 24, new StyleParagraphProperties(new KeepNext(), Spacing(240, 80, 340), new OutlineLevel { Val = 1 })),
        Paragraph(TableText, "Table Text", null, 18, new StyleParagraphProperties(Spacing(20, 20, 250))),
        Paragraph(TableHead, "Table Head", Fonts(Head), 18, new StyleParagraphProperties(new KeepNext(), Spacing(30, 30, 250))),
        Paragraph(Lead, "Lead Line", null, null, new StyleParagraphProperties(new KeepNext())),
        Paragraph(Point, "Point Line", null, null, new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Left, Position = Hanging }),
            Spacing(0, 80, 320), new Indentation { Left = $"{Hanging}", Hanging = $"{Hanging}" })),
        Paragraph(Signature, "Signature Line", null, null, new StyleParagraphProperties(new KeepLines(), Spacing(120, 0, 320), new Justification { Val = JustificationValues.Right })),
        Paragraph(Large, "Large Line", null, 32, new StyleParagraphProperties(new KeepNext(), Spacing(160, 160, 560))),
        Paragraph(LargeSignature, "Large Signature Line", null, 32, new StyleParagraphProperties(new KeepNext(), new KeepLines(), Spacing(120, 0, 560), new Justification { Val = JustificationValues.Right })),
        Paragraph(Gap, "Table Gap", null, 8, new StyleParagraphProperties(Spacing(0, 0, 120))),
        Paragraph(Foot, "footer", null, 18, new StyleParagraphProperties(new Justification { Val = JustificationValues.Center })),
        new Style(new StyleName { Val = "Article Note" }, new StyleRunProperties(Fonts(Body), new Color { Val = "B42A17" }, new FontSize { Val = "18" })) { Type = StyleValues.Character, StyleId = Note, CustomStyle = true },
        Ruled());

    /// <summary>Laid out as Word lays out its own new documents, not as an old version's.</summary>
    public static Settings Settings() => new(new Compatibility(new CompatibilitySetting
    {
        Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
    }));

    public static SectionProperties Section(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906U, Height = 16838U },
        new PageMargin { Top = 1361, Bottom = 1247, Left = (uint)Margin, Right = (uint)Margin, Header = 680U, Footer = 680U, Gutter = 0U });

    private static RunFonts Fonts(string chinese) => new() { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = chinese, ComplexScript = "Times New Roman" };

    private static SpacingBetweenLines Spacing(int before, int after, int line) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
        Line = line.ToString(CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.AtLeast,
    };

    private static Style Paragraph(string id, string name, RunFonts? fonts, int? halfPoints, StyleParagraphProperties? set, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        if (set is not null) style.Append(set);
        if (fonts is null && halfPoints is null) return style;
        var run = new StyleRunProperties();
        if (fonts is not null) run.Append(fonts);
        if (halfPoints is { } size) run.Append(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        style.Append(run);
        return style;
    }

    internal static Style Ruled()
    {
        static T Rule<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4U, Color = "858B95" };
        return new Style(
            new StyleName { Val = "Paper Table" },
            new StyleTableProperties(
                new TableBorders(Rule<TopBorder>(), Rule<LeftBorder>(), Rule<BottomBorder>(), Rule<RightBorder>(), Rule<InsideHorizontalBorder>(), Rule<InsideVerticalBorder>()),
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Fill = "F1EFE9" })) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true };
    }
}
