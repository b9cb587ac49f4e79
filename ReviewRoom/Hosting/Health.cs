namespace ReviewRoom.Hosting;

/// <summary>For whoever watches the machine: alive, and ready to serve.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", () => Results.Text("ok")).AllowAnonymous();
    }
}
