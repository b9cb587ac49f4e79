using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ReviewRoom.Api;

/// <summary>What the OpenAPI document says beyond the routes: the command id beside every act, and the members of a problem.</summary>
public static class ApiDescription
{
    public static void Write(OpenApiOptions options)
    {
        options.ShouldInclude = described => described.RelativePath is { } path && (path.StartsWith("api/", StringComparison.Ordinal) || path is "healthz" or "readyz");
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "ReviewRoom";
            document.Info.Version = "v1";
            document.Info.Description = "Live review panels. Sign in with a cookie; unsafe calls need application/json and an Origin equal to the host, or none. "
                + "Members a caller may not know are absent. Refusals are problem details with a code and its arguments.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.RelativePath?.EndsWith("/acts", StringComparison.Ordinal) != true || operation.RequestBody?.Content is not { } content) return Task.CompletedTask;
            foreach (var media in content.Values) media.Schema = new OpenApiSchema { AllOf = [CommandId(), .. media.Schema is { } act ? [act] : Array.Empty<IOpenApiSchema>()] };
            return Task.CompletedTask;
        });
    }

    private static OpenApiSchema CommandId() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "commandId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["commandId"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MaxLength = 64,
                Description = "Made by the client. The same id with the same act gives the same receipt; with anything else it is refused as CommandReused.",
            },
            ["password"] = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200, Description = "The caller's password again. Only for the act sign; compared, and kept nowhere." },
        },
    };
}
