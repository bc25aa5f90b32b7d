using System.Collections.Frozen;
using SourcingBot.Text;

namespace SourcingBot.Vetting;

/// <summary>The provinces, regions and cities at the top of China's area codes, from <c>china-regions.json</c>.</summary>
internal static class ChinaRegions
{
    private const string File = "SourcingBot.Vetting.china-regions.json";
    private static readonly FrozenDictionary<string, string> Names = Load();

    /// <summary>The English name, or null where there is no such area.</summary>
    /// <param name="digits">The first two digits of an area code.</param>
    public static string? NameOf(string digits) => Names.GetValueOrDefault(digits);

    private static FrozenDictionary<string, string> Load()
    {
        var root = DataNode.Parse(File, Resource.All(File));
        root.Only("source", "date", "regions");
        return root.Get("regions").Members().ToFrozenDictionary(m => m.Key, m => m.Value.Text(), StringComparer.Ordinal);
    }
}
