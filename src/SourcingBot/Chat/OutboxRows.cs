using System.Globalization;
using System.Text.Json;
using NodaTime;
using SourcingBot.Reminders;

namespace SourcingBot.Chat;

/// <summary>Makes rows of what is to be sent.</summary>
internal static class OutboxRows
{
    /// <summary>Begins the dedupe key of a reminder; its id and due time follow.</summary>
    public const string ReminderPrefix = "reminder/";

    /// <summary>The row of an answer.</summary>
    /// <param name="inbox">The event that it answers.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="n">Which of the turn's replies.</param>
    /// <param name="now">The time.</param>
    public static OutboxRow Answer(InboxRow inbox, Turn turn, int n, Instant now) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Platform = inbox.Platform,
        ConversationKey = StorableKey.OfConversation(turn.Event.Conversation),
        DedupeKey = $"answer/{inbox.Id}/{n}",
        AnswerKey = AnswerKeyOf(turn, n) is { } key ? StorableKey.Of(inbox.Platform, key) : null,
        Conversation = JsonSerializer.Serialize(turn.Event.Conversation, ChatJson.Default.ConversationRef),
        Asker = JsonSerializer.Serialize(turn.Event.From, ChatJson.Default.ChatUser),
        Message = JsonSerializer.Serialize(turn.Replies[n].Message, ChatJson.Default.OutgoingMessage),
        CreatedAt = now,
        NotBefore = now,
    };

    /// <summary>The row of a reminder. What <see cref="Reminders.IDueReminders"/> does inside the database gives the same.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="now">The time.</param>
    public static OutboxRow Reminder(ReminderRow reminder, Instant now) => new()
    {
        TeamId = reminder.TeamId,
        MessageId = Guid.CreateVersion7(),
        Platform = reminder.Platform,
        ConversationKey = reminder.ConversationKey,

        // With the time, so that one that was put off is sent again.
        DedupeKey = string.Create(CultureInfo.InvariantCulture, $"{ReminderPrefix}{reminder.Id}/{reminder.DueAt.ToUnixTimeTicks()}"),
        AnswerKey = StorableKey.Of(reminder.Platform, reminder.Token),
        Conversation = reminder.Conversation,
        Asker = reminder.Person,
        Message = reminder.Message,
        CreatedAt = now,
        NotBefore = now,
    };

    /// <summary>Whether a row is a message of its own in any case. A reminder that comes again is: an update of the earlier one would ring no bell.</summary>
    /// <param name="row">The row.</param>
    public static bool IsAlwaysNew(OutboxRow row) => row.DedupeKey.StartsWith(ReminderPrefix, StringComparison.Ordinal);

    /// <summary>An edited message's answer replaces the earlier answer; a card with a name replaces the one of that name.</summary>
    private static string? AnswerKeyOf(Turn turn, int n) =>
        turn.Replies[n].CardKey ?? (n == 0 ? (turn.Event as IncomingMessage)?.AnswerKey : null);
}
