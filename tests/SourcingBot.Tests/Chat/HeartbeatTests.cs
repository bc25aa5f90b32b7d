using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Tests.Chat;

/// <summary>How long a worker holds what it took.</summary>
public class HeartbeatTests
{
    [Fact]
    public async Task A_claim_is_held_over_a_fault_of_the_database()
    {
        await using var store = await ChatStore.CreateAsync();
        var row = await ClaimedAsync(store);
        var waits = new Waits();
        var faults = 1;
        store.Faults.Of = _ => faults-- > 0 ? new InvalidOperationException("likely a transient fault", new DatabaseAwayException()) : null;
        using var beat = Start(store, row, waits);

        store.Clock.Now += Duration.FromSeconds(3);
        await waits.BeatAsync();
        await waits.BeatAsync();
        await waits.NextAsync();

        Assert.False(beat.Lost.IsCancellationRequested);
        Assert.Equal(store.Clock.Now + QueueClaims.LockTime, await store.ReadAsync(db => db.Inbox.Select(r => r.LockedUntil).SingleAsync()));
    }

    [Fact]
    public async Task Work_ends_before_another_worker_may_take_its_row()
    {
        await using var store = await ChatStore.CreateAsync();
        var row = await ClaimedAsync(store);
        var waits = new Waits();
        store.Faults.Of = _ => new DatabaseAwayException();
        using var beat = Start(store, row, waits);
        var lost = new TaskCompletionSource();
        await using var registration = beat.Lost.Register(lost.SetResult);

        store.Clock.Now += QueueClaims.LockTime - Duration.FromMilliseconds(500);
        await waits.BeatAsync();

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<InboxRow> ClaimedAsync(ChatStore store)
    {
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        var row = await store.ReadAsync(db => db.Inbox.AsNoTracking().SingleAsync());
        Assert.True(await store.ReadAsync(db => QueueClaims.TryClaimAsync(db, row, store.Clock.Now, CancellationToken.None)));
        return row;
    }

    private static Heartbeat Start(ChatStore store, InboxRow row, Waits waits) =>
        Heartbeat.Start(store.Services.GetRequiredService<IServiceScopeFactory>(), row, store.Clock, NullLogger.Instance, CancellationToken.None, waits.WaitAsync);

    /// <summary>The pauses between beats, which end when the test says so.</summary>
    private sealed class Waits
    {
        private readonly SemaphoreSlim _begun = new(0);
        private readonly SemaphoreSlim _ended = new(0);

        public async Task WaitAsync(TimeSpan pause, CancellationToken token)
        {
            _begun.Release();
            await _ended.WaitAsync(token);
        }

        /// <summary>Waits until the next pause has begun.</summary>
        public async Task NextAsync() => Assert.True(await _begun.WaitAsync(TimeSpan.FromSeconds(20)));

        /// <summary>Ends the next pause.</summary>
        public async Task BeatAsync()
        {
            await NextAsync();
            _ended.Release();
        }
    }
}
