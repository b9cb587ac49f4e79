using System.Globalization;
using ReviewRoom.Domain;

namespace ReviewRoom.Components.Room;

/// <summary>Figures as they are read: fixed decimals, the reader's clock.</summary>
public static class Figures
{
    /// <summary>Points of one mark, two decimals, exact: at most four digits after the point are never needed on a grid of five.</summary>
    public static string Points(int full, int rate) => (full * rate / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Seconds where the ledger matters.</summary>
    public static string Second(DateTimeOffset at) => at.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset at) => at.ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment of another day.</summary>
    public static string DayAndMinute(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A mean with one decimal, from the projection's two.</summary>
    public static string One(string? twoDecimals) =>
        decimal.TryParse(twoDecimals, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : "–";

    /// <summary>A median without idle decimals: 75, 77.5.</summary>
    public static string Short(string? twoDecimals) =>
        decimal.TryParse(twoDecimals, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value.ToString("0.#", CultureInfo.InvariantCulture) : "–";

    /// <summary>A movement with its sign: +5.00, −2.50; a dash for none.</summary>
    public static string Signed(string? decimals) =>
        decimal.TryParse(decimals, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–";

    public static double Number(string? decimals) =>
        double.TryParse(decimals, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>Signed distance of a shown rate from the line of Article 11, two decimals.</summary>
    public static string FromLine(string rate) =>
        decimal.TryParse(rate, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (value - 60m).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–";

    public static bool Chinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
