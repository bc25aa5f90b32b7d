using Microsoft.EntityFrameworkCore;
using SourcingBot.Host.Storage;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Chat;

/// <summary>Bringing the database to this version.</summary>
public class MigrationTests
{
    [Fact]
    public async Task A_start_after_one_that_was_killed_while_it_migrated_goes_on()
    {
        await using var store = await ChatStore.CreateAsync();
        await store.ReadAsync(db => db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-06-01 09:00:00')"""));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        await store.Services.MigrateAsync(limit.Token);

        Assert.Contains(store.Log.Lines, l => l.Contains("was killed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_programs_migrate_one_after_the_other()
    {
        await using var store = await ChatStore.CreateAsync();
        var file = Path.Combine(store.Folder, "test.db");
        var first = await MigrationLock.TakeAsync(file, CancellationToken.None);

        var second = MigrationLock.TakeAsync(file, CancellationToken.None);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();

        await (await second).DisposeAsync();
    }

    [PostgresFact]
    public async Task Hosts_that_start_at_once_on_a_database_that_is_not_there_wait_for_each_other()
    {
        await using var store = await ChatStore.CreateAsync(postgres: true);
        await store.ReadAsync(db => db.Database.EnsureDeletedAsync());
        var hosts = Enumerable.Range(0, 4).Select(_ => store.Build()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.MigrateAsync(CancellationToken.None))));

        Assert.Empty(await store.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
        foreach (var host in hosts) await host.DisposeAsync();
    }
}
