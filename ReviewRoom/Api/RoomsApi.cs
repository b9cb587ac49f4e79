using Microsoft.Net.Http.Headers;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Storage;

namespace ReviewRoom.Api;

/// <summary>A dossier's text.</summary>
public sealed record DossierBody(string Id, string Html, IReadOnlyList<Heading> Outline);

/// <summary>Rooms through the programming interface: the same projection and the same decisions as the pages.</summary>
public static class RoomsApi
{
    private const int LongestPassword = 200;

    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rooms", All).Produces<RoomView[]>();
        api.MapGet("/rooms/{id}", One).Produces<RoomView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/rooms/{id}/dossiers/{dossier}", Text).Produces<DossierBody>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/rooms/{id}/acts", Act).Accepts<RoomAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/rooms/{id}/export.jsonl", Export).Produces(StatusCodes.Status200OK, contentType: "application/jsonl")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult All(HttpContext context, LiveRooms rooms)
    {
        var me = Caller.Of(context);
        return Results.Json(rooms.Rooms.Select(room => rooms.View(me.Id, room.Id)).OfType<RoomView>().ToArray(), Canonical.Options);
    }

    private static IResult One(HttpContext context, string id, LiveRooms rooms)
    {
        if (rooms.View(Caller.Of(context).Id, id) is not { } view) return Problems.NotFound(context);
        var tag = new EntityTagHeaderValue($"\"{view.Etag}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(k => k.Compare(tag, useStrongComparison: false)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Json(view, Canonical.Options);
    }

    private static IResult Text(HttpContext context, string id, string dossier, DossierReader reader) =>
        reader.For(Caller.Of(context).Id, id, dossier) is { } text
            ? Results.Json(new DossierBody(dossier, text.Html, text.Outline), Canonical.Options)
            : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, string id, LiveRooms rooms, Signatures signatures)
    {
        var me = Caller.Of(context);
        if (rooms.View(me.Id, id) is null) return Problems.NotFound(context);
        // A room is set up from a plan of the office, not by an act upon itself.
        var (request, problem) = await ActRequest<RoomAct>.Read(context, typeof(CreateRoom));
        if (request is null) return problem ?? Results.BadRequest();
        if (request is { Act: Sign sign, Password: { Length: > 0 and <= LongestPassword } password })
        {
            var (proof, refusal) = await signatures.Prove(me.Id, password);
            if (proof is null) return Problems.Answer(context, null, refusal);
            var signed = await rooms.Sign(proof, id, request.CommandId, sign, context.RequestAborted);
            return Problems.Answer(context, signed.Receipt, signed.Refusal);
        }
        var answer = await rooms.Ask(me.Id, id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }

    private static IResult Export(HttpContext context, string id, LiveRooms rooms, Exporter exporter)
    {
        if (rooms.View(Caller.Of(context).Id, id) is { Rehearsal: true }) return Problems.Of(context, new Refusal(RefusalCode.NoRecord));
        if (rooms.Find(id) is not { } live || live.State is not { } room || exporter.Room(room, room.ViewerOf(Caller.Of(context))) is not { } lines) return Problems.NotFound(context);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{room.Id}.jsonl\"";
        return Results.Stream(stream => Write(lines, stream, context.RequestAborted), "application/jsonl");
    }

    private static async Task Write(IEnumerable<byte[]> lines, Stream stream, CancellationToken ct)
    {
        foreach (var line in lines) await stream.WriteAsync(line, ct);
    }
}
