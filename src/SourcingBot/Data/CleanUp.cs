using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Evidence;
using SourcingBot.Reminders;

namespace SourcingBot.Data;

/// <summary>Deletes what nobody needs any more, of every team. What still waits, and orders with their history, are never touched.</summary>
/// <param name="scopes">Gives a context.</param>
/// <param name="retention">How long words are kept.</param>
/// <param name="files">Deletes bytes without a row.</param>
/// <param name="clock">The time.</param>
internal sealed class CleanUp(IServiceScopeFactory scopes, RetentionOptions retention, FileCleanUp files, IClock clock)
{
    /// <summary>Reminders that came, or were cancelled, this long ago: longer than any window that they tell of.</summary>
    public static readonly Duration KeepReminders = Duration.FromDays(365);

    /// <summary>Cards older than this have dead buttons; pressing one says so.</summary>
    public static readonly Duration KeepButtons = Duration.FromDays(180);

    /// <summary>Questions that nobody answered for this long.</summary>
    public static readonly Duration KeepDrafts = Duration.FromDays(2);

    /// <summary>A thread of a watched channel that rested so long is a new subject.</summary>
    public static readonly Duration KeepWarned = Duration.FromDays(90);

    /// <summary>Deletes.</summary>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many rows were deleted or emptied, and files deleted.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var now = clock.GetCurrentInstant();
        var (reminders, buttons, drafts, warned) = (now - KeepReminders, now - KeepButtons, now - KeepDrafts, now - KeepWarned);

        // A reminder that was handed over takes its words from here when it is sent.
        var unsent = db.Outbox.IgnoreQueryFilters().Where(o => (o.Status == QueueStatus.Ready || o.Status == QueueStatus.InFlight) && o.Message == string.Empty);
        return await db.Reminders.IgnoreQueryFilters()
                .Where(r => r.DueAt < reminders && !db.WaitingReminders.IgnoreQueryFilters().Any(w => w.DueAt == r.DueAt && w.Token == r.Token)
                    && !unsent.Any(o => o.DedupeKey.EndsWith(r.Token))).ExecuteDeleteAsync(cancellationToken)
            + await db.CardTokens.IgnoreQueryFilters().Where(t => t.CreatedAt < buttons).ExecuteDeleteAsync(cancellationToken)
            + await db.OrderDrafts.IgnoreQueryFilters().Where(d => d.AskedAt < drafts).ExecuteDeleteAsync(cancellationToken)
            + await db.WatchWarnings.IgnoreQueryFilters().Where(w => w.WarnedAt < warned).ExecuteDeleteAsync(cancellationToken)
            + await MessageRetention.ApplyAsync(db, now - Duration.FromDays(retention.MessageDays), cancellationToken)
            + await files.RunOnceAsync(db, cancellationToken);
    }
}
