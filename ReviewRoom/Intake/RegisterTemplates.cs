using Microsoft.Extensions.Localization;
using ReviewRoom.Resources;

namespace ReviewRoom.Intake;

/// <summary>Hands out the empty workbooks for an import.</summary>
public static class RegisterTemplates
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapRegisterTemplates(this WebApplication app) =>
        app.MapGet("/office/setup/template/{kind}.xlsx", (string kind, IStringLocalizer<SetupText> words) =>
            Enum.TryParse<RegisterKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? Results.File(RegisterTemplate.Of(known, words), Xlsx, $"{known.ToString().ToLowerInvariant()}.xlsx") : Results.NotFound()).RequireAuthorization("Office");
}
