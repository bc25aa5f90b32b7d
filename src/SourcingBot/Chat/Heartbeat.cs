using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Holds a claim while its work goes on, and cancels the work when the claim was lost.</summary>
internal sealed partial class Heartbeat : IDisposable
{
    /// <summary>How often a claim is prolonged, and how soon again after a fault.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    /// <summary>The work is ended this long before another worker may take its row.</summary>
    private static readonly Duration Margin = Duration.FromSeconds(1);

    private readonly CancellationTokenSource _ended;

    private Heartbeat(CancellationTokenSource ended) => _ended = ended;

    /// <summary>Cancelled when the claim is lost or the work is to end.</summary>
    public CancellationToken Lost => _ended.Token;

    /// <summary>Begins to hold a claim.</summary>
    /// <param name="scopes">Gives each beat a context of its own.</param>
    /// <param name="row">The claimed row.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Where faults go.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="wait">Waits between two beats; null for the clock on the wall.</param>
    public static Heartbeat Start<T>(
        IServiceScopeFactory scopes, T row, IClock clock, ILogger logger, CancellationToken cancellationToken, Func<TimeSpan, CancellationToken, Task>? wait = null)
        where T : QueueRow
    {
        var beat = new Heartbeat(CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        _ = beat.BeatAsync(scopes, row, clock, logger, wait ?? Task.Delay);
        return beat;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private async Task BeatAsync<T>(IServiceScopeFactory scopes, T row, IClock clock, ILogger logger, Func<TimeSpan, CancellationToken, Task> wait)
        where T : QueueRow
    {
        try
        {
            var token = _ended.Token;
            var pause = Interval;
            for (var heldUntil = row.LockedUntil; ;)
            {
                await wait(pause, token);
                var now = clock.GetCurrentInstant();
                switch (await TryBeatAsync(scopes, row, now, logger, token))
                {
                    case true:
                        (heldUntil, pause) = (now + QueueClaims.LockTime, Interval);
                        break;
                    case null when clock.GetCurrentInstant() + Margin < heldUntil:
                        pause = AfterFault;
                        break;
                    default:
                        await _ended.CancelAsync();
                        return;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // The work has ended.
        }
    }

    /// <summary>Whether the claim was prolonged; null where the database could not tell.</summary>
    private static async Task<bool?> TryBeatAsync<T>(IServiceScopeFactory scopes, T row, Instant now, ILogger logger, CancellationToken token)
        where T : QueueRow
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await QueueClaims.ExtendAsync(scope.ServiceProvider.GetRequiredService<SourcingDbContext>(), row, now, token);
        }
        catch (Exception fault) when (!token.IsCancellationRequested && fault is not ObjectDisposedException)
        {
            Missed(logger, row.Id, fault);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on row {Id} could not be prolonged and is tried again.")]
    private static partial void Missed(ILogger logger, long id, Exception fault);
}
