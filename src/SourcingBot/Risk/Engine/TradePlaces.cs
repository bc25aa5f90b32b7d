using System.Collections.Frozen;

namespace SourcingBot.Risk.Engine;

/// <summary>Tells a port or address from a mere country.</summary>
internal static class TradePlaces
{
    private static readonly FrozenSet<string> Countries = new[]
    {
        "china", "usa", "us", "uk", "eu", "europe", "germany", "france", "spain", "italy", "canada", "mexico", "australia", "india", "brazil", "russia",
        "saudi arabia", "uae", "japan", "korea", "netherlands", "poland", "turkey", "america", "united states", "united kingdom", "any port", "your country",
        "中国", "美国", "英国", "德国", "法国", "西班牙", "欧洲", "墨西哥", "加拿大", "españa", "méxico", "francia", "alemania", "ee.uu", "estados unidos",
        "allemagne", "espagne", "états-unis", "royaume-uni", "chine", "factory", "our factory",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a place names a port, town or address.</summary>
    /// <param name="place">The place as written, or null.</param>
    public static bool IsNamed(string? place) => place is { Length: > 0 } && !Countries.Contains(place.Trim(' ', '.', ','));
}
