using System.Text.Json;

namespace SourcingBot.Slack.Tests;

/// <summary>What is wrong with a message to Slack: its published limits, and what in it Slack would act upon.</summary>
internal static class SlackFaults
{
    private static readonly HashSet<string> Harmless =
        ["header", "divider", "rich_text", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted", "context", "actions", "plain_text", "text", "button"];

    /// <summary>The faults of a message.</summary>
    /// <param name="message">Its JSON as it was sent.</param>
    public static IReadOnlyList<string> Of(string message)
    {
        var sent = JsonDocument.Parse(message).RootElement;
        var faults = new List<string>();
        var text = sent.GetProperty("text").GetString()!;
        if (text.Length is 0 or > 40_000) faults.Add($"text of {text.Length} characters");
        if (text.Contains('<', StringComparison.Ordinal)) faults.Add("markup in text: " + text);
        if (sent.TryGetProperty("link_names", out _) || sent.TryGetProperty("parse", out _)) faults.Add("names in text are made mentions");
        var blocks = sent.GetProperty("blocks");
        if (blocks.GetArrayLength() is 0 or > 50) faults.Add($"{blocks.GetArrayLength()} blocks");
        foreach (var (element, type) in Elements(blocks))
        {
            if (!Harmless.Contains(type)) faults.Add("an element that Slack acts upon: " + type);
            if (element.TryGetProperty("text", out var words) && words.ValueKind == JsonValueKind.String && words.GetString()!.Length is 0 or > 3000) faults.Add("a text of the wrong length");
            if (type == "header" && element.GetProperty("text").GetProperty("text").GetString()!.Length > 150) faults.Add("a header too long");
            if (type == "button" && (element.GetProperty("text").GetProperty("text").GetString()!.Length > 75 || element.GetProperty("value").GetString()!.Length > 2000)) faults.Add("a button too long");
        }

        return faults;
    }

    /// <summary>Every object that has a type, however deep.</summary>
    /// <param name="element">Where to look.</param>
    public static IEnumerable<(JsonElement Element, string Type)> Elements(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Elements),
        JsonValueKind.Object => [.. element.TryGetProperty("type", out var type) ? new[] { (element, type.GetString()!) } : [], .. element.EnumerateObject().SelectMany(p => Elements(p.Value))],
        _ => [],
    };
}
