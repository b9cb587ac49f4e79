namespace ReviewRoom.Hosting;

/// <summary>What is answered when something was not found or went wrong: problem details for programs, a page in words for people.</summary>
public static class ProblemPages
{
    public static void UseProblemPages(this WebApplication app)
    {
        app.UseExceptionHandler("/problem", createScopeForErrors: true);
        app.UseWhen(IsForPeople, people => people.UseStatusCodePagesWithReExecute("/problem", "?status={0}", createScopeForStatusCodePages: true));
    }

    private static bool IsForPeople(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
