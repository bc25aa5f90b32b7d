using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Reminders;
using SourcingBot.Tests.Chat;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Reminders;

/// <summary>A reminder is sent at its time, not at the next of the looks that come again and again.</summary>
public class ReminderWatchTests
{
    [Fact]
    public async Task What_an_event_plans_is_known_at_once()
    {
        await using var talk = new OrderTalk();
        await talk.StartAsync();
        var signal = talk.Store.Services.GetRequiredService<ReminderSignal>();
        Assert.Null(signal.Next);

        await talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 ship by 20 Dec");
        var first = await NearestAsync(talk);
        Assert.Equal(first, signal.Next);

        await talk.SayAsync("order 178453210 evidence slot open until 28 Nov");
        Assert.True(await NearestAsync(talk) < first);
        Assert.Equal(await NearestAsync(talk), signal.Next);
    }

    [Fact]
    public async Task What_is_due_sooner_than_anything_known_wakes_the_sweep()
    {
        await using var store = await ReminderStore.CreateAsync(postgres: false);
        var services = store.Chat.Services;
        var outbox = services.GetRequiredService<OutboxSignal>().Of(WatchedPlatform.Name);
        services.GetRequiredService<ReminderSignal>().Set(store.Now + Duration.FromHours(1));
        var watch = services.GetServices<IHostedService>().OfType<ReminderWatch>().Single();
        await watch.StartAsync(CancellationToken.None);
        await store.RemindAsync(await store.OrderAsync(new TestOrder()), store.Now);

        services.GetRequiredService<ReminderSignal>().Set(store.Now);
        await outbox.WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
        await watch.StopAsync(CancellationToken.None);

        Assert.Equal(["sent"], await store.StatusesAsync());
    }

    private static async Task<Instant?> NearestAsync(OrderTalk talk) => (await talk.WaitingAsync())[0].DueAt;
}
