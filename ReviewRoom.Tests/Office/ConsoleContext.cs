using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Resources;

namespace ReviewRoom.Tests.Office;

/// <summary>Renders the console's parts in Chinese, with a clock that stands still.</summary>
internal sealed class ConsoleContext : BunitContext
{
    public ConsoleContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<ReviewRoom.Live.Qualifications>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public FakeTimeProvider Clock { get; } = new(Given.Start);

    public IStringLocalizer<OfficeText> Words => Services.GetRequiredService<IStringLocalizer<OfficeText>>();

    /// <summary>A room as a person sees it, standings included.</summary>
    public static RoomView Sight(Given given, Person person) =>
        Domain.Standings.Sight.Of(given.Room, Standings.Of([given.Room]), given.Room.ViewerOf(person)) ?? throw new InvalidOperationException(person.Id);

    public static DossierView Sight(Given given, Person person, string dossier) => Sight(given, person).Dossiers.Single(d => d.Id == dossier);
}
