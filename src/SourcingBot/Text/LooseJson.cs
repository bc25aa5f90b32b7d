using System.Text.Json;
using System.Text.Unicode;

namespace SourcingBot.Text;

/// <summary>Looks into JSON that came from outside: what is missing or of the wrong type is simply not there.</summary>
public static class LooseJson
{
    /// <summary>Parses an object; null where it is none, or no UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        // The JSON reader looks into a string only when it is asked for, too late to refuse it.
        if (!Utf8.IsValid(json.Span)) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property, or an undefined element.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">Its name.</param>
    public static JsonElement At(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;
        }
        catch (InvalidOperationException)
        {
            // A name in it holds half a character: nobody who means well writes such an object.
            return default;
        }
    }

    /// <summary>A string, or null. Half a character (a lone surrogate) becomes the replacement character.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The property's name.</param>
    public static string? Text(this JsonElement element, string name)
    {
        var found = element.At(name);
        if (found.ValueKind != JsonValueKind.String) return null;
        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Read(found.GetRawText());
        }
    }

    /// <summary>Whether a property is true.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The property's name.</param>
    public static bool IsTrue(this JsonElement element, string name) => element.At(name).ValueKind == JsonValueKind.True;

    /// <summary>A whole number, also one written as a string, or another value.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="otherwise">The value where it is none.</param>
    public static long Whole(this JsonElement element, string name, long otherwise)
    {
        var found = element.At(name);
        return found.ValueKind switch
        {
            JsonValueKind.Number when found.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(element.Text(name), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            _ => otherwise,
        };
    }
}
