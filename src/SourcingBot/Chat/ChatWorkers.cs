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

    /// <summary>A round that takes longer, because a file is fetched or sent in it, goes on beside the next ones and holds nobody up.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(2);

    private const int MostSlowRounds = 8;

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
        var slow = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RoundAsync(runOnce, slow, stoppingToken) > 0) continue;
                await signal.WaitAsync(await WaitAsync(rows, stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // The database may be away for a while; the rows wait there.
                RoundFailed(fault);
                await Task.Delay(Poll, CancellationToken.None);
            }
        }

        await Task.WhenAll(slow);
    }

    /// <summary>One round; 1 where it is slow and goes on by itself.</summary>
    private async Task<int> RoundAsync(Func<CancellationToken, Task<int>> runOnce, List<Task> slow, CancellationToken stoppingToken)
    {
        slow.RemoveAll(r => r.IsCompleted);
        if (slow.Count >= MostSlowRounds) await Task.WhenAny(slow);
        var round = runOnce(stoppingToken);
        if (await Task.WhenAny(round, Task.Delay(LongestRound, CancellationToken.None)) == round) return await round;
        slow.Add(EndAsync(round, stoppingToken));
        return 1;
    }

    private async Task EndAsync(Task round, CancellationToken stoppingToken)
    {
        try
        {
            await round;
        }
        catch (Exception fault)
        {
            if (!stoppingToken.IsCancellationRequested) RoundFailed(fault);
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
