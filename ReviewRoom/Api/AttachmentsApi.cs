using ReviewRoom.Attachments;
using ReviewRoom.Domain;

namespace ReviewRoom.Api;

/// <summary>Files attached to dossiers: to who may read the dossier, as a download, never kept by the browser.</summary>
public static class AttachmentsApi
{
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rooms/{id}/dossiers/{dossier}/files/{file}", (HttpContext context, string id, string dossier, string file, AttachmentReader reader) =>
            Answer(context, reader, new AttachmentPlace(id, null, dossier), file)).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/applicants/{applicant}/files/{file}", (HttpContext context, string id, string applicant, string file, AttachmentReader reader) =>
            Answer(context, reader, new AttachmentPlace(null, id, applicant), file)).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/applications/{applicant}/files/{file}", (HttpContext context, string id, string applicant, string file, AttachmentReader reader) =>
            Answer(context, reader, new AttachmentPlace(null, id, applicant) { IsApplication = true }, file)).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Answer(HttpContext context, AttachmentReader reader, AttachmentPlace place, string file) =>
        reader.Open(Caller.Of(context).Id, place, file) is { } opened ? Results.Stream(opened.Bytes, TypeOf(opened.File.Type), opened.File.Name) : Problems.NotFound(context);

    private static string TypeOf(AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Png => "image/png",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
}
