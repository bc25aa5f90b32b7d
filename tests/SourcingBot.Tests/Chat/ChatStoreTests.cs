using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Chat;

public class SqliteChatStoreTests : ChatStoreTests
{
    internal override bool OnPostgres => false;

    [Fact] public Task Duplicates() => A_known_event_is_not_taken_again();
    [Fact] public Task Simultaneous() => Simultaneous_copies_are_taken_once();
    [Fact] public Task Answered() => An_event_is_answered_and_sent_once();
    [Fact] public Task Waits() => A_platform_that_says_wait_is_not_called_earlier();
    [Fact] public Task Doubt() => A_try_without_a_known_outcome_is_told_to_all_later_ones();
    [Fact] public Task Crash() => A_try_whose_worker_died_is_told_to_the_next();
    [Fact] public Task Refused() => A_platform_that_refuses_the_bot_keeps_its_messages_however_long();
    [Fact] public Task Gone() => A_conversation_that_is_gone_is_marked_and_its_message_rests();
    [Fact] public Task Dies() => An_event_whose_worker_died_is_taken_up_again();
    [Fact] public Task Edits() => An_edit_updates_the_earlier_answer();
    [Fact] public Task Teams() => Rows_of_another_team_are_never_seen();
    [Fact] public Task Off() => A_platform_that_is_off_keeps_its_messages();
    [Fact] public Task Paced() => Two_messages_to_one_conversation_keep_its_pace_and_order();
    [Fact] public Task Claims() => A_conversation_in_work_is_not_taken_by_a_second_worker();
    [Fact] public Task Snapshot() => The_migrations_are_those_of_the_model();
}

public class PostgresChatStoreTests : ChatStoreTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Duplicates() => A_known_event_is_not_taken_again();
    [PostgresFact] public Task Simultaneous() => Simultaneous_copies_are_taken_once();
    [PostgresFact] public Task Answered() => An_event_is_answered_and_sent_once();
    [PostgresFact] public Task Waits() => A_platform_that_says_wait_is_not_called_earlier();
    [PostgresFact] public Task Doubt() => A_try_without_a_known_outcome_is_told_to_all_later_ones();
    [PostgresFact] public Task Crash() => A_try_whose_worker_died_is_told_to_the_next();
    [PostgresFact] public Task Refused() => A_platform_that_refuses_the_bot_keeps_its_messages_however_long();
    [PostgresFact] public Task Gone() => A_conversation_that_is_gone_is_marked_and_its_message_rests();
    [PostgresFact] public Task Dies() => An_event_whose_worker_died_is_taken_up_again();
    [PostgresFact] public Task Edits() => An_edit_updates_the_earlier_answer();
    [PostgresFact] public Task Teams() => Rows_of_another_team_are_never_seen();
    [PostgresFact] public Task Off() => A_platform_that_is_off_keeps_its_messages();
    [PostgresFact] public Task Paced() => Two_messages_to_one_conversation_keep_its_pace_and_order();
    [PostgresFact] public Task Claims() => A_conversation_in_work_is_not_taken_by_a_second_worker();
    [PostgresFact] public Task Snapshot() => The_migrations_are_those_of_the_model();

    [PostgresFact]
    public async Task Two_hosts_answer_each_event_once()
    {
        await using var store = await ChatStore.CreateAsync(postgres: true);
        await using var second = store.Build();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => store.Inbox.AddAsync(ChatStore.Message($"e{n}", $"C{n % 10}"), CancellationToken.None)));

        async Task DrainAsync(IServiceProvider host)
        {
            for (var round = 0; round < 40; round++) await host.GetRequiredService<InboxWorker>().RunOnceAsync(CancellationToken.None);
        }

        await Task.WhenAll(DrainAsync(store.Services), DrainAsync(second));

        Assert.Equal(40, await store.ReadAsync(db => db.Outbox.CountAsync()));
    }
}

/// <summary>What the inbox and the outbox promise, on either database.</summary>
public abstract class ChatStoreTests
{
    internal abstract bool OnPostgres { get; }

    internal async Task A_known_event_is_not_taken_again()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);

        Assert.True(await store.Inbox.AddAsync(ChatStore.Message("e1", dedupe: "m1"), CancellationToken.None));
        Assert.False(await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None));
        Assert.False(await store.Inbox.AddAsync(ChatStore.Message("e2", dedupe: "m1"), CancellationToken.None));
    }

    internal async Task Simultaneous_copies_are_taken_once()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);

        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => store.Inbox.AddAsync(ChatStore.Message($"e{n % 6}"), CancellationToken.None)));

        Assert.Equal(6, taken.Count(t => t));
        Assert.Equal(6, await store.ReadAsync(db => db.Inbox.CountAsync()));
    }

    internal async Task An_event_is_answered_and_sent_once()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1", text: "Our bank account is frozen, pay to the new account."), CancellationToken.None);

        Assert.Equal(1, await store.AnswerAsync());
        Assert.Equal(0, await store.AnswerAsync());
        Assert.Equal(1, await store.SendAsync());
        Assert.Equal(0, await store.SendAsync());

        Assert.Equal("Stop: do not pay yet", Assert.Single(store.Platform.Seen).Delivery.Message.Card!.Title);
        Assert.Equal(1, await store.ReadAsync(db => db.Checks.CountAsync()));
    }

    internal async Task A_platform_that_says_wait_is_not_called_earlier()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        store.Platform.Next.Enqueue(new SendResult.RetryAfter(Duration.FromSeconds(30), "429"));
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();
        await store.SendAsync();

        store.Clock.Now += Duration.FromSeconds(29);
        Assert.Equal(0, await store.SendAsync());
        store.Clock.Now += Duration.FromSeconds(2);
        Assert.Equal(1, await store.SendAsync());
        Assert.Equal([false, false], store.Platform.Seen.Select(s => s.Delivery.MayStand));
    }

    internal async Task A_try_without_a_known_outcome_is_told_to_all_later_ones()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        store.Platform.Next.Enqueue(new SendResult.RetryAfter(null, "timeout") { InDoubt = true });
        store.Platform.Next.Enqueue(new SendResult.RetryAfter(Duration.FromSeconds(1), "429"));
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(1, await store.SendAsync());
            store.Clock.Now += Duration.FromSeconds(5);
        }

        Assert.Equal([false, true, true], store.Platform.Seen.Select(s => s.Delivery.MayStand));
        Assert.Null(await store.ReadAsync(db => db.Outbox.Select(o => o.Fault).SingleAsync()));
    }

    internal async Task A_try_whose_worker_died_is_told_to_the_next()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();
        await store.ReadAsync(async db => await QueueClaims.TryClaimAsync(db, await db.Outbox.AsNoTracking().SingleAsync(), store.Clock.Now, CancellationToken.None));

        store.Clock.Now += QueueClaims.LockTime + Duration.FromSeconds(1);
        Assert.Equal(1, await store.SendAsync());

        Assert.True(Assert.Single(store.Platform.Seen).Delivery.MayStand);
    }

    internal async Task A_platform_that_refuses_the_bot_keeps_its_messages_however_long()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();
        for (var refusal = 0; refusal < 40; refusal++)
        {
            store.Platform.Next.Enqueue(new SendResult.Paused("invalid_auth"));
            Assert.Equal(1, await store.SendAsync());
            store.Clock.Now += Duration.FromHours(1);
        }

        store.Platform.Trouble = new PlatformTrouble("The token is wrong.", StopsSending: true);
        Assert.Equal(0, await store.SendAsync());
        store.Platform.Trouble = null;
        Assert.Equal(1, await store.SendAsync());
        Assert.Equal(QueueStatus.Done, await store.ReadAsync(db => db.Outbox.Select(o => o.Status).SingleAsync()));
    }

    internal async Task A_conversation_that_is_gone_is_marked_and_its_message_rests()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        store.Platform.Next.Enqueue(new SendResult.Gone("is_archived"));
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();
        await store.SendAsync();

        var health = await store.ReadAsync(db => ChatHealth.OfAsync(db, ["watched"], ["watched"], store.Clock.Now, CancellationToken.None));
        Assert.Equal((0, 1), (health.OutboxWaiting, health.DeadMessages));
        Assert.NotNull(await store.ReadAsync(db => db.Conversations.Select(c => c.GoneAt).SingleAsync()));
    }

    internal async Task An_event_whose_worker_died_is_taken_up_again()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.ReadAsync(async db => await QueueClaims.TryClaimAsync(db, await db.Inbox.AsNoTracking().SingleAsync(), store.Clock.Now, CancellationToken.None));

        Assert.Equal(0, await store.AnswerAsync());
        store.Clock.Now += QueueClaims.LockTime + Duration.FromSeconds(1);
        Assert.Equal(1, await store.AnswerAsync());
        Assert.Equal(1, await store.ReadAsync(db => db.Outbox.CountAsync()));
    }

    internal async Task An_edit_updates_the_earlier_answer()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1", key: "m1"), CancellationToken.None);
        await store.AnswerAsync();
        await store.SendAsync();
        store.Clock.Now += Duration.FromSeconds(5);
        await store.Inbox.AddAsync(ChatStore.Message("e2", key: "m1", edit: true, text: "check pay to my personal account"), CancellationToken.None);
        await store.AnswerAsync();
        await store.SendAsync();

        Assert.Equal(["send", "update m1"], store.Platform.Seen.Select(s => s.Kind));
    }

    internal async Task Rows_of_another_team_are_never_seen()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);

        await using var scope = store.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = new TeamId(Guid.NewGuid());
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        Assert.Equal(0, await db.Inbox.CountAsync());
        Assert.Equal(1, await db.Inbox.IgnoreQueryFilters().CountAsync());
    }

    internal async Task A_platform_that_is_off_keeps_its_messages()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        store.Platform.IsEnabled = false;
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();

        Assert.Equal(0, await store.SendAsync());
        store.Platform.IsEnabled = true;
        Assert.Equal(1, await store.SendAsync());
    }

    internal async Task Two_messages_to_one_conversation_keep_its_pace_and_order()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1", text: "help"), CancellationToken.None);
        await store.Inbox.AddAsync(ChatStore.Message("e2", text: ""), CancellationToken.None);
        await store.AnswerAsync();
        await store.AnswerAsync();

        Assert.Equal(1, await store.SendAsync());
        Assert.Equal(0, await store.SendAsync());
        store.Clock.Now += Duration.FromSeconds(1);
        Assert.Equal(1, await store.SendAsync());
        Assert.Equal(["Is this supplier message safe?", "Nothing to read yet"], store.Platform.Seen.Select(s => s.Delivery.Message.Card!.Title));
    }

    internal async Task A_conversation_in_work_is_not_taken_by_a_second_worker()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.Inbox.AddAsync(ChatStore.Message("e2"), CancellationToken.None);
        var rows = await store.ReadAsync(db => db.Inbox.AsNoTracking().OrderBy(r => r.Id).ToListAsync());

        Assert.True(await store.ReadAsync(db => QueueClaims.TryClaimAsync(db, rows[0], store.Clock.Now, CancellationToken.None)));
        Assert.False(await store.ReadAsync(db => QueueClaims.TryClaimAsync(db, rows[1], store.Clock.Now, CancellationToken.None)));
        store.Faults.Of = _ => new DatabaseAwayException();
        await Assert.ThrowsAsync<DatabaseAwayException>(() => store.ReadAsync(db => QueueClaims.TryClaimAsync(db, rows[1], store.Clock.Now, CancellationToken.None)));
        store.Faults.Of = _ => null;
    }

    internal async Task The_migrations_are_those_of_the_model()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);

        Assert.False(await store.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
