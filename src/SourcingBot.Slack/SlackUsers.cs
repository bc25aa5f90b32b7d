using System.Collections.Concurrent;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Who people are: display name, time zone and language, asked of Slack once a day at most and refreshed when Slack tells of a change.</summary>
/// <param name="api">Calls Slack.</param>
/// <param name="clock">The time.</param>
internal sealed class SlackUsers(SlackWebApi api, IClock clock)
{
    private const int MostKept = 10_000;

    private static readonly Duration LongestKept = Duration.FromDays(1);

    /// <summary>After Slack said that it does not tell, for want of the scope or because there is no such person.</summary>
    private static readonly Duration LongestUnknown = Duration.FromHours(1);

    private readonly ConcurrentDictionary<(string Workspace, string User), Entry> _kept = new();

    /// <summary>A person as far as known without asking.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="user">The person's id.</param>
    public ChatUser Known(string? workspace, string user) => _kept.TryGetValue((workspace ?? string.Empty, user), out var entry) ? entry.User : new ChatUser(user);

    /// <summary>A person, asked of Slack where not known; null where Slack does not tell.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="user">The person's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ChatUser?> FindAsync(string workspace, string user, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        _kept.TryGetValue((workspace, user), out var known);
        if (known is not null && known.Until > now) return known.IsTold ? known.User : null;
        var asked = await api.ReadAsync("users.info", [("user", user), ("include_locale", "true")], cancellationToken);

        // What was known yesterday is better than nothing while Slack cannot be reached.
        if (asked.Failure is SendResult.RetryAfter) return known is { IsTold: true } ? known.User : null;
        var found = asked.Failure is null ? Read(user, asked.Answer.At("user")) : null;
        Keep(workspace, user, new Entry(found ?? new ChatUser(user), found is not null, now + (found is null ? LongestUnknown : LongestKept)));
        return found;
    }

    /// <summary>Slack tells that somebody changed; of a person who never spoke to the bot nothing is kept.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="person">The person as the event holds it.</param>
    public void Changed(string? workspace, JsonElement person)
    {
        if (person.Text("id") is not { } user || !_kept.TryGetValue((workspace ?? string.Empty, user), out var known)) return;
        var changed = Read(user, person);
        Keep(workspace ?? string.Empty, user, new Entry(changed with { Locale = changed.Locale ?? known.User.Locale }, true, clock.GetCurrentInstant() + LongestKept));
    }

    private void Keep(string workspace, string user, Entry entry)
    {
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[(workspace, user)] = entry;
    }

    private static ChatUser Read(string user, JsonElement person)
    {
        var zone = person.Text("tz");
        var names = person.At("profile");
        var name = new[] { names.Text("display_name"), names.Text("real_name"), person.Text("real_name"), person.Text("name") }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));
        return new ChatUser(user, name, zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null, person.Text("locale"));
    }

    private sealed record Entry(ChatUser User, bool IsTold, Instant Until);
}
