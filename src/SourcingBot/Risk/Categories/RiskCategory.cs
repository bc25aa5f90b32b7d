using System.Text.Json;
using System.Text.Json.Serialization;

namespace SourcingBot.Risk.Categories;

/// <summary>What a person is told of a category when its wording is found but none of its rules fits word by word.</summary>
/// <param name="Id">The id of the closed set, as "bank-change".</param>
/// <param name="Severity">How bad it is if it is real.</param>
/// <param name="Stops">Whether a live one means stop by itself; else a likely stop must be said by the message as a whole.</param>
/// <param name="Title">The category in a few words.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Do">What to do now.</param>
/// <param name="Reply">A reply to send to the supplier.</param>
/// <param name="Source">Where the knowledge comes from, with its date.</param>
/// <param name="StopTitle">What to stop, as the answer's first line, where it is not a payment; else null.</param>
internal sealed record RiskCategory(string Id, Severity Severity, bool Stops, string Title, string Why, string Do, string Reply, string Source, string? StopTitle = null)
{
    private const string File = "SourcingBot.Risk.Categories.categories.json";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Dictionary<string, RiskCategory> ById = Read();

    /// <summary>The category of an id of the closed set.</summary>
    /// <param name="id">The id.</param>
    public static RiskCategory Of(string id) => ById[id];

    private static Dictionary<string, RiskCategory> Read()
    {
        using var stream = typeof(RiskCategory).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The data file {File} is missing from the assembly.");
        var all = JsonSerializer.Deserialize<RiskCategory[]>(stream, Reading)!.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return RiskRules.Categories.SetEquals(all.Keys) ? all : throw new InvalidOperationException($"{File} does not hold exactly the closed set of categories.");
    }
}
