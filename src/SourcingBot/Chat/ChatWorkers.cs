using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Runs the inbox worker and the outbox sender while the program runs.</summary>
internal sealed partial class ChatWorkers(
    InboxWorker inbox, OutboxSender outbox, InboxSignal inboxSignal, OutboxSignal outboxSignal, IServiceScopeFactory scopes, IClock clock,
    ILogger<ChatWorkers> logger) : BackgroundService
{
    /// <summary>How soon rows of other hosts, and rows that were to wait, are seen at the latest.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        LoopAsync(inbox.RunOnceAsync, inboxSignal, NextInboxAsync, stoppingToken),
        LoopAsync(outbox.RunOnceAsync, outboxSignal, NextOutboxAsync, stoppingToken));

    private async Task LoopAsync(
        Func<CancellationToken, Task<int>> runOnce, WorkSignal signal, Func<SourcingDbContext, Instant, CancellationToken, Task<Instant?>> next,
        CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runOnce(stoppingToken) > 0) continue;
                await signal.WaitAsync(await WaitAsync(next, stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database may be away for a while; the rows wait there.
                RoundFailed(fault);
                await Task.Delay(Poll, CancellationToken.None);
            }
        }
    }

    private async Task<TimeSpan> WaitAsync(Func<SourcingDbContext, Instant, CancellationToken, Task<Instant?>> next, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetCurrentInstant();
        var due = await next(scope.ServiceProvider.GetRequiredService<SourcingDbContext>(), now, stoppingToken);
        if (due is null) return Poll;
        var wait = (due.Value - now).ToTimeSpan();
        return wait < TimeSpan.FromMilliseconds(5) ? TimeSpan.FromMilliseconds(5) : wait < Poll ? wait : Poll;
    }

    private static Task<Instant?> NextInboxAsync(SourcingDbContext db, Instant now, CancellationToken stoppingToken) =>
        Next(db.Inbox, now, stoppingToken);

    private static Task<Instant?> NextOutboxAsync(SourcingDbContext db, Instant now, CancellationToken stoppingToken) =>
        Next(db.Outbox, now, stoppingToken);

    /// <summary>The nearest later time at which a row becomes due.</summary>
    private static Task<Instant?> Next<T>(DbSet<T> rows, Instant now, CancellationToken stoppingToken)
        where T : QueueRow =>
        rows.IgnoreQueryFilters().Where(r => r.Status == QueueStatus.Ready && r.NotBefore > now).OrderBy(r => r.NotBefore)
            .Select(r => (Instant?)r.NotBefore).FirstOrDefaultAsync(stoppingToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the chat workers failed and will be repeated.")]
    private partial void RoundFailed(Exception fault);
}
