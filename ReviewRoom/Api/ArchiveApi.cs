using ReviewRoom.Archives;
using ReviewRoom.Domain;
using ReviewRoom.Hosting;

namespace ReviewRoom.Api;

/// <summary>The archive of a session as one file, for office and supervisor.</summary>
public static class ArchiveApi
{
    /// <summary>Archives are large: one is drawn at a time.</summary>
    private static readonly SemaphoreSlim One = new(1, 1);

    public static void MapArchive(this IEndpointRouteBuilder api) =>
        api.MapGet("/sessions/{id}/archive.zip", Of).Produces(StatusCodes.Status200OK, contentType: "application/zip").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Drawn into a file first: who gets an answer gets a whole archive.</summary>
    private static async Task<IResult> Of(HttpContext context, string id, SessionArchive archive, HostChoices host)
    {
        var me = Caller.Of(context);
        if (archive.MayNot(me, id) is { } refusal) return Problems.Of(context, refusal);
        await One.WaitAsync(context.RequestAborted);
        var file = new FileStream(host.InData($"archive-{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await Task.Run(() => archive.Write(me, id, file), context.RequestAborted);
            file.Position = 0;
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(file, "application/zip", $"{id}.zip");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        finally
        {
            One.Release();
        }
    }
}
