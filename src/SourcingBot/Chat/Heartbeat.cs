using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Holds a claim while its work goes on, and cancels the work when the claim was lost.</summary>
internal sealed class Heartbeat : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _ended;

    private Heartbeat(CancellationTokenSource ended) => _ended = ended;

    /// <summary>Cancelled when the claim is lost or the work is to end.</summary>
    public CancellationToken Lost => _ended.Token;

    /// <summary>Begins to hold a claim.</summary>
    /// <param name="scopes">Gives each beat a context of its own.</param>
    /// <param name="row">The claimed row.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Heartbeat Start<T>(IServiceScopeFactory scopes, T row, IClock clock, CancellationToken cancellationToken)
        where T : QueueRow
    {
        var beat = new Heartbeat(CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        _ = beat.BeatAsync(scopes, row, clock);
        return beat;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private async Task BeatAsync<T>(IServiceScopeFactory scopes, T row, IClock clock)
        where T : QueueRow
    {
        try
        {
            var token = _ended.Token;
            while (true)
            {
                await Task.Delay(Interval, token);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
                if (await QueueClaims.ExtendAsync(db, row, clock.GetCurrentInstant(), token)) continue;
                await _ended.CancelAsync();
                return;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or System.Data.Common.DbException)
        {
            // The work has ended, or the database cannot be reached: the lock then runs out by itself.
        }
    }
}
