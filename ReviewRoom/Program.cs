// The program's own folder, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

// Development turns this on by itself; a build started otherwise needs it, a published one ignores it.
builder.WebHost.UseStaticWebAssets();

var app = builder.Build();

app.MapStaticAssets();
app.MapGet("/healthz", () => Results.Text("ok"));

app.Run();
