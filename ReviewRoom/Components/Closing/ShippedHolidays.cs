using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Components.Closing;

/// <summary>Tables of days off that come with the program; the office checks one against the published notice before it is put in.</summary>
internal static class ShippedHolidays
{
    /// <summary>Null where the year's arrangement was not known.</summary>
    public static HolidayTable? Of(int year)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "data", "holidays", string.Create(CultureInfo.InvariantCulture, $"{year}.json"));
        return File.Exists(file) ? Canonical.Read<HolidayTable>(File.ReadAllBytes(file)) : null;
    }
}
