using System.Text.Json;
using System.Text.Json.Serialization;

namespace SourcingBot.Feedback;

/// <summary>What the buttons under an answer on a checked message are about. The words stay in the event and go with it.</summary>
/// <param name="CheckedEvent">The event that was judged.</param>
internal sealed record CheckSubject(long CheckedEvent)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CheckSubjectJson.Default.CheckSubject);

    /// <summary>From JSON; null where it is of another kind.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static CheckSubject? Of(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CheckSubjectJson.Default.CheckSubject) is { CheckedEvent: > 0 } subject ? subject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of subjects.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckSubject))]
internal sealed partial class CheckSubjectJson : JsonSerializerContext;
