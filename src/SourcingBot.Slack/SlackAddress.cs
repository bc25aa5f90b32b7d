using System.Text.Json;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>What Slack needs to write into a conversation; kept as JSON with the conversation.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Thread">The thread's time stamp, or null.</param>
/// <param name="ResponseUrl">Where a command or shortcut is answered, five times within 30 minutes, also where the bot is no member; or null.</param>
internal sealed record SlackAddress(string Channel, string? Thread, string? ResponseUrl)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["channel"] = Channel,
        ["thread_ts"] = Thread,
        ["response_url"] = ResponseUrl,
    });

    /// <summary>From JSON.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static SlackAddress Of(string json)
    {
        var data = LooseJson.Parse(System.Text.Encoding.UTF8.GetBytes(json)) ?? default;
        return new SlackAddress(data.Text("channel") ?? string.Empty, data.Text("thread_ts"), data.Text("response_url"));
    }
}
