using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Letters;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Api;

/// <summary>A template as it stands, with the names of its fields.</summary>
public sealed record TemplateView(PaperKind Kind, int Version, string Text, ImmutableArray<string> Fields);

/// <summary>Official papers and their templates through the programming interface.</summary>
public static class PapersApi
{
    public static void MapPapers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sessions/{id}/papers", List).Produces<PapersView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/papers/{kind}.docx", Word).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/sessions/{id}/papers/acts", Issue).Accepts<PaperAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/sessions/{id}/summary.xlsx", Summary).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/applications/{applicant}/letter.docx", Letter).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/templates", Templates).RequireAuthorization("Register").Produces<ImmutableArray<TemplateView>>();
        api.MapPost("/templates/acts", Put).Accepts<TemplateAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult List(HttpContext context, string id, LettersDesk desk) =>
        desk.View(Caller.Of(context).Id, id) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    private static IResult Word(HttpContext context, string id, string kind, int? place, string? copy, LettersDesk desk) =>
        ShippedTemplates.KindOf(kind) is { } known && desk.Read(Caller.Of(context).Id, id, known, place, copy) is { } letter
            ? Results.File(LettersDesk.WordOf(letter), LettersDesk.Word, $"{id}-{kind}.docx") : Problems.NotFound(context);

    /// <summary>For whom the proposed list is, and not for who is recused from an applicant of it.</summary>
    private static IResult Summary(HttpContext context, string id, LiveSessions sessions, IStringLocalizer<LetterText> text, IStringLocalizer<DomainText> domain)
    {
        var me = Caller.Of(context).Id;
        return !sessions.IsBarred(me, id) && sessions.View(me, id) is { Proposal: { } list } view
            ? Results.File(ResultSummary.Of(view.Plan, list, text, domain), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{id}-summary.xlsx") : Problems.NotFound(context);
    }

    private static IResult Letter(HttpContext context, string id, string applicant, string? kind, int? round, LettersDesk desk)
    {
        var me = Caller.Of(context).Id;
        return LettersDesk.Chosen(desk.LettersOf(me, id, applicant), kind, round) is { } which && desk.ReadOf(me, id, applicant, which) is { } letter
            ? Results.File(LettersDesk.WordOf(letter), LettersDesk.Word, $"{applicant}-{ShippedTemplates.NameOf(which.Kind)}.docx") : Problems.NotFound(context);
    }

    private static async Task<IResult> Issue(HttpContext context, string id, LettersDesk desk)
    {
        var (request, problem) = await ActRequest<PaperAct>.Read(context);
        if (request is null) return problem ?? Results.BadRequest();
        if (request.Act is not IssuePaper act) return Problems.Malformed(context, "act");
        var answer = await desk.Issue(Caller.Of(context).Id, id, request.CommandId, act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }

    private static IResult Templates(LettersDesk desk) => Results.Json(
        PaperForm.All.Select(f => (Form: f, Text: desk.TemplateOf(f.Kind))).Select(t => new TemplateView(t.Form.Kind, t.Text.Number, t.Text.Text, t.Form.Names)).ToImmutableArray(), Canonical.Options);

    private static async Task<IResult> Put(HttpContext context, LivePapers papers, ShippedTemplates shipped)
    {
        var (request, problem) = await ActRequest<TemplateAct>.Read(context);
        if (request is null) return problem ?? Results.BadRequest();
        var act = request.Act is ResetTemplate reset ? reset with { Shipped = Enum.IsDefined(reset.Kind) ? shipped.Text(reset.Kind) : "" } : request.Act;
        var answer = await papers.Ask(Caller.Of(context).Id, request.CommandId, act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
