using System.Diagnostics;
using System.Globalization;
using SourcingBot.Testing;
using Xunit.Abstractions;
using static System.FormattableString;

namespace SourcingBot.Slack.Tests;

/// <summary>
/// Two hosts send 1,000 reminders that are due at once, and one of them is killed in the middle, again and again.
/// SOURCINGBOT_KILLS says how often.
/// </summary>
[Collection(TwoHosts.Alone)]
public sealed class KilledReminderHostTests(ITestOutputHelper output)
{
    /// <summary>Pairs of hosts beside each other, each on a database of its own: most of a round is waiting for the lease.</summary>
    private const int Pairs = 2;

    /// <summary>A host sends so many messages at once, each into another conversation.</summary>
    private const int MostInFlight = 8;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Long enough for a living host to end what it sends.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2.5);

    [PostgresFact]
    public async Task None_of_1000_reminders_is_lost_and_only_one_that_was_being_sent_may_come_twice_when_a_host_is_killed()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("SOURCINGBOT_KILLS") ?? "10", CultureInfo.InvariantCulture);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Pairs, kills)).Select(async pair =>
        {
            await using var hosts = await TwoHosts.StartAsync();
            for (var kill = pair; kill < kills; kill += Pairs) await KillAsync(hosts, kill, kills);
            Assert.Empty(hosts.Unexpected);
        }));
    }

    private async Task KillAsync(TwoHosts hosts, int kill, int kills)
    {
        var random = new Random(kill);
        var victim = random.Next(2);
        var before = hosts.Posts.Count;
        var clock = Stopwatch.StartNew();
        var round = await hosts.MakeDueAsync();

        // The kills spread over the whole of it; every fifth comes while the reminders are moved into the outbox.
        if (kill % 5 == 0) await hosts.SweepingAsync();
        else await hosts.PostedAsync(before + 1 + (int)((kill + random.NextDouble()) / kills * (TwoHosts.Reminders - 50)));
        hosts.Kill(victim);
        var killed = TimeProvider.System.GetUtcNow();
        var then = await hosts.MessagesAsync(round);
        var posted = hosts.Posts.Count - before;
        await Task.Delay(Settling);
        var settled = (await hosts.MessagesAsync(round)).ToDictionary(m => m.Row);
        var held = then.Where(m => m.Status == Message.InFlight && settled[m.Row] is { Status: Message.InFlight } now && now.Version == m.Version).ToDictionary(m => m.Id);
        List<Message> messages;
        while ((messages = await hosts.MessagesAsync(round)).Count(m => m.Status >= Message.Done) < TwoHosts.Reminders && clock.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(50);

        var posts = hosts.Posts.Skip(before).ToList();
        var repeated = posts.GroupBy(p => p.Id).Where(g => g.Count() > 1).Select(g => g.ToList()).ToList();
        var sent = posts.Select(p => p.Id).ToHashSet();
        var takenOver = messages.Where(m => held.ContainsKey(m.Id)).Max(m => m.SentAt) - killed;
        var swept = messages.Max(m => m.CreatedAt) - killed;

        // What waits in the outbox keeps the pace; what is moved there after the one before was sent has nothing to wait for.
        var moved = messages.ToDictionary(m => m.Id, m => m.CreatedAt);
        var nearest = posts.GroupBy(p => p.Channel).SelectMany(g => g.Zip(g.Skip(1))).Where(p => moved[p.Second.Id] < p.First.At).Min(p => p.Second.At - p.First.At);
        output.WriteLine(Invariant(
            $"kill {kill}: host {victim} after {posted} posts; it was sending {held.Count}, of which Slack had {held.Keys.Count(id => posts.Exists(p => p.Id == id && p.At < killed + Settling))}; {repeated.Count} came twice; taken over after {takenOver?.TotalSeconds ?? 0:F1} s, swept after {swept.TotalSeconds:F1} s, all sent after {(posts[^1].At - killed).TotalSeconds:F1} s; nearest two in a conversation {nearest.TotalSeconds:F2} s"));

        Assert.Equal(TwoHosts.Reminders, messages.Count);
        Assert.Equal(0, await hosts.UnsweptAsync());
        Assert.All(messages, m => Assert.True(m.Status == Message.Done && sent.Contains(m.Id), $"{m.Key} was not sent"));
        Assert.InRange(held.Count, 0, MostInFlight);
        Assert.All(repeated, p =>
        {
            Assert.True(held.ContainsKey(p[0].Id), "A message came twice that the killed host was not sending.");
            Assert.False(TwoHosts.MayLook(p[0].Channel), "A message came twice where the bot could have found it.");
            Assert.Equal(2, p.Count);
        });
        Assert.True(takenOver is null || takenOver < Lease + Margin, $"What the killed host was sending was taken over {takenOver} after the kill.");
        Assert.True(swept < Lease + Margin, $"The other host swept the rest {swept} after the kill.");
        Assert.True(nearest >= Pace, $"Two messages in one conversation were {nearest} apart.");
        await hosts.RestartAsync(victim);
    }
}
