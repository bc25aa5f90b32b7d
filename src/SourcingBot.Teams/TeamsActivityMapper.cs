using System.Globalization;
using System.Net;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>Turns activities into neutral events; null for what is not for the bot.</summary>
/// <param name="clock">The time, where an activity tells none.</param>
internal sealed class TeamsActivityMapper(IClock clock)
{
    /// <summary>The invoke by which a person answers the offer of a file.</summary>
    public const string FileConsent = "fileConsent/invoke";

    /// <summary>Teams' name in this program.</summary>
    public static PlatformId Platform { get; } = new("teams");

    /// <summary>Maps an activity.</summary>
    /// <param name="activity">The activity.</param>
    public IncomingEvent? Map(JsonElement activity)
    {
        var conversation = activity.At("conversation");
        if (conversation.Text("id") is not { } place || activity.At("from").Text("id") is not { } from) return null;
        var id = activity.Text("id") ?? Guid.NewGuid().ToString("N");
        var eventId = $"{activity.Text("channelId")}/{place}/{id}";
        var reference = Reference(activity, place);
        var user = new ChatUser(from, activity.At("from").Text("name"), activity.Text("localTimezone"), activity.Text("locale"));
        var sentAt = TimeOf(activity);
        return activity.Text("type") switch
        {
            "message" when HasButtonValue(activity) => Action(activity, eventId, reference, user, sentAt),
            "message" => Message(activity, eventId, reference, user, sentAt, isEdit: false),
            "messageUpdate" => Message(activity, $"{eventId}/{activity.Text("timestamp")}", reference, user, sentAt, isEdit: true),
            "invoke" when activity.Text("name") == "adaptiveCard/action" => Action(activity, $"{eventId}/action", reference, user, sentAt),
            "invoke" when activity.Text("name") == FileConsent => Accepted(activity, $"{eventId}/file", reference, user, sentAt),

            // "add-upgrade" and "remove-upgrade" tell that the app's version changed: the bot is neither new nor gone.
            "installationUpdate" when activity.Text("action") == "add" => Added(activity, eventId, reference, user, sentAt),
            "installationUpdate" when activity.Text("action") == "remove" => new BotRemoved { EventId = eventId, Conversation = reference, From = user, SentAt = sentAt },
            "conversationUpdate" when IsBotIn(activity, "membersAdded") => Added(activity, eventId, reference, user, sentAt),
            "conversationUpdate" when IsBotIn(activity, "membersRemoved") => new BotRemoved { EventId = eventId, Conversation = reference, From = user, SentAt = sentAt },
            _ => null,
        };
    }

    private static IncomingMessage? Message(JsonElement activity, string eventId, ConversationRef reference, ChatUser user, Instant sentAt, bool isEdit)
    {
        var direct = IsPersonal(activity);
        var text = MentionText.Without(activity, out var mentioned);
        return new IncomingMessage
        {
            EventId = eventId,
            AnswerKey = $"{reference.Conversation}/{activity.Text("id")}",
            IsEdit = isEdit,
            Conversation = reference,
            From = user,
            SentAt = sentAt,
            Text = text,
            Links = HtmlLinks.Of(activity),
            Attachments = Files(activity),
            Addressing = direct ? Addressing.Direct : mentioned ? Addressing.Mention : Addressing.Overheard,
            Channel = ChannelOf(reference),
            IsPersonal = direct,
            OutsidersReadAlong = IsShared(activity),
        };
    }

    private static IncomingAction Action(JsonElement activity, string eventId, ConversationRef reference, ChatUser user, Instant sentAt)
    {
        var value = activity.At("value");
        var data = value.At("action").At("data");
        return new IncomingAction
        {
            EventId = eventId,
            Conversation = reference,
            From = user,
            SentAt = sentAt,
            Token = data.Text("token") ?? value.Text("token") ?? string.Empty,
            IsPersonal = IsPersonal(activity),
        };
    }

    /// <summary>What a person answers to a file that the bot offered.</summary>
    private static FileAccepted? Accepted(JsonElement activity, string eventId, ConversationRef reference, ChatUser user, Instant sentAt)
    {
        var value = activity.At("value");
        return !Guid.TryParseExact(value.At("context").Text("offer"), "N", out var offer) ? null : new FileAccepted
        {
            EventId = eventId,
            Conversation = reference,
            From = user,
            SentAt = sentAt,
            OfferId = offer,
            Upload = value.Text("action") == "accept" && value.At("uploadInfo").ValueKind == JsonValueKind.Object ? value.At("uploadInfo").GetRawText() : null,
        };
    }

    /// <summary>Two activities tell of one installation; both have the same key, so that the bot introduces itself once.</summary>
    private static BotAdded Added(JsonElement activity, string eventId, ConversationRef reference, ChatUser user, Instant sentAt) => new()
    {
        EventId = eventId,
        DedupeKey = $"added/{reference.Conversation}/{sentAt.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture)}",
        Conversation = reference,
        From = user,
        SentAt = sentAt,
        OutsidersReadAlong = IsShared(activity),
    };

    /// <summary>The shape is the Bot Framework's own ConversationReference, so that another implementation can read it.</summary>
    private static ConversationRef Reference(JsonElement activity, string place)
    {
        var tenant = activity.At("conversation").Text("tenantId") ?? activity.At("channelData").At("tenant").Text("id") ?? string.Empty;
        var data = JsonSerializer.Serialize(new
        {
            activityId = activity.Text("id"),
            user = new { id = activity.At("from").Text("id"), name = activity.At("from").Text("name") },
            bot = new { id = activity.At("recipient").Text("id"), name = activity.At("recipient").Text("name") },
            conversation = new { id = place, isGroup = !IsPersonal(activity), conversationType = activity.At("conversation").Text("conversationType"), tenantId = tenant },
            channelId = activity.Text("channelId"),
            locale = activity.Text("locale"),
            serviceUrl = activity.Text("serviceUrl"),
        });
        return new ConversationRef(Platform, tenant, place, null, data);
    }

    /// <summary>In a channel each thread is a conversation of its own, named by the channel and its first message.</summary>
    private static string? ChannelOf(ConversationRef reference) =>
        reference.Conversation.IndexOf(";messageid=", StringComparison.Ordinal) is > 0 and var end ? reference.Conversation[..end] : null;

    /// <summary>A group without a kind is still a group: the emulator tells only that.</summary>
    private static bool IsPersonal(JsonElement activity)
    {
        var conversation = activity.At("conversation");
        return conversation.Text("conversationType") is { } kind ? kind == "personal" : !conversation.IsTrue("isGroup");
    }

    /// <summary>A shared channel takes in people of other teams and companies, the supplier among them.</summary>
    private static bool IsShared(JsonElement activity) =>
        string.Equals(activity.At("channelData").At("channel").Text("type"), "shared", StringComparison.OrdinalIgnoreCase);

    private static bool HasButtonValue(JsonElement activity) =>
        string.IsNullOrWhiteSpace(activity.Text("text")) && activity.At("value").ValueKind == JsonValueKind.Object;

    private static bool IsBotIn(JsonElement activity, string members)
    {
        var list = activity.At(members);
        var bot = activity.At("recipient").Text("id");
        return list.ValueKind == JsonValueKind.Array && bot is not null && list.EnumerateArray().Any(m => m.Text("id") == bot);
    }

    private static List<AttachmentInfo> Files(JsonElement activity)
    {
        var list = activity.At("attachments");
        return list.ValueKind != JsonValueKind.Array ? [] : [.. list.EnumerateArray().SelectMany(a => TeamsFileSource.Describe(a, IsPersonal(activity)))];
    }

    private Instant TimeOf(JsonElement activity)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(activity.Text("timestamp") ?? string.Empty);
        return parsed.Success ? parsed.Value.ToInstant() : clock.GetCurrentInstant();
    }
}
