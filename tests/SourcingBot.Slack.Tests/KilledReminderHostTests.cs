using System.Diagnostics;
using System.Globalization;
using SourcingBot.Testing;
using Xunit.Abstractions;

namespace SourcingBot.Slack.Tests;

/// <summary>
/// Two hosts send 1,000 reminders that are due at once, and one of them is killed in the middle, again and again.
/// SOURCINGBOT_KILLS says how often.
/// </summary>
public sealed class KilledReminderHostTests(ITestOutputHelper output)
{
    /// <summary>Pairs of hosts beside each other, each on a database of its own: most of a round is waiting for the lease.</summary>
    private const int Pairs = 3;

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
        if (kill % 5 == 0)
            while (await hosts.UnsweptAsync() == TwoHosts.Reminders) await Task.Delay(1);
        else
            await hosts.PostedAsync(before + 1 + (int)((kill + random.NextDouble()) / kills * (TwoHosts.Reminders - 50)));
        hosts.Kill(victim);
        var killed = TimeProvider.System.GetUtcNow();
        var killedAfter = clock.Elapsed;
        var then = await hosts.MessagesAsync(round);
        var posted = hosts.Posts.Count - before;
        await Task.Delay(Settling);
        var settled = (await hosts.MessagesAsync(round)).ToDictionary(m => m.Row);
        var held = then.Where(m => m.Status == 1 && settled[m.Row] is { Status: 1 } now && now.Version == m.Version).ToDictionary(m => m.Id);
        List<Message> messages;
        while ((messages = await hosts.MessagesAsync(round)).Count(m => m.Status >= 2) < TwoHosts.Reminders && clock.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(50);

        var posts = hosts.Posts.Skip(before).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.ToList());
        var repeated = posts.Values.Where(p => p.Count > 1).ToList();
        var taken = messages.Where(m => held.ContainsKey(m.Id)).Select(m => m.SentAt - killed).Max();
        var behind = messages.Where(m => held.Values.Any(h => h.Conversation == m.Conversation && h.Row < m.Row)).Select(m => m.Id).ToHashSet();
        var last = messages.Where(m => !behind.Contains(m.Id)).Max(m => m.SentAt) - killed;
        var lastBehind = messages.Where(m => behind.Contains(m.Id)).Max(m => m.SentAt) - killed;
        var gaps = hosts.Posts.Skip(before).Where(p => p.At < killed + Lease).GroupBy(p => p.Channel).SelectMany(g => g.Zip(g.Skip(1), (a, b) => b.At - a.At)).ToList();
        var standing = held.Keys.Count(id => posts.TryGetValue(id, out var p) && p[0].At < killed + Settling);
        output.WriteLine(
            $"kill {kill}: host {victim} after {killedAfter.TotalSeconds:F1} s and {posted} posts; it held {held.Count}, {standing} of them posted; "
            + $"{repeated.Count} repeated; {(taken is { } t ? $"taken over after {t.TotalSeconds:F1} s" : "nothing to take over")}; "
            + $"all sent after {last?.TotalSeconds:F1} s, those behind after {lastBehind?.TotalSeconds:F1} s; "
            + $"least time between two in a conversation {(gaps.Count > 0 ? gaps.Min().TotalSeconds : 0):F2} s, {gaps.Count(g => g < Pace - TimeSpan.FromMilliseconds(50))} too near; round of {clock.Elapsed.TotalSeconds:F1} s");

        Assert.Equal(TwoHosts.Reminders, messages.Count);
        Assert.Equal(0, await hosts.UnsweptAsync());
        Assert.All(messages, m => Assert.Equal(2, m.Status));
        Assert.All(messages, m => Assert.True(posts.ContainsKey(m.Id), $"{m.Key} was never sent"));
        Assert.InRange(held.Count, 0, MostInFlight);
        Assert.All(repeated, p =>
        {
            Assert.True(held.ContainsKey(p[0].Id), "A message came twice that the killed host was not sending.");
            Assert.False(TwoHosts.MayLook(p[0].Channel), "A message came twice where the bot could have found it.");
            Assert.Equal(2, p.Count);
        });
        if (taken is not null) Assert.InRange(taken.Value, TimeSpan.Zero, Lease + Margin);
        Assert.True(last <= Lease + Margin, $"The last was sent {last} after the kill.");
        if (lastBehind is not null) Assert.InRange(lastBehind.Value, TimeSpan.Zero, Lease + Margin + Pace);
        await hosts.RestartAsync(victim);
    }
}
