using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Cases;

/// <summary>What a form of the page was about.</summary>
/// <param name="Case">The case's id.</param>
/// <param name="Question">The question that it answers, or null.</param>
/// <param name="Verb">What was pressed, or null where its words and files are the answer.</param>
/// <param name="ShownAt">When the case was read for the page: what somebody else answered since is not overwritten without a word.</param>
public sealed record CaseForm(Guid Case, string? Question, string? Verb, Instant ShownAt)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CaseFormJson.Default.CaseForm);

    /// <summary>From JSON; null where it is of another kind.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static CaseForm? Of(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, CaseFormJson.Default.CaseForm);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of forms.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(CaseForm))]
internal sealed partial class CaseFormJson : JsonSerializerContext;
