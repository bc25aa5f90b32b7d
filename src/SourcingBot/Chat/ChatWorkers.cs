using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Runs the inbox worker, and the outbox sender for each platform on its own, while the program runs.</summary>
internal sealed partial class ChatWorkers(
    InboxWorker inbox, OutboxSender outbox, IEnumerable<IChatPlatform> platforms, InboxSignal inboxSignal, OutboxSignal outboxSignal,
    IServiceScopeFactory scopes, IClock clock, ILogger<ChatWorkers> logger) : BackgroundService
{
    /// <summary>How soon rows of other hosts, and rows that were to wait, are seen at the latest.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A lock has to have run out before a row is taken, and a timer may be early by a millisecond.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        LoopAsync(inbox.RunOnceAsync, inboxSignal, db => db.Inbox, stoppingToken),
        .. platforms.Where(p => p.IsEnabled).Select(p => LoopAsync(
            token => outbox.RunOnceAsync(p, token), outboxSignal.Of(p.Id), db => db.Outbox.Where(o => o.Platform == p.Id.Value), stoppingToken)),
    ]);

    private async Task LoopAsync(
        Func<CancellationToken, Task<int>> runOnce, WorkSignal signal, Func<SourcingDbContext, IQueryable<QueueRow>> rows, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runOnce(stoppingToken) > 0) continue;
                await signal.WaitAsync(await WaitAsync(rows, stoppingToken), stoppingToken);
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

    /// <summary>How long until the next row that was to wait becomes due, or the lock of a host that died runs out; at most the time between two looks.</summary>
    private async Task<TimeSpan> WaitAsync(Func<SourcingDbContext, IQueryable<QueueRow>> rows, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetCurrentInstant();
        var all = rows(scope.ServiceProvider.GetRequiredService<SourcingDbContext>()).IgnoreQueryFilters();
        var due = await all.Where(r => r.Status == QueueStatus.Ready && r.NotBefore > now).OrderBy(r => r.NotBefore)
            .Select(r => (Instant?)r.NotBefore).FirstOrDefaultAsync(stoppingToken);
        var free = await all.Where(r => r.Status == QueueStatus.InFlight && r.LockedUntil > now).OrderBy(r => r.LockedUntil)
            .Select(r => (Instant?)r.LockedUntil).FirstOrDefaultAsync(stoppingToken);
        var longest = now + Duration.FromTimeSpan(Poll);
        var wait = (Instant.Min(due ?? longest, free ?? longest) - now).ToTimeSpan();
        return wait < Shortest ? Shortest : wait < Poll ? wait : Poll;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the chat workers failed and will be repeated.")]
    private partial void RoundFailed(Exception fault);
}
