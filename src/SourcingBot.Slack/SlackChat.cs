using NodaTime;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Slack as the outbox sees it.</summary>
/// <param name="api">Calls Slack.</param>
/// <param name="history">Looks for messages that may stand there already.</param>
/// <param name="files">Fetches files.</param>
/// <param name="sender">Sends files.</param>
/// <param name="users">Who people are.</param>
/// <param name="standing">Whether Slack accepts the bot.</param>
/// <param name="options">The settings.</param>
internal sealed class SlackChat(SlackWebApi api, SlackHistory history, SlackFiles files, SlackFileSender sender, SlackUsers users, SlackStanding standing, SlackOptions options) : IChatPlatform
{
    /// <summary>Between tries that may each have posted the message, where the bot may not look: a warning told twice does less harm than one never told, but not five in a minute.</summary>
    private static readonly Duration UnseenWait = Duration.FromMinutes(5);

    /// <inheritdoc/>
    public PlatformId Id => SlackEventMapper.Platform;

    /// <inheritdoc/>
    public bool IsEnabled => options.BotToken is not null;

    /// <inheritdoc/>
    public PlatformTrouble? Trouble => IsEnabled ? standing.Trouble : null;

    /// <inheritdoc/>
    public IReadOnlyCollection<Addressing> WaysToAsk => standing.MayReadChannels ? [.. Asked, Addressing.Overheard] : Asked;

    private static readonly Addressing[] Asked = [Addressing.Direct, Addressing.Mention, Addressing.Command, Addressing.MessageShortcut];

    /// <summary>Slack takes about one message a second in a channel.</summary>
    public Duration Pace => Duration.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Of(delivery.Conversation.AdapterData);
        if (delivery.Message.File is not null) return await SendFileAsync(delivery, address, cancellationToken);
        if (delivery.Message.Audience == Audience.AskerOnly && !IsPersonal(address)) return await ToAskerAsync(delivery, address, cancellationToken);
        if (delivery.Message.Audience == Audience.Direct) return await ToPersonAsync(delivery, cancellationToken);

        return await PostAsync(address.Channel, address.Thread, delivery, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken)
    {
        var address = SlackAddress.Of(sent.AdapterData);
        var result = await api.CallAsync("chat.update", Content(delivery, ("channel", address.Channel), ("ts", sent.MessageId)), cancellationToken);
        return result.Failure ?? Sent(address.Channel, sent.MessageId);
    }

    /// <inheritdoc/>
    public Task<ChatUser?> FindUserAsync(string workspace, string userId, CancellationToken cancellationToken) => users.FindAsync(workspace, userId, cancellationToken);

    /// <inheritdoc/>
    public Task<FileOpening> OpenFileAsync(string workspace, AttachmentInfo attachment, CancellationToken cancellationToken) => files.OpenAsync(attachment, cancellationToken);

    /// <summary>By the response URL where there is one, else as a message that only the asker sees, else as a direct message.</summary>
    private async Task<SendResult> ToAskerAsync(Delivery delivery, SlackAddress address, CancellationToken cancellationToken)
    {
        if (address.ResponseUrl is { } url)
        {
            var responded = await api.RespondAsync(url, Content(delivery, ("response_type", "ephemeral")), cancellationToken);
            if (responded.Failure is null or SendResult.RetryAfter) return Unseen(delivery, responded.Failure) ?? Sent(address.Channel, null);
        }
        else
        {
            var ephemeral = await api.CallAsync(
                "chat.postEphemeral", Content(delivery, ("channel", address.Channel), ("user", delivery.Asker.Id), ("thread_ts", address.Thread)), cancellationToken);
            if (ephemeral.Failure is null or SendResult.RetryAfter or SendResult.Paused or SendResult.Rejected) return Unseen(delivery, ephemeral.Failure) ?? Sent(address.Channel, null);
        }

        return await ToPersonAsync(delivery, cancellationToken);
    }

    /// <summary>A personal chat with the bot (its id begins with D), where nobody else reads: a message for the asker alone would vanish there with the next start of Slack.</summary>
    private static bool IsPersonal(SlackAddress address) => address is { ResponseUrl: null, Channel: ['D', ..] };

    /// <summary>Into the personal chat with the bot.</summary>
    private async Task<SendResult> ToPersonAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var (direct, failure) = await OpenPersonalAsync(delivery, cancellationToken);
        return failure ?? await PostAsync(direct, null, delivery, cancellationToken);
    }

    /// <summary>A file is seen by everybody in its conversation: one for a single person goes to the personal chat.</summary>
    private async Task<SendResult> SendFileAsync(Delivery delivery, SlackAddress address, CancellationToken cancellationToken)
    {
        var isHere = delivery.Message.Audience == Audience.Conversation || (delivery.Message.Audience == Audience.AskerOnly && IsPersonal(address));
        var (direct, failure) = isHere ? (address.Channel, null) : await OpenPersonalAsync(delivery, cancellationToken);
        if (failure is not null) return failure;
        return Unseen(delivery, await sender.SendAsync(delivery, direct, isHere ? address.Thread : null, cancellationToken)) ?? Sent(direct, null);
    }

    private async Task<(string Channel, SendResult? Failure)> OpenPersonalAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var opened = await api.CallAsync("conversations.open", new { users = delivery.Asker.Id }, cancellationToken);
        return (opened.Answer.At("channel").Text("id") ?? string.Empty, opened.Failure);
    }

    /// <summary>Posts a message, unless an earlier try turns out to have posted it.</summary>
    private async Task<SendResult> PostAsync(string channel, string? thread, Delivery delivery, CancellationToken cancellationToken)
    {
        var found = delivery.MayStand ? await history.FindAsync(channel, thread, delivery, cancellationToken) : null;
        if (found?.Failure is { } later) return later;
        if (found?.Ts is { } there) return Sent(channel, there);
        var result = await api.CallAsync("chat.postMessage", Content(delivery, ("channel", channel), ("thread_ts", thread)), cancellationToken);
        return (found is { WasLooked: false } ? Unseen(delivery, result.Failure) : result.Failure) ?? Sent(channel, result.Answer.Text("ts"));
    }

    /// <summary>A repeat that is in doubt again, where the bot cannot look, waits longer before the next.</summary>
    private static SendResult? Unseen(Delivery delivery, SendResult? failure) =>
        failure is SendResult.RetryAfter { InDoubt: true } doubt && delivery.MayStand ? doubt with { Delay = UnseenWait } : failure;

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
