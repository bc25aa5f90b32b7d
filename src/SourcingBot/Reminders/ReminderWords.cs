using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>
/// Brings the words of a reminder into its outbox row when it is about to be sent. Until then they stand in one place, so that
/// thousands that are due at once cost little, and what was put off or deleted meanwhile is not sent.
/// </summary>
internal static class ReminderWords
{
    /// <summary>Whether a row has yet to be given its words.</summary>
    /// <param name="row">The row.</param>
    public static bool AreMissing(OutboxRow row) => row.Message.Length == 0 && OutboxRows.IsAlwaysNew(row);

    /// <summary>Gives a claimed row its words, in the database and here.</summary>
    /// <param name="db">The database of the row's team.</param>
    /// <param name="row">The row.</param>
    /// <returns>False where there is nothing to send: the reminder is gone or was put off, or the row is no longer this worker's.</returns>
    public static async Task<bool> TakeAsync(SourcingDbContext db, OutboxRow row)
    {
        var token = row.DedupeKey[(row.DedupeKey.LastIndexOf('/') + 1)..];
        if (await db.Reminders.AsNoTracking().FirstOrDefaultAsync(r => r.Token == token, CancellationToken.None) is not { } reminder
            || OutboxRows.ReminderKey(reminder) != row.DedupeKey)
        {
            await QueueClaims.Same(db, row).ExecuteDeleteAsync(CancellationToken.None);
            return false;
        }

        (row.Conversation, row.Asker, row.Message) = (reminder.Conversation, reminder.Person, reminder.Message);
        row.AnswerKey = StorableKey.Of(reminder.Platform, reminder.Token);
        return await QueueClaims.Same(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Conversation, row.Conversation).SetProperty(r => r.Asker, row.Asker)
                .SetProperty(r => r.Message, row.Message).SetProperty(r => r.AnswerKey, row.AnswerKey),
            CancellationToken.None) == 1;
    }
}
