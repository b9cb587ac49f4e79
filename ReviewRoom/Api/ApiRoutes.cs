using ReviewRoom.Applying;
using ReviewRoom.Attachments;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Letters;
using ReviewRoom.Live;
using ReviewRoom.Markdown;

namespace ReviewRoom.Api;

/// <summary>The programming interface: JSON under <c>/api</c>, described at <c>/openapi/v1.json</c>.</summary>
public static class ApiRoutes
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DossierReader>();
        builder.Services.AddSingleton<AttachmentReader>();
        builder.Services.AddSingleton<ApplicationDesk>();
        builder.Services.AddSingleton<MinutesDesk>();
        builder.Services.AddSingleton<FeedbackDesk>();
        builder.Services.AddSingleton<AwardsDesk>();
        builder.Services.AddSingleton<VerificationDoor>();
        builder.AddLetters();
        builder.Services.AddOpenApi("v1", ApiDescription.Write);
        // For the description only: answers are written with the canonical options themselves.
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = Canonical.Options.PropertyNamingPolicy;
            json.SerializerOptions.DefaultIgnoreCondition = Canonical.Options.DefaultIgnoreCondition;
            json.SerializerOptions.NumberHandling = Canonical.Options.NumberHandling;
            foreach (var converter in Canonical.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapSignIn();
        api.MapRooms();
        api.MapAttachments();
        api.MapMinutes();
        api.MapFeedback();
        api.MapStandings();
        api.MapBoards();
        api.MapDraws();
        api.MapSessions();
        api.MapPapers();
        api.MapApplications();
        api.MapArchive();
        api.MapSimulation();
        api.MapAwards();
        api.MapConduct();
        api.MapRegulation();
        api.MapFallback("/{**rest}", Problems.NotFound).ExcludeFromDescription();
        app.MapOpenApi().AllowAnonymous();
    }
}
