using Microsoft.AspNetCore.StaticAssets;

namespace ReviewRoom.Hosting;

/// <summary>Headers of every answer: what a page may load, that nothing personal is kept, that no address is told to other sites.</summary>
public static class SecurityHeaders
{
    // No inline script at all: there is no import map, and scripts are files. MudBlazor writes style elements.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app, HostChoices choices)
    {
        // A certificate made here changes with the machine's addresses; strict transport would then shut out who trusted the old one.
        if (!app.Environment.IsDevelopment() && !choices.Lan) app.UseHsts();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(static state => Set((HttpContext)state), context);
            return next(context);
        });
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";

        var isAsset = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (!isAsset) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
