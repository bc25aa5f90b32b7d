using System.Text;
using System.Text.Json;

namespace SourcingBot.Slack.Tests;

/// <summary>Writes down what a team saw in Slack, as text that a person can read through.</summary>
internal sealed class SlackTranscript
{
    private readonly StringBuilder _text = new();

    /// <summary>A line of a person, or what the time is.</summary>
    public void Line(string line) => _text.Append(line).Append('\n');

    /// <summary>A message of the bot: where it stands, and its blocks one by one.</summary>
    public void Message(string method, JsonElement body)
    {
        var where = body.GetProperty("channel").GetString() + (body.TryGetProperty("thread_ts", out _) ? " (thread)" : string.Empty);
        Line($"bot {method switch { "chat.update" => "changes its message in", "chat.postEphemeral" => "to ann alone in", _ => "in" }} {where}:");
        foreach (var block in body.GetProperty("blocks").EnumerateArray())
        {
            foreach (var line in Of(block).SelectMany(l => l.Split('\n'))) Line("    " + line.TrimEnd());
        }

        Line(string.Empty);
    }

    public override string ToString() => _text.ToString();

    private static IEnumerable<string> Of(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "header" => ["# " + block.GetProperty("text").GetProperty("text").GetString()],
        "context" => block.GetProperty("elements").EnumerateArray().Select(e => "(" + e.GetProperty("text").GetString() + ")"),
        "actions" => [string.Join(' ', block.GetProperty("elements").EnumerateArray().Select(e => "[" + e.GetProperty("text").GetProperty("text").GetString() + "]"))],
        "rich_text" => block.GetProperty("elements").EnumerateArray().SelectMany(Rich),
        _ => [],
    };

    private static IEnumerable<string> Rich(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "rich_text_list" => element.GetProperty("elements").EnumerateArray().Select(e => "- " + Words(e)),
        "rich_text_quote" => ["> " + Words(element)],
        _ => [Words(element)],
    };

    private static string Words(JsonElement element) => string.Concat(element.GetProperty("elements").EnumerateArray().Select(e => e.GetProperty("text").GetString()));
}
