using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ReviewRoom.Resources;

namespace ReviewRoom.Tests.Resources;

/// <summary>The domain's words as a reader of one language meets them.</summary>
internal static class InLanguage
{
    public static string Of(string language, Func<IStringLocalizer<DomainText>, string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say(new StringLocalizer<DomainText>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
