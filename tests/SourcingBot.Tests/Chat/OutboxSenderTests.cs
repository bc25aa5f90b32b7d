using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Tests.Chat;

/// <summary>What sending promises when something goes wrong meanwhile.</summary>
public class OutboxSenderTests
{
    [Fact]
    public async Task A_message_that_was_sent_while_the_program_stopped_is_not_sent_again()
    {
        await using var store = await ChatStore.CreateAsync();
        using var stop = new CancellationTokenSource();
        store.Platform.During = (_, _) => stop.CancelAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Services.GetRequiredService<OutboxSender>().RunOnceAsync(stop.Token));

        store.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(0, await store.SendAsync());
        Assert.Single(store.Platform.Seen);
    }

    [Fact]
    public async Task A_message_that_could_not_be_sent_before_the_stop_is_free_at_once()
    {
        await using var store = await ChatStore.CreateAsync();
        using var stop = new CancellationTokenSource();
        store.Services.GetRequiredService<Deliverer>().LongestSendAtStop = TimeSpan.Zero;
        store.Platform.During = async (_, sending) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, sending);
        };
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Services.GetRequiredService<OutboxSender>().RunOnceAsync(stop.Token));

        store.Platform.During = (_, _) => Task.CompletedTask;
        Assert.Equal(1, await store.SendAsync());
    }

    [Fact]
    public async Task A_fault_of_one_row_leaves_its_neighbours_alone()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1", "C1"), CancellationToken.None);
        await store.Inbox.AddAsync(ChatStore.Message("e2", "C2"), CancellationToken.None);
        await store.AnswerAsync();
        var oneFailed = new TaskCompletionSource();
        store.Platform.During = async (delivery, sending) =>
        {
            if (delivery.Conversation.Conversation == "C2") await oneFailed.Task.WaitAsync(TimeSpan.FromSeconds(20), sending);
        };
        store.Platform.Next.Enqueue(new SendResult.Rejected("msg_too_long"));
        store.Faults.Of = command =>
        {
            if (!IsBurial(command)) return null;
            oneFailed.TrySetResult();
            return new DatabaseAwayException();
        };

        Assert.Equal(1, await store.SendAsync());

        Assert.Equal([QueueStatus.InFlight, QueueStatus.Done], await store.ReadAsync(db => db.Outbox.OrderBy(o => o.ConversationKey).Select(o => o.Status).ToListAsync()));
        Assert.Contains(store.Log.Lines, l => l.Contains("could not be handled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_whose_sending_could_not_be_written_down_at_once_is_not_sent_again()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.AnswerAsync();
        var faults = 1;
        store.Faults.Of = command => command.CommandText.Contains("\"SentMessage\" = ", StringComparison.Ordinal) && faults-- > 0 ? new DatabaseAwayException() : null;

        Assert.Equal(1, await store.SendAsync());

        store.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(0, await store.SendAsync());
        Assert.Single(store.Platform.Seen);
    }

    [Fact]
    public async Task A_conversation_rests_even_if_the_program_dies_right_after_a_message_was_written_down()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.Inbox.AddAsync(ChatStore.Message("e2"), CancellationToken.None);
        await store.AnswerAsync();
        await store.AnswerAsync();
        var marked = false;
        store.Faults.Of = command =>
        {
            if (marked) return new DatabaseAwayException();
            marked = command.CommandText.Contains("\"SentMessage\" = ", StringComparison.Ordinal);
            return null;
        };

        await store.SendAsync();
        store.Faults.Of = _ => null;

        Assert.True(marked);
        Assert.Equal(0, await store.SendAsync());
        store.Clock.Now += Duration.FromSeconds(1);
        Assert.Equal(1, await store.SendAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_given_up_and_the_next_one_is_sent()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.Inbox.AddAsync(ChatStore.Message("e1"), CancellationToken.None);
        await store.Inbox.AddAsync(ChatStore.Message("e2"), CancellationToken.None);
        await store.AnswerAsync();
        await store.AnswerAsync();
        await store.ReadAsync(async db => await db.Outbox.Where(o => o.DedupeKey == "answer/1/0").ExecuteUpdateAsync(set => set.SetProperty(o => o.Conversation, "{")));

        for (var minute = 0; minute < 10; minute++)
        {
            await store.SendAsync();
            store.Clock.Now += Duration.FromMinutes(3);
        }

        Assert.Equal([QueueStatus.Dead, QueueStatus.Done], await store.ReadAsync(db => db.Outbox.OrderBy(o => o.Id).Select(o => o.Status).ToListAsync()));
        Assert.Contains(store.Log.Lines, l => l.Contains("rests in the outbox", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_correction_is_sent_anew_where_the_earlier_answer_cannot_be_updated(bool gone)
    {
        await using var store = await ChatStore.CreateAsync();
        await store.AskAsync(ChatStore.Message("e1", key: "m1"));
        store.Platform.Next.Enqueue(gone ? new SendResult.Gone("http-404") : new SendResult.Rejected("message_not_found"));
        store.Clock.Now += Duration.FromSeconds(5);

        await store.AskAsync(ChatStore.Message("e2", key: "m1", edit: true));

        Assert.Equal(["send", "update m1", "send"], store.Platform.Seen.Select(s => s.Kind));
        Assert.Null(await store.ReadAsync(db => db.Conversations.Select(c => c.GoneAt).SingleAsync()));

        store.Clock.Now += Duration.FromSeconds(5);
        await store.AskAsync(ChatStore.Message("e3", key: "m1", edit: true));
        Assert.Equal("update m3", store.Platform.Seen[^1].Kind);
    }

    [Fact]
    public async Task A_closed_personal_chat_does_not_close_the_channel_where_the_person_asked()
    {
        await using var store = await ChatStore.CreateAsync();
        store.Platform.Next.Enqueue(new SendResult.Gone("cannot_dm_bot"));

        await store.AskAsync(ChatStore.Message("e1", shared: true));

        Assert.Equal(QueueStatus.Dead, await store.ReadAsync(db => db.Outbox.Select(o => o.Status).SingleAsync()));
        Assert.Null(await store.ReadAsync(db => db.Conversations.Select(c => c.GoneAt).SingleAsync()));
    }

    [Fact]
    public async Task An_answer_for_the_asker_alone_never_takes_the_place_of_one_that_all_can_read()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.AskAsync(ChatStore.Message("e1", key: "m1"));
        store.Clock.Now += Duration.FromSeconds(5);

        await store.AskAsync(ChatStore.Message("e2", key: "m1", edit: true, shared: true));

        Assert.Equal(["send", "send"], store.Platform.Seen.Select(s => s.Kind));
    }

    [Fact]
    public async Task A_platform_that_hangs_holds_up_no_other()
    {
        var hanging = new HangingPlatform();
        await using var store = await ChatStore.CreateAsync(more: s => s.AddSingleton<IChatPlatform>(hanging));
        store.Services.GetRequiredService<Deliverer>().LongestSendAtStop = TimeSpan.Zero;
        var sent = new TaskCompletionSource();
        store.Platform.During = (_, _) => Task.FromResult(sent.TrySetResult());
        var workers = store.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<ChatWorkers>().Single();
        await workers.StartAsync(CancellationToken.None);
        var message = ChatStore.Message("e1");
        await store.Inbox.AddAsync(message with { Conversation = message.Conversation with { Platform = HangingPlatform.Name } }, CancellationToken.None);
        await hanging.Called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await store.Inbox.AddAsync(ChatStore.Message("e2"), CancellationToken.None);

        await sent.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await workers.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Health_tells_a_message_that_nobody_sends_from_one_that_was_told_to_wait()
    {
        await using var store = await ChatStore.CreateAsync();
        store.Platform.Next.Enqueue(new SendResult.RetryAfter(Duration.FromMinutes(4), "429"));
        await store.AskAsync(ChatStore.Message("e1"));
        await store.Inbox.AddAsync(ChatStore.Message("e2"), CancellationToken.None);
        await store.AnswerAsync();
        store.Clock.Now += Duration.FromMinutes(3);
        Task<ChatHealth> HealthAsync() => store.ReadAsync(db => ChatHealth.OfAsync(db, ["watched"], ["watched"], store.Clock.Now, CancellationToken.None));

        var waiting = await HealthAsync();
        store.Clock.Now += Duration.FromMinutes(4);
        var late = await HealthAsync();

        Assert.Equal((Duration.FromMinutes(3), Duration.Zero), (waiting.OutboxOldest, waiting.OutboxOverdue));
        Assert.InRange(late.OutboxOverdue, Duration.FromMinutes(2), Duration.FromMinutes(3));
    }

    private static bool IsBurial(System.Data.Common.DbCommand command) =>
        command.CommandText.Contains("UPDATE \"outbox\"", StringComparison.Ordinal)
        && command.Parameters.Cast<System.Data.Common.DbParameter>().Any(p => p.Value is "msg_too_long");

    private sealed class HangingPlatform : IChatPlatform
    {
        public static PlatformId Name { get; } = new("hanging");

        public TaskCompletionSource Called { get; } = new();

        public PlatformId Id => Name;

        public bool IsEnabled => true;

        public IReadOnlyCollection<Addressing> WaysToAsk => [Addressing.Direct];

        public Duration Pace => Duration.Zero;

        public async Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            Called.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }

        public Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken) => SendAsync(delivery, cancellationToken);
    }
}
