using ReviewRoom.Domain;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>A code that opens one display, once, at <c>/board/{code}</c>.</summary>
public sealed record DisplayCode(string Code, DateTimeOffset Until);

/// <summary>A display or an open code of a board.</summary>
public sealed record Display(string Id, string IssuedBy, DateTimeOffset IssuedAt, DateTimeOffset? OpenedAt, DateTimeOffset Until);

/// <summary>Boards through the programming interface: the office runs them, the supervisor reads, to all others there are none.</summary>
public static class BoardsApi
{
    public static void MapBoards(this IEndpointRouteBuilder api)
    {
        api.MapGet("/boards", All).Produces<BoardDesk[]>();
        api.MapGet("/boards/{id}", One).Produces<BoardDesk>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/boards/{id}/acts", Act).Accepts<BoardAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/boards/{id}/displays", Displays).Produces<Display[]>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/boards/{id}/displays", Open).Produces<DisplayCode>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/boards/{id}/displays/{display}/close", Close).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult All(HttpContext context, LiveBoards boards) =>
        Results.Json(boards.Desks(Caller.Of(context).Id)?.Desks ?? [], Canonical.Options);

    private static IResult One(HttpContext context, string id, LiveBoards boards) =>
        boards.Desk(Caller.Of(context).Id, id) is { } desk ? Results.Json(desk, Canonical.Options) : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, string id, LiveBoards boards)
    {
        var me = Caller.Of(context);
        if (boards.Desk(me.Id, id) is null) return Problems.NotFound(context);
        var (request, problem) = await ActRequest<BoardAct>.Read(context, typeof(CreateBoard), typeof(MarkStale));
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await boards.Ask(me.Id, id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }

    private static IResult Displays(HttpContext context, string id, LiveBoards boards, Screens screens) =>
        Runs(context, id, boards)
            ? Results.Json(screens.Of(id).Select(s => new Display(s.Id, s.IssuedBy, s.IssuedAt, s.OpenedAt, s.OpenedAt is null ? s.CodeUntil : s.Until)).ToArray(), Canonical.Options)
            : Problems.NotFound(context);

    private static IResult Open(HttpContext context, string id, LiveBoards boards, Screens screens, TimeProvider clock)
    {
        if (!Runs(context, id, boards)) return Problems.NotFound(context);
        var until = clock.GetUtcNow() + Screens.CodeLife;
        return Results.Json(new DisplayCode(screens.Issue(id, Caller.Of(context).Id), until), Canonical.Options);
    }

    private static IResult Close(HttpContext context, string id, string display, LiveBoards boards, Screens screens) =>
        Runs(context, id, boards) && screens.Revoke(id, display) ? Results.NoContent() : Problems.NotFound(context);

    /// <summary>The office opens and closes displays; the supervisor only looks at the desk.</summary>
    private static bool Runs(HttpContext context, string id, LiveBoards boards) => Caller.Of(context) is var me && me.Roles.HasFlag(Roles.Office) && boards.Desk(me.Id, id) is not null;
}
