using System.Text.Json;
using System.Text.Json.Serialization;

namespace SourcingBot.Suppliers.Memory;

/// <summary>What a button about a supplier's memory is about.</summary>
/// <param name="MemoryOf">The supplier.</param>
/// <param name="Message">The event whose account is to be confirmed; 0 for none.</param>
internal sealed record SupplierSubject(Guid MemoryOf, long Message = 0)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SupplierSubjectJson.Default.SupplierSubject);

    /// <summary>From JSON; null where it is of another kind.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static SupplierSubject? Of(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SupplierSubjectJson.Default.SupplierSubject) is { } subject && subject.MemoryOf != Guid.Empty ? subject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of subjects.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SupplierSubject))]
internal sealed partial class SupplierSubjectJson : JsonSerializerContext;

/// <summary>What the buttons about a supplier's memory do.</summary>
internal static class SupplierMemoryVerbs
{
    /// <summary>The account in the message is the supplier's: a person has called.</summary>
    public const string Confirm = "confirm-account";

    /// <summary>Begins the verb that forgets one fact; its id follows.</summary>
    public const string Forget = "forget-fact:";

    /// <summary>Forgets all.</summary>
    public const string ForgetAll = "forget-all-facts";
}
