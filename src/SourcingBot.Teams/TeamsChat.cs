using System.Text;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>Teams as the outbox sees it.</summary>
/// <param name="connector">Calls the connector.</param>
/// <param name="files">Fetches files.</param>
/// <param name="sender">Hands files over.</param>
/// <param name="options">The settings.</param>
internal sealed class TeamsChat(ConnectorClient connector, TeamsFiles files, TeamsFileSender sender, TeamsOptions options) : IChatPlatform
{
    private const string TooLarge = "http-413";

    /// <inheritdoc/>
    public PlatformId Id => TeamsActivityMapper.Platform;

    /// <inheritdoc/>
    public bool IsEnabled => options.IsConfigured || options.AllowAnonymousEmulator;

    /// <inheritdoc/>
    public IReadOnlyCollection<Addressing> WaysToAsk { get; } = [Addressing.Direct, Addressing.Mention];

    /// <summary>Teams takes 60 messages in 30 seconds in a conversation, and 7 in one.</summary>
    public Duration Pace => Duration.FromMilliseconds(500);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var reference = Parse(delivery.Conversation.AdapterData);
        var (conversation, isElsewhere, failure) = await PlaceOfAsync(reference, delivery, cancellationToken);
        if (failure is not null) return failure;
        var isPersonal = isElsewhere || !reference.At("conversation").IsTrue("isGroup");
        var (content, stopped) = delivery.Message.File is null ? default : await sender.PrepareAsync(delivery, isPersonal, cancellationToken);
        if (stopped is not null) return stopped;
        var replyTo = isElsewhere ? null : reference.Text("activityId");
        var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities" + (replyTo is null ? string.Empty : "/" + Uri.EscapeDataString(replyTo));
        return await PostAsync(HttpMethod.Post, reference, conversation, path, delivery, replyTo, cancellationToken, content);
    }

    /// <inheritdoc/>
    public Task<FileOpening> OpenFileAsync(string workspace, AttachmentInfo attachment, CancellationToken cancellationToken) => files.OpenAsync(attachment, cancellationToken);

    /// <inheritdoc/>
    public async Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken)
    {
        var reference = Parse(delivery.Conversation.AdapterData);
        var (conversation, _, failure) = await PlaceOfAsync(reference, delivery, cancellationToken);
        if (failure is not null) return failure;
        var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(sent.MessageId ?? string.Empty)}";
        return await PostAsync(HttpMethod.Put, reference, conversation, path, delivery, null, cancellationToken);
    }

    /// <summary>Where a message goes: to the conversation, or to the person's own chat where others must not read it or it is for that person alone.</summary>
    private async Task<(string Conversation, bool IsElsewhere, SendResult? Failure)> PlaceOfAsync(JsonElement reference, Delivery delivery, CancellationToken cancellationToken)
    {
        var isThere = delivery.Message.Audience switch
        {
            Audience.AskerOnly => !reference.At("conversation").IsTrue("isGroup"),
            Audience.Direct => !reference.At("conversation").IsTrue("isGroup") && reference.At("user").Text("id") == delivery.Asker.Id,
            _ => true,
        };
        if (isThere) return (delivery.Conversation.Conversation, false, null);
        var (conversation, failure) = await OpenPersonalAsync(reference, delivery, cancellationToken);
        return (conversation, true, failure);
    }

    private async Task<SendResult> PostAsync(
        HttpMethod method, JsonElement reference, string conversation, string path, Delivery delivery, string? replyTo, CancellationToken cancellationToken,
        Dictionary<string, object>? prepared = null)
    {
        for (var shorter = false; ; shorter = true)
        {
            var activity = prepared ?? TeamsCards.Activity(delivery.Message, shorter);
            activity["from"] = new { id = reference.At("bot").Text("id"), name = reference.At("bot").Text("name") };
            activity["recipient"] = new { id = delivery.Asker.Id };
            activity["conversation"] = new { id = conversation };
            if (replyTo is not null) activity["replyToId"] = replyTo;
            var (answer, failure) = await connector.CallAsync(method, reference.Text("serviceUrl"), path, activity, cancellationToken);
            if (failure is SendResult.Rejected { Reason: TooLarge } && !shorter) continue;
            return failure ?? new SendResult.Sent(new SentMessageRef(answer.Text("id"), "{}"));
        }
    }

    /// <summary>The personal chat with the asker; opening it again gives the same one.</summary>
    private async Task<(string Conversation, SendResult? Failure)> OpenPersonalAsync(JsonElement reference, Delivery delivery, CancellationToken cancellationToken)
    {
        var tenant = delivery.Conversation.Workspace;
        var (answer, failure) = await connector.CallAsync(
            HttpMethod.Post, reference.Text("serviceUrl"), "v3/conversations",
            new
            {
                isGroup = false,
                bot = new { id = reference.At("bot").Text("id") },
                members = new[] { new { id = delivery.Asker.Id } },
                tenantId = tenant,
                channelData = new { tenant = new { id = tenant } },
            },
            cancellationToken);
        return (answer.Text("id") ?? string.Empty, failure);
    }

    private static JsonElement Parse(string adapterData) => LooseJson.Parse(Encoding.UTF8.GetBytes(adapterData)) ?? default;
}
