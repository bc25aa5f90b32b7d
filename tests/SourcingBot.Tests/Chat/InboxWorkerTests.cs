using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Tests.Chat;

/// <summary>What taking in and answering promise when something goes wrong meanwhile.</summary>
public class InboxWorkerTests
{
    [Fact]
    public async Task An_event_in_work_when_the_program_stops_goes_back_as_if_untouched()
    {
        using var stop = new CancellationTokenSource();
        await using var store = await ChatStore.CreateAsync(more: s => s.AddScoped<ITurnHandler>(_ => new LastHandler(async token =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        })));
        await store.Inbox.AddAsync(NobodysEvent("e1"), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Services.GetRequiredService<InboxWorker>().RunOnceAsync(stop.Token));

        var row = await store.ReadAsync(db => db.Inbox.AsNoTracking().SingleAsync());
        Assert.Equal((QueueStatus.Ready, 0, store.Clock.Now), (row.Status, row.Attempts, row.NotBefore));
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_given_up_and_the_others_are_answered()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1", "C1"), CancellationToken.None);
        await store.ReadAsync(async db => await db.Inbox.ExecuteUpdateAsync(set => set.SetProperty(o => o.Payload, "{\"kind\":\"of the future\"}")));
        await store.Inbox.AddAsync(ChatStore.Message("e2", "C2"), CancellationToken.None);

        for (var minute = 0; minute < 6; minute++)
        {
            await store.AnswerAsync();
            store.Clock.Now += Duration.FromMinutes(1);
        }

        Assert.Equal([QueueStatus.Dead, QueueStatus.Done], await store.ReadAsync(db => db.Inbox.OrderBy(o => o.Id).Select(o => o.Status).ToListAsync()));
        Assert.Contains(store.Log.Lines, l => l.Contains("rests in the inbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_brings_the_program_down_each_time_is_given_up_with_a_word_to_the_asker()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        for (var death = 0; death < 5; death++)
        {
            await store.ReadAsync(async db => await QueueClaims.TryClaimAsync(db, await db.Inbox.AsNoTracking().SingleAsync(), store.Clock.Now, CancellationToken.None));
            store.Clock.Now += QueueClaims.LockTime + Duration.FromSeconds(1);
        }

        await store.AnswerAsync();
        await store.SendAsync();

        Assert.Equal(QueueStatus.Dead, await store.ReadAsync(db => db.Inbox.Select(o => o.Status).SingleAsync()));
        Assert.Contains("1", Assert.Single(store.Platform.Seen).Delivery.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_not_answered_and_then_overwritten_by_the_answer_to_what_it_corrects()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1", key: "m1", text: "help"), CancellationToken.None);
        var fails = true;
        store.Faults.Of = command => command.CommandText.Contains("\"conversations\"", StringComparison.Ordinal) && fails ? new DatabaseAwayException() : null;
        await store.AnswerAsync();
        fails = false;
        await store.AskAsync(ChatStore.Message("e2", key: "m1", text: "Our bank account is frozen, pay to the new account.", edit: true));

        store.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(1, await store.AnswerAsync());
        Assert.Equal(0, await store.SendAsync());

        Assert.Equal("Stop: do not pay yet", Assert.Single(store.Platform.Seen).Delivery.Message.Card!.Title);
        Assert.All(await store.ReadAsync(db => db.Inbox.Select(o => o.Status).ToListAsync()), s => Assert.Equal(QueueStatus.Done, s));
    }

    [Fact]
    public async Task While_the_database_is_away_a_burst_is_refused_at_once_and_not_event_by_event()
    {
        await using var store = await ChatStore.CreateAsync();
        var asked = 0;
        store.Faults.Of = _ =>
        {
            Interlocked.Increment(ref asked);
            return new DatabaseAwayException();
        };

        var burst = Enumerable.Range(0, 100).Select(n => store.Inbox.AddAsync(ChatStore.Message($"e{n}"), CancellationToken.None)).ToList();
        foreach (var one in burst) await Assert.ThrowsAsync<DatabaseAwayException>(() => one);

        Assert.InRange(asked, 1, 20);
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_does_not_take_its_neighbours_with_it()
    {
        await using var store = await ChatStore.CreateAsync();
        var bad = ChatStore.Message("bad");
        store.Faults.Of = command => command.CommandText.Contains("INSERT INTO \"inbox\"", StringComparison.Ordinal)
            && command.Parameters.Cast<System.Data.Common.DbParameter>().Any(p => p.Value is "bad")
                ? new Microsoft.Data.Sqlite.SqliteException("too big", SQLitePCL.raw.SQLITE_TOOBIG)
                : null;

        var burst = Enumerable.Range(0, 20).Select(n => store.Inbox.AddAsync(n == 7 ? bad : ChatStore.Message($"e{n}"), CancellationToken.None)).ToList();

        await Assert.ThrowsAsync<DbUpdateException>(() => burst[7]);
        Assert.Equal(19, (await Task.WhenAll(burst.Where((_, n) => n != 7))).Count(added => added));
    }

    /// <summary>An event that no handler of the program takes.</summary>
    private static BotRemoved NobodysEvent(string id)
    {
        var message = ChatStore.Message(id);
        return new BotRemoved { EventId = id, Conversation = message.Conversation, From = message.From, SentAt = message.SentAt };
    }

    private sealed class LastHandler(Func<CancellationToken, Task> work) : ITurnHandler
    {
        public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
        {
            await work(cancellationToken);
            return true;
        }
    }
}
