using ReviewRoom.Storage;

namespace ReviewRoom.Hosting;

/// <summary>For whoever watches the machine: alive, and ready to serve: the ledger can be written.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", (LedgerWriter ledger) => ledger.Trouble is null ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
