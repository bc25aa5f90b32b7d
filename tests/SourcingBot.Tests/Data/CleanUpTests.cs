using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Data;

public class SqliteCleanUpTests : CleanUpTests
{
    internal override bool OnPostgres => false;

    [Fact] public Task Old() => Old_words_are_gone_and_young_ones_stay();
    [Fact] public Task Edited() => An_answer_older_than_that_is_still_corrected_in_its_place();
    [Fact] public Task Waiting() => What_still_waits_is_kept_however_old();
    [Fact] public Task Many() => More_than_one_batch_is_deleted();
}

public class PostgresCleanUpTests : CleanUpTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Old() => Old_words_are_gone_and_young_ones_stay();
    [PostgresFact] public Task Edited() => An_answer_older_than_that_is_still_corrected_in_its_place();
    [PostgresFact] public Task Waiting() => What_still_waits_is_kept_however_old();
    [PostgresFact] public Task Many() => More_than_one_batch_is_deleted();
}

/// <summary>What the daily clean-up promises of words, the same on both databases.</summary>
public abstract class CleanUpTests
{
    private const string Words = "Our usual bank account is under audit, please remit the balance to the new account below.";

    internal abstract bool OnPostgres { get; }

    private protected async Task Old_words_are_gone_and_young_ones_stay()
    {
        await using var store = await CreateAsync();
        await store.AskAsync(ChatStore.Message("old", text: Words));
        await store.AskAsync(ChatStore.Message("old-with-place", "C2", text: Words, key: "m1"));
        store.Platform.Next.Enqueue(new SendResult.Rejected("too_old"));
        await store.AskAsync(ChatStore.Message("rests", "C3", text: Words, key: "m2"));
        store.Clock.Now += Duration.FromDays(20);
        await store.AskAsync(ChatStore.Message("young", "C4", text: Words, key: "m3"));

        store.Clock.Now += Duration.FromDays(10) + Duration.FromHours(1);
        await CleanAsync(store);

        Assert.Equal(["young"], await store.ReadAsync(db => db.Inbox.Select(r => r.EventId).ToListAsync()));
        var left = await store.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(o => o.Id).ToListAsync());
        Assert.Equal(["C2", "C4"], left.Select(o => o.ConversationKey.Split('/')[^1][^2..]));
        Assert.DoesNotContain("account", left[0].Message, StringComparison.Ordinal);
        Assert.Contains("new account", left[1].Message, StringComparison.Ordinal);
        Assert.All(await store.ReadAsync(db => db.Checks.Select(c => c.Findings).ToListAsync()), f => Assert.DoesNotContain("account below", f, StringComparison.Ordinal));

        store.Clock.Now += MessageRetention.KeepPlaces;
        await CleanAsync(store);
        Assert.Equal(["C4"], await store.ReadAsync(db => db.Outbox.Select(o => o.ConversationKey.Substring(o.ConversationKey.Length - 2)).ToListAsync()));
    }

    private protected async Task An_answer_older_than_that_is_still_corrected_in_its_place()
    {
        await using var store = await CreateAsync();
        await store.AskAsync(ChatStore.Message("first", text: Words, key: "m1"));
        store.Clock.Now += Duration.FromDays(31);
        await CleanAsync(store);

        await store.AskAsync(ChatStore.Message("edited", text: "The goods left the factory this morning.", key: "m1", edit: true));

        Assert.Equal(["send", "update m1"], store.Platform.Seen.Select(s => s.Kind));
    }

    private protected async Task What_still_waits_is_kept_however_old()
    {
        await using var store = await CreateAsync();
        store.Platform.IsEnabled = false;
        await store.AskAsync(ChatStore.Message("answered", text: Words));
        await store.Inbox.AddAsync(ChatStore.Message("waits", "C2", text: Words), CancellationToken.None);
        store.Clock.Now += Duration.FromDays(100);

        await CleanAsync(store);

        Assert.Equal(["waits"], await store.ReadAsync(db => db.Inbox.Select(r => r.EventId).ToListAsync()));
        Assert.Contains("new account", Assert.Single(await store.ReadAsync(db => db.Outbox.Select(o => o.Message).ToListAsync())), StringComparison.Ordinal);
    }

    private protected async Task More_than_one_batch_is_deleted()
    {
        await using var store = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(n => store.Inbox.AddAsync(ChatStore.Message($"e{n}"), CancellationToken.None)));
        await store.ReadAsync(db => db.Inbox.ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, QueueStatus.Done)));
        store.Clock.Now += Duration.FromDays(31);

        await CleanAsync(store);

        Assert.Equal(0, await store.ReadAsync(db => db.Inbox.CountAsync()));
    }

    private static Task<int> CleanAsync(ChatStore store) => store.Services.GetRequiredService<CleanUp>().RunOnceAsync(CancellationToken.None);

    private Task<ChatStore> CreateAsync() => ChatStore.CreateAsync(OnPostgres, services => services.AddSingleton(new RetentionOptions(30)));
}
