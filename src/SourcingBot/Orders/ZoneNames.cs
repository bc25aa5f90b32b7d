using NodaTime;

namespace SourcingBot.Orders;

/// <summary>Finds time zones by their ids and by what people call them.</summary>
internal static class ZoneNames
{
    /// <summary>The zone of an IANA id; UTC where there is no id or no such zone.</summary>
    /// <param name="id">The id, or null.</param>
    public static DateTimeZone OrUtc(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;

    /// <summary>The IANA id of a zone, or null: "Europe/Berlin" in any case, or a city that ends an id, "los angeles".</summary>
    /// <param name="words">What somebody wrote.</param>
    public static string? Find(string words)
    {
        var wanted = words.Trim().Trim('.', '"', '“', '”').Replace(' ', '_');
        if (wanted.Length is 0 or > 60) return null;
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        return ids.FirstOrDefault(id => string.Equals(id, wanted, StringComparison.OrdinalIgnoreCase))
            ?? ids.FirstOrDefault(id => id.Contains('/', StringComparison.Ordinal) && id.EndsWith("/" + wanted, StringComparison.OrdinalIgnoreCase));
    }
}
