using System.Globalization;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Looks for a message whose posting ended without a known outcome, by the id that travels in its metadata.</summary>
/// <param name="api">Calls Slack.</param>
internal sealed class SlackHistory(SlackWebApi api)
{
    /// <summary>Clocks differ; a message is looked for from so long before it was written.</summary>
    private static readonly Duration Skew = Duration.FromMinutes(5);

    /// <summary>Looks in a thread, or among a conversation's messages where there is none.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="thread">The thread's time stamp, or null.</param>
    /// <param name="delivery">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Found> FindAsync(string channel, string? thread, Delivery delivery, CancellationToken cancellationToken)
    {
        var oldest = (delivery.WrittenAt - Skew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var read = await api.ReadAsync(
            thread is null ? "conversations.history" : "conversations.replies",
            [("channel", channel), ("ts", thread), ("oldest", oldest), ("limit", "200"), ("include_all_metadata", "true")], cancellationToken);
        switch (read.Failure)
        {
            case SendResult.RetryAfter or SendResult.Paused { Reason: not SlackStanding.MissingScope }:
                return new Found(null, false, read.Failure);
            case not null:
                return new Found(null, false, null);
        }

        var messages = read.Answer.At("messages");
        if (messages.ValueKind != System.Text.Json.JsonValueKind.Array) return new Found(null, false, null);
        var id = delivery.OutboxId.ToString();
        var there = messages.EnumerateArray().FirstOrDefault(m => m.At("metadata").At("event_payload").Text("id") == id);
        return new Found(there.Text("ts"), true, null);
    }

    /// <summary>What the search gave.</summary>
    /// <param name="Ts">The message's time stamp where it stands.</param>
    /// <param name="WasLooked">Whether Slack let the bot look.</param>
    /// <param name="Failure">Why it has to look later, or null.</param>
    internal sealed record Found(string? Ts, bool WasLooked, SendResult? Failure);
}
