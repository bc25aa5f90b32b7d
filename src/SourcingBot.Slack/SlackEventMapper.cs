using System.Globalization;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Turns Slack's payloads into neutral events; null for what is not for the bot. The same for HTTP and Socket Mode.</summary>
/// <param name="identity">Who the bot is.</param>
/// <param name="users">Who people are, as far as known.</param>
/// <param name="options">The settings.</param>
/// <param name="clock">The time, where a payload tells none.</param>
internal sealed class SlackEventMapper(SlackIdentity identity, SlackUsers users, SlackOptions options, IClock clock)
{
    /// <summary>The shortcut "Check this message" of the manifest.</summary>
    private const string CheckShortcut = "check_message";

    /// <summary>Slack's name of the platform in this program.</summary>
    public static PlatformId Platform { get; } = new("slack");

    /// <summary>Maps a payload of the Events API.</summary>
    /// <param name="envelope">The whole payload.</param>
    public IncomingEvent? Event(JsonElement envelope)
    {
        var e = envelope.At("event");
        if (envelope.Text("event_id") is not { } eventId || e.Text("type") is not { } type) return null;
        var botUser = BotUser(envelope);
        return type switch
        {
            "app_mention" => Message(envelope, e, eventId, Addressing.Mention, botUser),
            "message" => Message(envelope, e, eventId, Addressing.Direct, botUser),
            "member_joined_channel" when e.Text("user") == botUser && e.Text("channel") is { } channel => new BotAdded
            {
                EventId = eventId,
                Conversation = Conversation(Team(envelope), channel, null, null),
                From = new ChatUser(e.Text("inviter") ?? botUser ?? "unknown"),
                SentAt = TimeOf(e.Text("event_ts")),
                OutsidersReadAlong = envelope.IsTrue("is_ext_shared_channel"),
            },
            "member_left_channel" when e.Text("user") == botUser => Removed(envelope, e, eventId, botUser),
            "channel_left" or "group_left" => Removed(envelope, e, eventId, botUser),
            _ => null,
        };
    }

    /// <summary>Maps a slash command.</summary>
    /// <param name="field">Its form fields.</param>
    public IncomingEvent? Command(Func<string, string?> field)
    {
        if (field("channel_id") is not { } channel || field("user_id") is not { } user || field("command") is null) return null;
        var (text, links) = SlackText.Read(field("text") ?? string.Empty, null);
        return new IncomingMessage
        {
            EventId = "command/" + (field("trigger_id") ?? Guid.NewGuid().ToString("N")),
            Conversation = Conversation(field("team_id"), channel, null, field("response_url")),
            From = users.Known(field("team_id"), user),
            SentAt = clock.GetCurrentInstant(),
            Text = text,
            Links = links,
            Addressing = Addressing.Command,
            IsPersonal = IsPersonal(channel),
        };
    }

    /// <summary>Maps a shortcut or a pressed button.</summary>
    /// <param name="payload">The payload.</param>
    public IncomingEvent? Interaction(JsonElement payload)
    {
        if (payload.Text("type") == "block_actions") return Pressed(payload);
        if (payload.Text("type") != "message_action" || payload.Text("callback_id") != CheckShortcut) return null;
        var message = payload.At("message");
        if (payload.At("channel").Text("id") is not { } channel || payload.At("user").Text("id") is not { } user) return null;
        var (text, links) = SlackText.Read(SlackShared.TextWithShared(message), null);
        return new IncomingMessage
        {
            EventId = "shortcut/" + (payload.Text("trigger_id") ?? Guid.NewGuid().ToString("N")),
            Conversation = Conversation(payload.At("team").Text("id"), channel, null, payload.Text("response_url")),
            From = users.Known(payload.At("team").Text("id"), user),
            SentAt = TimeOf(payload.Text("action_ts")),
            WrittenAt = SharedAt(message) ?? (message.Text("ts") is { } ts ? TimeOf(ts) : null),
            Text = text,
            Links = links,
            Attachments = FilesWithShared(message),
            Addressing = Addressing.MessageShortcut,
            IsPersonal = IsPersonal(channel),
        };
    }

    /// <summary>Slack tells of one removal as up to three events; taking it in twice does no harm.</summary>
    private BotRemoved? Removed(JsonElement envelope, JsonElement e, string eventId, string? botUser) => e.Text("channel") is not { } channel ? null : new BotRemoved
    {
        EventId = eventId,
        Conversation = Conversation(Team(envelope), channel, null, null),
        From = new ChatUser(e.Text("actor_id") ?? botUser ?? "unknown"),
        SentAt = TimeOf(e.Text("event_ts")),
    };

    private IncomingAction? Pressed(JsonElement payload)
    {
        var actions = payload.At("actions");
        if (actions.ValueKind != JsonValueKind.Array || actions.GetArrayLength() == 0) return null;
        var container = payload.At("container");
        if ((payload.At("channel").Text("id") ?? container.Text("channel_id")) is not { } channel || payload.At("user").Text("id") is not { } user) return null;

        // Only a message for one person needs its response URL: the bot can reach everything else by itself, and for longer.
        var responseUrl = container.IsTrue("is_ephemeral") ? payload.Text("response_url") : null;
        var thread = container.Text("thread_ts") ?? payload.At("message").Text("thread_ts");
        return new IncomingAction
        {
            EventId = "action/" + (payload.Text("trigger_id") ?? Guid.NewGuid().ToString("N")),
            Conversation = Conversation(payload.At("team").Text("id"), channel, thread, responseUrl),
            From = users.Known(payload.At("team").Text("id"), user) is { DisplayName: not null } known ? known : new ChatUser(user, payload.At("user").Text("name")),
            SentAt = TimeOf(actions[0].Text("action_ts")),
            Token = actions[0].Text("value") ?? string.Empty,
            IsPersonal = IsPersonal(channel),
        };
    }

    private IncomingMessage? Message(JsonElement envelope, JsonElement e, string eventId, Addressing addressing, string? botUser)
    {
        var isEdit = e.Text("subtype") == "message_changed";
        var message = isEdit ? e.At("message") : e;
        if (e.Text("subtype") is not (null or "file_share" or "thread_broadcast" or "message_changed")) return null;
        if (e.Text("channel") is not { } channel || message.Text("user") is not { } user || message.Text("ts") is not { } ts) return null;
        if (IsOwnOrBot(message, user, envelope, botUser)) return null;

        // Slack itself changes messages (previews, language): only new words are a new question.
        var raw = SlackShared.TextWithShared(message);
        if (isEdit && message.Text("text") == e.At("previous_message").Text("text")) return null;

        // Only who shares a message can ask: a mention in the shared words is an old one.
        var direct = e.Text("channel_type") == "im";
        var mentioned = botUser is not null && message.Text("text")?.Contains($"<@{botUser}", StringComparison.Ordinal) == true;
        if (addressing == Addressing.Direct && !direct)
        {
            // Without knowing its own name the bot cannot tell what is said to it, and would take the place of the mention.
            if (botUser is null) return null;
            addressing = mentioned ? Addressing.Mention : Addressing.Overheard;
        }

        var (text, links) = SlackText.Read(raw, botUser);
        var key = $"{Team(envelope)}/{channel}/{ts}";
        var thread = direct ? message.Text("thread_ts") : message.Text("thread_ts") ?? ts;
        return new IncomingMessage
        {
            EventId = eventId,
            DedupeKey = isEdit ? $"{key}/{message.At("edited").Text("ts") ?? e.Text("ts")}" : key,
            AnswerKey = key,
            IsEdit = isEdit,
            Conversation = Conversation(Team(envelope), channel, thread, null),
            From = users.Known(Team(envelope), user),
            SentAt = TimeOf(ts),
            WrittenAt = SharedAt(message),
            Text = text,
            Links = links,
            Attachments = FilesWithShared(message),
            Addressing = addressing,
            IsPersonal = direct,
            OutsidersReadAlong = envelope.IsTrue("is_ext_shared_channel"),
        };
    }

    private bool IsOwnOrBot(JsonElement message, string user, JsonElement envelope, string? botUser) =>
        user == botUser || user == "USLACKBOT" || message.Text("bot_id") is not null
        || (message.Text("app_id") is { } app && app == envelope.Text("api_app_id")) || (identity.BotId is { } own && own == message.Text("bot_id"));

    private string? BotUser(JsonElement envelope)
    {
        var authorizations = envelope.At("authorizations");
        if (authorizations.ValueKind == JsonValueKind.Array)
        {
            foreach (var authorization in authorizations.EnumerateArray())
            {
                if (authorization.IsTrue("is_bot")) return authorization.Text("user_id");
            }
        }

        return identity.BotUser;
    }

    /// <summary>The bot's own workspace.</summary>
    /// <param name="envelope">The whole payload.</param>
    public static string? Team(JsonElement envelope)
    {
        // In a shared channel the event may name the other side's team; the authorization names ours.
        var authorizations = envelope.At("authorizations");
        return authorizations.ValueKind == JsonValueKind.Array && authorizations.GetArrayLength() > 0 && authorizations[0].Text("team_id") is { } own
            ? own
            : envelope.Text("team_id");
    }

    private ConversationRef Conversation(string? team, string channel, string? thread, string? responseUrl) => new(
        Platform, team ?? string.Empty, channel, thread, new SlackAddress(channel, thread, options.IsResponseUrl(responseUrl) ? responseUrl : null).ToJson());

    /// <summary>The ids of personal chats begin with D.</summary>
    private static bool IsPersonal(string channel) => channel.StartsWith('D');

    /// <summary>When a shared message was written; null where none or several are shared.</summary>
    private Instant? SharedAt(JsonElement message) =>
        SlackShared.Of(message) is [var only] && (only.Text("ts") ?? (only.At("ts").ValueKind == JsonValueKind.Number ? only.At("ts").GetRawText() : null)) is { } ts ? TimeOf(ts) : null;

    private static List<AttachmentInfo> FilesWithShared(JsonElement message) => [.. Files(message), .. SlackShared.Of(message).SelectMany(Files)];

    private static List<AttachmentInfo> Files(JsonElement message)
    {
        var files = message.At("files");
        return files.ValueKind == JsonValueKind.Array ? [.. files.EnumerateArray().Select(SlackFileSource.Describe)] : [];
    }

    private Instant TimeOf(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? Instant.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : clock.GetCurrentInstant();
}
