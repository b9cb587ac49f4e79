namespace ReviewRoom.Hosting;

/// <summary>
/// A request that may change something, or opens a line, must come from this site's own pages or from a program that names no origin:
/// a WebSocket skips the browser's cross-origin rules. Unsafe calls of the programming interface must be JSON.
/// </summary>
public static class OriginCheck
{
    private static readonly string[] Lines = ["/hubs", "/_blazor"];

    public static void UseOriginCheck(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (Refuses(context.Request) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    });

    private static int? Refuses(HttpRequest request)
    {
        var isLine = Lines.Any(line => request.Path.StartsWithSegments(line, StringComparison.OrdinalIgnoreCase));
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (isSafe && !isLine) return null;

        var isApi = request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        if (isApi && !request.HasJsonContentType()) return StatusCodes.Status415UnsupportedMediaType;
        return IsOwn(request, mayBeHidden: !isApi && !isLine) ? null : StatusCodes.Status403Forbidden;
    }

    private static bool IsOwn(HttpRequest request, bool mayBeHidden)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;

        // A form sent under "Referrer-Policy: no-referrer" says "null"; its antiforgery token speaks for it.
        if (origin == "null") return mayBeHidden && request.HasFormContentType;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);
    }

    private static string Authority(HttpRequest request) => new Uri($"{request.Scheme}://{request.Host}").Authority;
}
