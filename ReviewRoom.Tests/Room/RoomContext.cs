using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ReviewRoom.Tests.ExpertRoom;

/// <summary>Renders the parts of the expert's room in one language.</summary>
internal sealed class RoomContext : BunitContext
{
    public RoomContext(string culture = "zh-CN")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddDataProtection();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
