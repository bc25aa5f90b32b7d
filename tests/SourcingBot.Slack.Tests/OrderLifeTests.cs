using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Reminders;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>The whole life of an order, through the signed front door, with the clock moved under the running program.</summary>
public sealed class OrderLifeTests : IAsyncLifetime
{
    private const string Thread = "1772442000.000100";
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly MovedClock _clock = new(At(2026, 3, 2));
    private readonly SlackTranscript _transcript = new();
    private readonly FakeOutside _slack;
    private RunningHost _host = null!;
    private int _posted;
    private int _said;
    private JsonElement _last;

    public OrderLifeTests() => _slack = new(Answer);

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        _slack, _clock, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Fact]
    public async Task From_the_payment_to_the_closed_dispute()
    {
        await SayAsync("order 178453210 Ningbo Bright 5,000 pcs USD 12,400 FOB Ningbo 30/70 ship by 20 Apr");
        await SayAsync("order 178453210 deposit paid");
        await UntilAsync(2026, 4, 2);
        await SayAsync("order 178453210 inspection booked for 9 Apr");
        await UntilAsync(2026, 4, 8);
        await SayAsync("check Order 178453210: goods are ready, please pay the balance USD 8,680 today so that we can book the vessel.");
        await UntilAsync(2026, 4, 10);
        await SayAsync("order 178453210 inspection passed yesterday");
        await SayAsync("order 178453210 balance paid");
        await UntilAsync(2026, 4, 17);
        await SayAsync("order 178453210 shipped today");
        await UntilAsync(2026, 5, 20);
        await SayAsync("order 178453210 arrived yesterday");
        await UntilAsync(2026, 6, 12);
        await PressAsync("Open a dispute");
        await SayAsync("order 178453210 refund asked");
        await UntilAsync(2026, 6, 26);
        await SayAsync("order 178453210 escalated");
        await SayAsync("order 178453210 evidence slot open until 2 Jul");
        await UntilAsync(2026, 7, 1);
        await SayAsync("order 178453210 evidence uploaded");
        await UntilAsync(2026, 7, 8);
        await SayAsync("order 178453210 dispute settled");
        await SayAsync("order 178453210 closed");
        await UntilAsync(2026, 9, 1);

        Approved.Text(CaseTranscript.WithoutNames(_transcript.ToString()), "order-life");
    }

    private static Instant At(int year, int month, int day) => new LocalDateTime(year, month, day, 10, 0).InZoneStrictly(Zone).ToInstant();

    /// <summary>Moves the clock to each reminder in turn, and then to ten o'clock of a day.</summary>
    private async Task UntilAsync(int year, int month, int day)
    {
        var end = At(year, month, day);
        while (await NextAsync() is { } due && due <= end)
        {
            if (due > _clock.GetCurrentInstant()) _clock.MoveTo(due + Duration.FromSeconds(1));
            await _host.Services.GetRequiredService<ReminderSweep>().RunOnceAsync(CancellationToken.None);
            await WriteDownAsync();
        }

        _clock.MoveTo(end);
    }

    private async Task<Instant?> NextAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().WaitingReminders.OrderBy(r => r.DueAt).Select(r => (Instant?)r.DueAt).FirstOrDefaultAsync();
    }

    private async Task SayAsync(string text)
    {
        Time();
        _transcript.Line("ann: " + text);
        var number = ++_said;
        await PostAsync("/slack/events", JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = "T1",
            api_app_id = "A1",
            event_id = "Ev" + number,
            authorizations = new[] { new { team_id = "T1", user_id = "UBOT", is_bot = true } },
            @event = new
            {
                type = "app_mention",
                user = "U1",
                ts = number == 1 ? Thread : string.Create(CultureInfo.InvariantCulture, $"{_clock.GetCurrentInstant().ToUnixTimeSeconds()}.0002{number:00}"),
                thread_ts = number == 1 ? null : Thread,
                text = "<@UBOT> " + text,
                channel = "C1",
            },
        }), "application/json");
    }

    /// <summary>Presses a button of the last message.</summary>
    private async Task PressAsync(string label)
    {
        var button = _last.GetProperty("blocks").EnumerateArray().Where(b => b.GetProperty("type").GetString() == "actions")
            .SelectMany(b => b.GetProperty("elements").EnumerateArray()).First(e => e.GetProperty("text").GetProperty("text").GetString() == label);
        Time();
        _transcript.Line($"ann presses [{label}] in {_last.GetProperty("channel").GetString()}");
        var channel = _last.GetProperty("channel").GetString()!;
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            team = new { id = "T1" },
            user = new { id = "U1", team_id = "T1" },
            channel = new { id = channel },
            container = new { type = "message", message_ts = "1772438499.000300", channel_id = channel },
            message = new { ts = "1772438499.000300", thread_ts = channel == "C1" ? Thread : null },
            trigger_id = "press" + ++_said,
            actions = new[] { new { type = "button", action_id = button.GetProperty("action_id").GetString(), value = button.GetProperty("value").GetString(), action_ts = "1772438499.100000" } },
        });
        await PostAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(payload), "application/x-www-form-urlencoded");
    }

    private async Task PostAsync(string path, string body, string mediaType)
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request(path, body, mediaType, _clock.Behind));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await WriteDownAsync();
    }

    private async Task WriteDownAsync()
    {
        await _host.AnsweredAsync();
        while (_posted < _slack.Messages.Count)
        {
            var (method, body) = _slack.Messages[_posted++];
            Time();
            _last = JsonDocument.Parse(body).RootElement;
            _transcript.Message(method, _last);
        }
    }

    private void Time() => _transcript.Line("--- " + _clock.GetCurrentInstant().InZone(Zone).ToString("ddd d MMM uuuu HH:mm", CultureInfo.InvariantCulture));

    private HttpResponseMessage? Answer(HttpRequestMessage request, string body) => request.RequestUri!.AbsolutePath.Split('/')[^1] switch
    {
        "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
        "users.info" => Ok(new { ok = true, user = new { id = "U1", tz = "Europe/Berlin", locale = "en-GB", profile = new { display_name = "Ann" } } }),
        "chat.postMessage" => Ok(new { ok = true, ts = string.Create(CultureInfo.InvariantCulture, $"1772500000.{_slack.Calls("chat.postMessage").Count:000000}"), channel = JsonDocument.Parse(body).RootElement.GetProperty("channel").GetString() is "C1" ? "C1" : "D1" }),
        "conversations.open" => Ok(new { ok = true, channel = new { id = "D1" } }),
        "chat.postEphemeral" => Ok(new { ok = true, message_ts = "1772500000.000000" }),
        "chat.update" => Ok(new { ok = true, ts = "1772500000.000000", channel = "C1" }),
        _ => null,
    };

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
