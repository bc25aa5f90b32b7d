using System.Text.Json;
using System.Text.Json.Serialization;

namespace SourcingBot.Orders;

/// <summary>What the buttons of a card about an order are about.</summary>
/// <param name="Order">The order's id; empty where the card offers to follow a new one.</param>
/// <param name="CardKey">The card's name, for replacing it.</param>
/// <param name="Facts">The facts of the order that is offered, or null.</param>
internal sealed record OrderSubject(Guid Order, string CardKey, Order? Facts = null)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, OrderSubjectJson.Default.OrderSubject);

    /// <summary>From JSON; null where it is of another kind.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static OrderSubject? Of(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OrderSubjectJson.Default.OrderSubject);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of subjects.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    Converters = [typeof(Data.LocalDateJsonConverter)])]
[JsonSerializable(typeof(OrderSubject))]
internal sealed partial class OrderSubjectJson : JsonSerializerContext;
