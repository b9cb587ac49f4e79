using Microsoft.Extensions.Localization;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Intake;

/// <summary>Hands out the empty workbooks for an import, and what is there as such a workbook.</summary>
public static class RegisterTemplates
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapRegisterTemplates(this WebApplication app)
    {
        app.MapGet("/office/setup/export/{session}/{kind}.xlsx", Export).RequireAuthorization("Register");
        app.MapGet("/office/setup/template/{kind}.xlsx", (string kind, IStringLocalizer<SetupText> words) =>
            Enum.TryParse<RegisterKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? Results.File(RegisterTemplate.Of(known, words), Xlsx, $"{known.ToString().ToLowerInvariant()}.xlsx") : Results.NotFound()).RequireAuthorization("Office");
    }

    private static IResult Export(HttpContext context, string session, string kind, LiveRegisters registers, LiveSessions sessions, IStringLocalizer<SetupText> words)
    {
        var me = Api.Caller.Of(context).Id;
        if (!Enum.TryParse<RegisterKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known)) return Results.NotFound();
        var book = known == RegisterKind.Bodies ? sessions.View(me, session)?.Bodies is { } bodies ? RegisterExport.Of(bodies, words) : null
            : registers.View(me).Registers.FirstOrDefault(r => r.Id == session) is { } register ? RegisterExport.Of(known, register, words) : null;
        return book is null ? Results.NotFound() : Results.File(book, Xlsx, $"{session}-{known.ToString().ToLowerInvariant()}.xlsx");
    }
}
