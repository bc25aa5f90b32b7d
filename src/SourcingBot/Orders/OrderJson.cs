using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Data;

namespace SourcingBot.Orders;

/// <summary>The JSON in which orders and their entries are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    Converters = [typeof(InstantJsonConverter), typeof(LocalDateJsonConverter), typeof(OccurredOnJsonConverter)])]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrderEvent))]
internal sealed partial class OrderJson : JsonSerializerContext;

/// <summary>Writes a day as "2026-12-20" and an instant as "2026-12-20T08:00:00Z".</summary>
internal sealed class OccurredOnJsonConverter : JsonConverter<OccurredOn>
{
    /// <inheritdoc/>
    public override OccurredOn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? string.Empty;
        return LocalDatePattern.Iso.Parse(text) is { Success: true } day ? OccurredOn.Day(day.Value) : OccurredOn.At(InstantPattern.ExtendedIso.Parse(text).Value);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OccurredOn value, JsonSerializerOptions options) => writer.WriteStringValue(
        value.Instant is { } instant ? InstantPattern.ExtendedIso.Format(instant) : LocalDatePattern.Iso.Format(value.Date ?? default));
}
