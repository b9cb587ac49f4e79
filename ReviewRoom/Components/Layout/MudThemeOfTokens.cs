using System.Text.RegularExpressions;
using MudBlazor;
using MudBlazor.Utilities;

namespace ReviewRoom.Components.Layout;

/// <summary>MudBlazor's theme, filled from tokens.css: colours are written down in that one file and nowhere else.</summary>
public sealed partial class MudThemeOfTokens
{
    public MudThemeOfTokens()
    {
        var css = Read();
        Theme = new MudTheme
        {
            PaletteLight = Fill(new PaletteLight(), TokensOf(css, "light")),
            PaletteDark = Fill(new PaletteDark(), TokensOf(css, "dark")),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "var(--rr-radius-2)", AppbarHeight = "52px", DrawerWidthLeft = "188px", DrawerWidthRight = "488px" },
            Typography = Letters(),
        };
    }

    public MudTheme Theme { get; }

    /// <summary>The tokens of one theme by name, without the leading <c>--rr-</c>.</summary>
    public static IReadOnlyDictionary<string, string> TokensOf(string css, string theme)
    {
        var start = css.IndexOf($"[data-theme=\"{theme}\"] {{", StringComparison.Ordinal);
        var block = css[start..css.IndexOf('}', start)];
        return Token().Matches(block).ToDictionary(token => token.Groups[1].Value, token => token.Groups[2].Value.Trim());
    }

    private static T Fill<T>(T palette, IReadOnlyDictionary<string, string> tokens) where T : Palette
    {
        MudColor Of(string token) => new(tokens[token]);
        string Text(string token, double opacity = 1) => Of(token).SetAlpha(opacity).ToString(MudColorOutputFormats.RGBA);
        (palette.Primary, palette.PrimaryContrastText, palette.PrimaryDarken, palette.PrimaryLighten) =
            (Of("accent"), Of("on-accent"), Text("accent-hover"), Text("accent-line"));
        (palette.Secondary, palette.SecondaryContrastText) = (Of("ink-2"), Of("surface"));
        (palette.Tertiary, palette.TertiaryContrastText) = (Of("disputed"), Of("surface"));
        (palette.Info, palette.InfoContrastText) = (Of("accent"), Of("on-accent"));
        (palette.Success, palette.SuccessContrastText) = (Of("agreed"), Of("surface"));
        (palette.Warning, palette.WarningContrastText) = (Of("watch"), Of("surface"));
        (palette.Error, palette.ErrorContrastText) = (Of("danger"), Of("surface"));
        (palette.Dark, palette.DarkContrastText) = (Of("ink"), Of("surface"));
        (palette.TextPrimary, palette.TextSecondary, palette.TextDisabled) = (Of("ink"), Of("ink-2"), Of("ink-3"));
        (palette.ActionDefault, palette.ActionDisabled, palette.ActionDisabledBackground) = (Of("ink-2"), Of("ink-3"), Of("surface-sunken"));
        (palette.Background, palette.BackgroundGray, palette.Surface) = (Of("canvas"), Of("surface-sunken"), Of("surface"));
        (palette.AppbarBackground, palette.AppbarText) = (Of("surface"), Of("ink"));
        (palette.DrawerBackground, palette.DrawerText, palette.DrawerIcon) = (Of("surface-sunken"), Of("ink"), Of("ink-2"));
        (palette.LinesDefault, palette.LinesInputs) = (Of("line"), Of("line-control"));
        (palette.TableLines, palette.TableStriped, palette.TableHover) = (Of("line"), Of("surface"), Of("surface-hover"));
        (palette.Divider, palette.DividerLight, palette.Skeleton) = (Of("line"), Of("line"), Of("bar-track"));
        (palette.OverlayDark, palette.OverlayLight) = (Text("ink", 0.4), Text("surface", 0.7));
        (palette.HoverOpacity, palette.RippleOpacity, palette.RippleOpacitySecondary) = (0.04, 0, 0);
        (palette.Black, palette.White) = (Of("ink"), Of("surface"));
        return palette;
    }

    private static Typography Letters()
    {
        string[] family = ["var(--rr-font-sans)"];
        T Set<T>(T letters, string size, string weight = "400") where T : BaseTypography
        {
            (letters.FontFamily, letters.FontSize, letters.FontWeight, letters.LineHeight) = (family, $"var(--rr-text-{size})", weight, "1.5");
            (letters.LetterSpacing, letters.TextTransform) = ("normal", "none");
            return letters;
        }

        return new Typography
        {
            Default = Set(new DefaultTypography(), "md"),
            H1 = Set(new H1Typography(), "3xl", "600"), H2 = Set(new H2Typography(), "2xl", "600"), H3 = Set(new H3Typography(), "xl", "600"),
            H4 = Set(new H4Typography(), "lg", "600"), H5 = Set(new H5Typography(), "lg", "600"), H6 = Set(new H6Typography(), "md", "600"),
            Subtitle1 = Set(new Subtitle1Typography(), "md", "600"), Subtitle2 = Set(new Subtitle2Typography(), "sm", "600"),
            Body1 = Set(new Body1Typography(), "md"), Body2 = Set(new Body2Typography(), "sm"),
            Button = Set(new ButtonTypography(), "md"), Caption = Set(new CaptionTypography(), "xs"), Overline = Set(new OverlineTypography(), "xs"),
        };
    }

    private static string Read()
    {
        using var stream = typeof(MudThemeOfTokens).Assembly.GetManifestResourceStream("tokens.css")
            ?? throw new InvalidOperationException("tokens.css is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("--rr-([a-z0-9-]+):\\s*([^;]+);", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
