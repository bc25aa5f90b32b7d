using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Reminders;

namespace SourcingBot.Chat;

/// <summary>Makes rows of what is to be sent.</summary>
internal static class OutboxRows
{
    /// <summary>Begins the dedupe key of a reminder; its due time and token follow.</summary>
    public const string ReminderPrefix = "reminder/";

    private const string Answer = "answer";

    /// <summary>
    /// The rows of a turn's answers. An event that rested after a failure may have been overtaken by an edit of its message: its own
    /// answer would then take the place of the newer one, and is left out.
    /// </summary>
    /// <param name="db">The database of the event's team.</param>
    /// <param name="inbox">The event that they answer.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="now">The time.</param>
    public static async Task<List<OutboxRow>> AnswersAsync(SourcingDbContext db, InboxRow inbox, Turn turn, Instant now)
    {
        var rows = new List<OutboxRow>(turn.Replies.Count);
        for (var n = 0; n < turn.Replies.Count; n++)
        {
            var row = RowOf(inbox, turn, n, now);
            if (turn.Replies[n].CardKey is null && row.AnswerKey is { } key && await IsOvertakenAsync(db, inbox, key)) continue;
            rows.Add(row);
        }

        return rows;
    }

    private static OutboxRow RowOf(InboxRow inbox, Turn turn, int n, Instant now) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Platform = inbox.Platform,
        ConversationKey = StorableKey.OfConversation(turn.Event.Conversation),
        DedupeKey = AnswerDedupeKey(inbox.Id, n),
        AnswerKey = AnswerKeyOf(turn, n) is { } key ? StorableKey.Of(inbox.Platform, key) : null,
        Conversation = JsonSerializer.Serialize(turn.Event.Conversation, ChatJson.Default.ConversationRef),
        Asker = JsonSerializer.Serialize(turn.Replies[n].To ?? turn.Event.From, ChatJson.Default.ChatUser),
        Message = JsonSerializer.Serialize(turn.Replies[n].Message, ChatJson.Default.OutgoingMessage),
        CreatedAt = now,
        NotBefore = now,
    };

    /// <summary>The row of a reminder; its words come when it is sent (<see cref="ReminderWords"/>). What <see cref="Reminders.IDueReminders"/> does inside the database gives the same.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="now">The time.</param>
    public static OutboxRow Reminder(ReminderRow reminder, Instant now) => new()
    {
        TeamId = reminder.TeamId,
        MessageId = Guid.CreateVersion7(),
        Platform = reminder.Platform,
        ConversationKey = reminder.ConversationKey,
        DedupeKey = ReminderKey(reminder),
        Conversation = string.Empty,
        Asker = string.Empty,
        Message = string.Empty,
        CreatedAt = now,
        NotBefore = now,
    };

    /// <summary>
    /// Names a reminder at its time, so that one that was put off is sent again. The time comes first: what is moved at one time
    /// then stands together in the index.
    /// </summary>
    /// <param name="reminder">The reminder.</param>
    public static string ReminderKey(ReminderRow reminder) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReminderPrefix}{reminder.DueAt.ToUnixTimeTicks()}/{reminder.Token}");

    /// <summary>Whether a row is a message of its own in any case. A reminder that comes again is: an update of the earlier one would ring no bell.</summary>
    /// <param name="row">The row.</param>
    public static bool IsAlwaysNew(OutboxRow row) => row.DedupeKey.StartsWith(ReminderPrefix, StringComparison.Ordinal);

    /// <summary>Names an answer to an event.</summary>
    /// <param name="inboxId">The event's row.</param>
    /// <param name="n">Which of its answers.</param>
    public static string AnswerDedupeKey(long inboxId, int n) => $"{Answer}/{inboxId}/{n}";

    /// <summary>An edited message's answer replaces the earlier answer; a card with a name replaces the one of that name.</summary>
    private static string? AnswerKeyOf(Turn turn, int n) =>
        turn.Replies[n].CardKey ?? (n == 0 ? (turn.Event as IncomingMessage)?.AnswerKey : null);

    /// <summary>Whether a later event about the same message was answered already. One event at a time is answered in a conversation, so this cannot change meanwhile.</summary>
    private static async Task<bool> IsOvertakenAsync(SourcingDbContext db, InboxRow inbox, string answerKey)
    {
        var answered = await db.Outbox.Where(o => o.Platform == inbox.Platform && o.AnswerKey == answerKey).Select(o => o.DedupeKey).ToListAsync();
        return answered.Exists(k => EventOf(k) > inbox.Id);
    }

    /// <summary>The event that a row answers, from its key; 0 where it answers none.</summary>
    private static long EventOf(string dedupeKey) =>
        dedupeKey.Split('/') is [Answer, var id, _] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var inboxId) ? inboxId : 0;
}
