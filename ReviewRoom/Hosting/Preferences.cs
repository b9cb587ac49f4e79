using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace ReviewRoom.Hosting;

/// <summary>What a reader sets for this browser: language, light or dark, size of text, contrast. Cookies without anything personal in them.</summary>
/// <param name="Theme">light or dark.</param>
/// <param name="TextSize">100, 125 or 150 (per cent).</param>
/// <param name="Contrast">normal, or high: black on white, links underlined.</param>
public sealed record Preferences(string Language, string Theme, string TextSize, string Contrast)
{
    public const string ThemeCookie = "rr-theme";
    public const string TextCookie = "rr-text";
    public const string ContrastCookie = "rr-contrast";

    /// <summary>Chinese first.</summary>
    public static readonly string[] Languages = ["zh-Hans", "en"];
    public static readonly string[] Themes = ["light", "dark"];
    public static readonly string[] TextSizes = ["100", "125", "150"];
    public static readonly string[] Contrasts = ["normal", "high"];

    public static Preferences Of(HttpRequest request) => new(
        OneOf(CultureInfo.CurrentUICulture.Name, Languages),
        OneOf(request.Cookies[ThemeCookie], Themes),
        OneOf(request.Cookies[TextCookie], TextSizes),
        OneOf(request.Cookies[ContrastCookie], Contrasts));

    private static string OneOf(string? wanted, string[] known) => known.FirstOrDefault(one => one == wanted) ?? known[0];
}

/// <summary>The switches for <see cref="Preferences"/>: plain links, so that they work on every page, with or without a line.</summary>
public static class PreferenceSwitches
{
    public static void MapPreferences(this WebApplication app)
    {
        app.MapGet("/culture", (HttpContext context, string? to, string? back) =>
            Switch(context, CookieRequestCultureProvider.DefaultCookieName, to, Preferences.Languages, back, language =>
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)))).AllowAnonymous();
        app.MapGet("/theme", (HttpContext context, string? to, string? back) =>
            Switch(context, Preferences.ThemeCookie, to, Preferences.Themes, back, theme => theme)).AllowAnonymous();
        app.MapGet("/text-size", (HttpContext context, string? to, string? back) =>
            Switch(context, Preferences.TextCookie, to, Preferences.TextSizes, back, size => size)).AllowAnonymous();
        app.MapGet("/contrast", (HttpContext context, string? to, string? back) =>
            Switch(context, Preferences.ContrastCookie, to, Preferences.Contrasts, back, contrast => contrast)).AllowAnonymous();
    }

    private static IResult Switch(HttpContext context, string cookie, string? to, string[] known, string? back, Func<string, string> value)
    {
        if (to is null || !known.Contains(to)) return Results.BadRequest();

        context.Response.Cookies.Append(cookie, value(to), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
        return Results.LocalRedirect(LocalUrl.OrHome(back));
    }
}
