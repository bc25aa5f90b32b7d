using System.Text.Encodings.Web;
using System.Text.Json;

namespace SourcingBot.Teams.Tests;

/// <summary>What is wrong with a message to Teams: its published limits, and what in it Teams would act upon.</summary>
internal static class TeamsFaults
{
    /// <summary>Elements whose words Teams shows as they are: no TextBlock and no FactSet, which read Markdown.</summary>
    private static readonly HashSet<string> Harmless = ["message", "AdaptiveCard", "Container", "RichTextBlock", "TextRun", "ActionSet", "Action.Execute", "Action.Submit"];

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The faults of a message.</summary>
    /// <param name="message">Its JSON as it was sent.</param>
    public static IReadOnlyList<string> Of(string message)
    {
        var sent = JsonDocument.Parse(message).RootElement;
        var faults = new List<string>();

        // Teams counts in UTF-16; 28 KB is the least of its documented limits. The ids are its own and as long as it made them.
        string[] ids = ["from", "recipient", "conversation", "replyToId"];
        var said = sent.EnumerateObject().Where(p => !ids.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var bytes = JsonSerializer.Serialize(said, Unescaped).Length * sizeof(char);
        if (bytes > 28 * 1024) faults.Add($"{bytes} bytes");
        if (sent.GetProperty("textFormat").GetString() != "plain") faults.Add("text that is read as markup");
        if (string.IsNullOrEmpty(sent.GetProperty("summary").GetString())) faults.Add("no words for a notification");
        if (sent.TryGetProperty("entities", out _)) faults.Add("mentions");
        faults.AddRange(Elements(sent).Where(e => !Harmless.Contains(e.Type)).Select(e => "an element that Teams acts upon: " + e.Type));
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
