using NodaTime;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Slack as the outbox sees it.</summary>
/// <param name="api">Calls Slack.</param>
/// <param name="options">The settings.</param>
internal sealed class SlackChat(SlackWebApi api, SlackOptions options) : IChatPlatform
{
    /// <inheritdoc/>
    public PlatformId Id => SlackEventMapper.Platform;

    /// <inheritdoc/>
    public bool IsEnabled => options.BotToken is not null;

    /// <inheritdoc/>
    public IReadOnlyCollection<Addressing> WaysToAsk { get; } = [Addressing.Direct, Addressing.Mention, Addressing.Command, Addressing.MessageShortcut];

    /// <summary>Slack takes about one message a second in a channel.</summary>
    public Duration Pace => Duration.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Of(delivery.Conversation.AdapterData);
        if (delivery.Message.Audience == Audience.AskerOnly) return await ToAskerAsync(delivery, address, cancellationToken);
        if (delivery.Message.Audience == Audience.Direct) return await ToPersonAsync(delivery, cancellationToken);

        // After a try with an unknown outcome the message may stand there already: its id travels in the metadata.
        if (delivery.Attempt > 1 && await FindAsync(address, delivery.OutboxId, cancellationToken) is { } there) return Sent(address.Channel, there);
        var result = await api.CallAsync("chat.postMessage", Content(delivery, ("channel", address.Channel), ("thread_ts", address.Thread)), cancellationToken);
        return result.Failure ?? Sent(address.Channel, result.Answer.Text("ts"));
    }

    /// <inheritdoc/>
    public async Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Of(sent.AdapterData);
        var result = await api.CallAsync("chat.update", Content(delivery, ("channel", address.Channel), ("ts", sent.MessageId)), cancellationToken);
        return result.Failure ?? Sent(address.Channel, sent.MessageId);
    }

    /// <summary>By the response URL where there is one, else as a message that only the asker sees, else as a direct message.</summary>
    private async Task<SendResult> ToAskerAsync(Delivery delivery, SlackAddress address, CancellationToken cancellationToken)
    {
        if (address.ResponseUrl is { } url)
        {
            var responded = await api.RespondAsync(url, Content(delivery, ("response_type", "ephemeral")), cancellationToken);
            if (responded.Failure is null or SendResult.RetryAfter) return responded.Failure ?? Sent(address.Channel, null);
        }
        else
        {
            var ephemeral = await api.CallAsync(
                "chat.postEphemeral", Content(delivery, ("channel", address.Channel), ("user", delivery.Asker.Id), ("thread_ts", address.Thread)), cancellationToken);
            if (ephemeral.Failure is null or SendResult.RetryAfter or SendResult.Rejected) return ephemeral.Failure ?? Sent(address.Channel, null);
        }

        return await ToPersonAsync(delivery, cancellationToken);
    }

    /// <summary>Into the personal chat with the bot.</summary>
    private async Task<SendResult> ToPersonAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var opened = await api.CallAsync("conversations.open", new { users = delivery.Asker.Id }, cancellationToken);
        if (opened.Failure is { } failure) return failure;
        var direct = opened.Answer.At("channel").Text("id") ?? string.Empty;
        var result = await api.CallAsync("chat.postMessage", Content(delivery, ("channel", direct)), cancellationToken);
        return result.Failure ?? Sent(direct, result.Answer.Text("ts"));
    }

    private async Task<string?> FindAsync(SlackAddress address, Guid outboxId, CancellationToken cancellationToken)
    {
        if (address.Thread is null) return null;
        var replies = await api.CallAsync(
            "conversations.replies", new { channel = address.Channel, ts = address.Thread, include_all_metadata = true, limit = 50 }, cancellationToken);
        var messages = replies.Answer.At("messages");
        if (messages.ValueKind != System.Text.Json.JsonValueKind.Array) return null;
        foreach (var message in messages.EnumerateArray())
        {
            if (message.At("metadata").At("event_payload").Text("id") == outboxId.ToString()) return message.Text("ts");
        }

        return null;
    }

    private static Dictionary<string, object> Content(Delivery delivery, params (string Name, string? Value)[] target)
    {
        var content = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["text"] = SlackText.Escape(SlackLimits.Cut(delivery.Message.Text, SlackLimits.Text)),
            ["blocks"] = SlackBlocks.Render(delivery.Message),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["metadata"] = new { event_type = "sourcingbot_answer", event_payload = new { id = delivery.OutboxId.ToString() } },
        };
        foreach (var (name, value) in target)
        {
            if (value is not null) content[name] = value;
        }

        return content;
    }

    private static SendResult.Sent Sent(string channel, string? ts) => new(new SentMessageRef(ts, new SlackAddress(channel, null, null).ToJson()));
}
