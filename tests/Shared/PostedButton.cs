using System.Text.Json;

namespace SourcingBot.Testing;

/// <summary>Finds buttons in what a platform was sent.</summary>
public static class PostedButton
{
    /// <summary>What the buttons of a message carry, with their labels, in order.</summary>
    /// <param name="message">The message as it was sent.</param>
    public static IReadOnlyList<(string Label, string Token)> In(string message)
    {
        using var document = JsonDocument.Parse(message);
        return [.. In(document.RootElement)];
    }

    /// <summary>What a button carries; the test fails where there is none.</summary>
    /// <param name="message">The message as it was sent.</param>
    /// <param name="label">Its label.</param>
    public static string Token(string message, string label)
    {
        var found = In(message).FirstOrDefault(b => b.Label == label);
        Assert.True(found.Token is not null, $"There is no button “{label}” in {message}");
        return found.Token!;
    }

    private static IEnumerable<(string Label, string Token)> In(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany(In);
            case JsonValueKind.Object:
                return Own(element) is { } own ? [own] : element.EnumerateObject().SelectMany(p => In(p.Value));
            default:
                return [];
        }
    }

    /// <summary>A button as Slack ("value" beside a text) or as Teams has it (a title and data).</summary>
    private static (string Label, string Token)? Own(JsonElement element)
    {
        if (element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String && element.TryGetProperty("text", out var text) && text.TryGetProperty("text", out var label))
            return (label.GetString()!, value.GetString()!);
        if (element.TryGetProperty("title", out var title) && element.TryGetProperty("data", out var data) && data.TryGetProperty("token", out var token)) return (title.GetString()!, token.GetString()!);
        return null;
    }
}
