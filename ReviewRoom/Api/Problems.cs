using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Resources;

namespace ReviewRoom.Api;

/// <summary>What an accepted act gives.</summary>
public sealed record Accepted(Receipt Receipt);

/// <summary>What was declined, as problem details (RFC 9457): the refusal's code and arguments, a sentence in the reader's language, the article behind it.</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    /// <summary>404 for what there is not or may not be known, 422 for a request that is not right, 503 where the ledger could not be written, else 409.</summary>
    public static IResult Of(HttpContext context, Refusal refusal) => Of(context, refusal, refusal.Code switch
    {
        RefusalCode.NotFound => StatusCodes.Status404NotFound,
        RefusalCode.Malformed => StatusCodes.Status422UnprocessableEntity,
        RefusalCode.NotStored => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    });

    /// <param name="detail">What to do, where the title alone does not say it.</param>
    public static IResult Of(HttpContext context, Refusal refusal, int status, string? detail = null)
    {
        var words = context.RequestServices.GetRequiredService<IStringLocalizer<DomainText>>();
        var problem = new ProblemDetails { Status = status, Title = RefusalWords.Of(words, refusal), Detail = detail, Type = $"urn:reviewroom:refusal:{refusal.Code}" };
        problem.Extensions["code"] = refusal.Code.ToString();
        if (refusal.Criteria is { IsDefault: false } criteria) problem.Extensions["criteria"] = criteria;
        if (refusal.Known is { IsDefault: false } known) problem.Extensions["known"] = known;
        if (refusal.Seats is { IsDefault: false } seats) problem.Extensions["seats"] = seats;
        if (refusal.Phase is { } phase) problem.Extensions["phase"] = phase;
        if (refusal.Seconds is { } seconds) problem.Extensions["seconds"] = seconds;
        if (refusal.Field is { } field) problem.Extensions["field"] = field;
        if (refusal.Article is { } article) problem.Extensions["article"] = article;
        return Results.Json(problem, Canonical.Options, ContentType, status);
    }

    /// <summary>What an act led to: its receipt, or why not.</summary>
    public static IResult Answer(HttpContext context, Receipt? receipt, Refusal? refusal) =>
        receipt is not null ? Results.Json(new Accepted(receipt), Canonical.Options) : Of(context, refusal ?? new Refusal(RefusalCode.NotFound));

    public static IResult NotFound(HttpContext context) => Of(context, new Refusal(RefusalCode.NotFound));

    public static IResult Malformed(HttpContext context, string field, string? detail = null) =>
        Of(context, new Refusal(RefusalCode.Malformed) { Field = field }, StatusCodes.Status422UnprocessableEntity, detail);
}
