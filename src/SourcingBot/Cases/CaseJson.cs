using System.Text.Json.Serialization;
using SourcingBot.Orders;

namespace SourcingBot.Cases;

/// <summary>The JSON in which a case's people are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PersonRef))]
internal sealed partial class CaseJson : JsonSerializerContext;
