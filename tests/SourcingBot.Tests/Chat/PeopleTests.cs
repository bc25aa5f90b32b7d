using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Chat;

public class SqlitePeopleTests : PeopleTests
{
    internal override bool OnPostgres => false;

    [Fact] public Task Both() => Two_first_messages_of_one_person_are_both_answered_at_the_first_attempt();
    [Fact] public Task Many() => Many_first_messages_at_once_make_one_row();
    [Fact] public Task Teams() => A_person_is_kept_for_the_team_of_the_message();
}

public class PostgresPeopleTests : PeopleTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Both() => Two_first_messages_of_one_person_are_both_answered_at_the_first_attempt();
    [PostgresFact] public Task Many() => Many_first_messages_at_once_make_one_row();
    [PostgresFact] public Task Teams() => A_person_is_kept_for_the_team_of_the_message();
}

public abstract class PeopleTests
{
    internal abstract bool OnPostgres { get; }

    internal async Task Two_first_messages_of_one_person_are_both_answered_at_the_first_attempt()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        await using var first = store.Services.CreateAsyncScope();
        await using var second = store.Services.CreateAsyncScope();

        // Both turns have met the person before either of them ends.
        Assert.Equal("Europe/Berlin", await People(first).ZoneOfAsync(From("e1", "Europe/Berlin"), CancellationToken.None));
        await People(second).TellZoneAsync(From("e2", null), "Asia/Tokyo", CancellationToken.None);
        await Db(first).SaveChangesAsync();
        await Db(second).SaveChangesAsync();

        var row = Assert.Single(await store.ReadAsync(db => db.People.ToListAsync()));
        Assert.Equal(("Europe/Berlin", "Asia/Tokyo"), (row.PlatformZone, row.ToldZone));
    }

    internal async Task Many_first_messages_at_once_make_one_row()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async n =>
        {
            await using var scope = store.Services.CreateAsyncScope();
            await People(scope).ZoneOfAsync(From($"e{n}", "Europe/Berlin"), CancellationToken.None);
            await Db(scope).SaveChangesAsync();
        }));

        Assert.Equal("Europe/Berlin", Assert.Single(await store.ReadAsync(db => db.People.ToListAsync())).PlatformZone);
    }

    internal async Task A_person_is_kept_for_the_team_of_the_message()
    {
        await using var store = await ChatStore.CreateAsync(OnPostgres);
        var other = new TeamId(Guid.NewGuid());
        await using var scope = store.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = other;

        await People(scope).ZoneOfAsync(From("e1", "Europe/Berlin"), CancellationToken.None);
        await Db(scope).SaveChangesAsync();

        Assert.Equal(other, Assert.Single(await store.ReadAsync(db => db.People.IgnoreQueryFilters().ToListAsync())).TeamId);
    }

    private static People People(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<People>();

    private static SourcingDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<SourcingDbContext>();

    private static IncomingMessage From(string id, string? zone) => ChatStore.Message(id, "C" + id) with { From = new("U1", TimeZone: zone) };
}
