using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

public sealed class SlackFrontDoorTests : IAsyncLifetime
{
    private const string Risky = "Our usual bank account is under audit, please remit the balance to the new account below.";

    private readonly FakeOutside _slack = new((request, _) => request.RequestUri!.AbsolutePath.Split('/')[^1] switch
    {
        "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
        "users.info" => Ok(new { ok = true, user = new { id = "U1", tz = "Asia/Shanghai" } }),
        "chat.postMessage" or "chat.update" => Ok(new { ok = true, ts = "1760000001.000200", channel = "C1" }),
        "chat.postEphemeral" => Ok(new { ok = true, message_ts = "1760000001.000200" }),
        "respond" => Ok(new { ok = true }),
        _ => null,
    });

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        _slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Fact]
    public async Task A_mention_is_acknowledged_with_nothing_and_answered_in_its_thread()
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", SignedSlack.Mention("Ev1", Risky)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        var sent = JsonDocument.Parse((await _slack.WaitAsync("chat.postMessage"))[0]).RootElement;
        Assert.Equal("1760000000.000100", sent.GetProperty("thread_ts").GetString());
        Assert.StartsWith("Stop: do not pay yet", sent.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.False(sent.GetProperty("unfurl_links").GetBoolean());
    }

    [Fact]
    public async Task A_mention_alone_with_a_shared_message_checks_the_shared_message_once()
    {
        await PostAsync(SharedBy(SignedSlack.Mention("Ev1", string.Empty), Risky));

        var sent = JsonDocument.Parse((await _slack.WaitAsync("chat.postMessage"))[0]).RootElement;
        Assert.StartsWith("Stop: do not pay yet", sent.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(Risky, await StoredTextAsync());
    }

    [Fact]
    public async Task A_shared_message_that_the_text_repeats_is_read_once()
    {
        await PostAsync(SharedBy(SignedSlack.Mention("Ev1", "what about this? " + Risky), Risky));

        await _slack.WaitAsync("chat.postMessage");
        Assert.Equal("what about this? " + Risky, await StoredTextAsync());
    }

    [Fact]
    public async Task A_shortcut_on_a_forwarded_message_checks_the_forwarded_words()
    {
        var payload = JsonSerializer.Serialize(new
        {
            type = "message_action",
            callback_id = "check_message",
            trigger_id = "1.9",
            response_url = "https://slack.example/respond",
            action_ts = "1760000024.000100",
            channel = new { id = "C1" },
            user = new { id = "U1" },
            team = new { id = "T1" },
            message = new { type = "message", user = "U2", ts = "1760000001.000100", text = "", attachments = new[] { new { is_share = true, ts = "1759276800.000200", text = Risky, fallback = Risky } } },
        });

        using var response = await _host.Client.SendAsync(SignedSlack.Form("/slack/interactions", [("payload", payload)]));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("Stop: do not pay yet", JsonDocument.Parse((await _slack.WaitAsync("respond"))[0]).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_of_a_linked_page_is_no_part_of_the_message()
    {
        var body = SharedBy(SignedSlack.Mention("Ev1", "The goods left the factory this morning, photos will follow."), Risky)
            .Replace("\"is_share\":true", "\"from_url\":\"https://news.example/a\"", StringComparison.Ordinal);
        await PostAsync(body);

        Assert.StartsWith("No warning sign", JsonDocument.Parse((await _slack.WaitAsync("chat.postMessage"))[0]).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_a_label_hides_is_shown_with_the_label()
    {
        await PostAsync(SignedSlack.Mention("Ev1", "The goods left the factory, write to <mailto:evil@x.com|sales@good.com>"));

        var sent = (await _slack.WaitAsync("chat.postMessage"))[0];
        Assert.Contains("“sales@good.com” leads to evil@x.com", System.Text.RegularExpressions.Regex.Unescape(sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_date_counts_from_the_shared_message_in_the_zone_that_Slack_tells_of_the_asker()
    {
        // 30 September 2025, 20:00 UTC: 1 October in Shanghai.
        await PostAsync(SharedBy(SignedSlack.Mention("Ev1", string.Empty), "Balance USD 4,000 for 500 pcs, goods are ready, we ship today.", "1759262400.000200"));
        await PostAsync(SignedSlack.Mention("Ev2", "help me with this: goods are ready, we ship today", ts: "1760000009.000100"));

        var sent = await _slack.WaitAsync("chat.postMessage", 2);
        Assert.Contains(sent, s => s.Contains("1 Oct 2025", StringComparison.Ordinal));
        Assert.Single(_slack.Calls("users.info"));
    }

    [Fact]
    public async Task One_message_told_three_times_is_answered_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PostAsync(SignedSlack.Mention("Ev1", Risky))));
        await PostAsync(SignedSlack.Mention("Ev2", Risky)); // the same message as another kind of event
        await PostAsync(SignedSlack.Mention("Ev3", "help", ts: "1760000009.000100"));

        var sent = await _slack.WaitAsync("chat.postMessage", 2);
        Assert.Equal(1, sent.Count(s => s.Contains("Stop: do not pay yet. ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_outsiders_read_along_only_the_asker_sees_the_answer()
    {
        await PostAsync(SignedSlack.Mention("Ev1", Risky, shared: true));

        var sent = JsonDocument.Parse((await _slack.WaitAsync("chat.postEphemeral"))[0]).RootElement;
        Assert.Equal("U1", sent.GetProperty("user").GetString());
        Assert.Empty(_slack.Calls("chat.postMessage"));
    }

    [Fact]
    public async Task A_slash_command_is_answered_through_its_response_url()
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request(
            "/slack/commands", "command=%2Fsourcing&team_id=T1&channel_id=C1&user_id=U1&trigger_id=1.2&text=help&response_url=https%3A%2F%2Fslack.example%2Frespond", "Application/X-WWW-Form-Urlencoded; charset=utf-8"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var sent = JsonDocument.Parse((await _slack.WaitAsync("respond"))[0]).RootElement;
        Assert.Equal("ephemeral", sent.GetProperty("response_type").GetString());
    }

    [Fact]
    public async Task A_response_url_of_somebody_else_is_never_called()
    {
        await _host.Client.SendAsync(SignedSlack.Request(
            "/slack/commands", "command=%2Fsourcing&team_id=T1&channel_id=C1&user_id=U1&trigger_id=1.2&text=help&response_url=https%3A%2F%2Fevil.example%2Frespond", "application/x-www-form-urlencoded"));

        await _slack.WaitAsync("chat.postEphemeral");
        Assert.Empty(_slack.Calls("respond"));
    }

    [Theory]
    [InlineData("<!channel> pay to the new account, old account is frozen", "<!channel>")]
    [InlineData("<script>alert(1)</script> pay to the new account, old account is frozen", "<script>")]
    public async Task Words_from_outside_are_never_markup(string text, string poison)
    {
        await PostAsync(SignedSlack.Mention("Ev1", text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)));

        var sent = JsonDocument.Parse((await _slack.WaitAsync("chat.postMessage"))[0]).RootElement;
        Assert.DoesNotContain(poison, sent.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("mrkdwn", sent.GetProperty("blocks").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"type\":")]
    [InlineData("1")]
    public async Task A_body_that_is_no_event_is_refused(string body)
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(330)]
    [InlineData(-330)]
    public async Task A_time_stamp_too_far_off_is_refused_in_both_directions(int seconds)
    {
        using var response = await _host.Client.SendAsync(
            SignedSlack.Request("/slack/events", SignedSlack.Mention("Ev1", "help"), age: TimeSpan.FromSeconds(seconds)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", SignedSlack.Mention("Ev1", "help"), secret: "other"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Half_a_character_does_no_harm()
    {
        var body = SignedSlack.Mention("Ev1", "PLACE").Replace("PLACE", "pay to the new account \\ud800, the old account is frozen", StringComparison.Ordinal);

        await PostAsync(body);

        Assert.Single(await _slack.WaitAsync("chat.postMessage"));
    }

    [Fact]
    public async Task Half_a_character_in_a_name_is_refused_and_not_a_fault_of_the_program()
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", "{\"\\ud800\\ud800\":1}"));

        Assert.InRange((int)response.StatusCode, 200, 499);
    }

    /// <summary>The same event with a message that it shares.</summary>
    private static string SharedBy(string mention, string text, string ts = "1759276800.000200")
    {
        var envelope = System.Text.Json.Nodes.JsonNode.Parse(mention)!;
        envelope["event"]!["attachments"] = JsonSerializer.SerializeToNode(new[] { new { is_share = true, ts, text, fallback = "lily: " + text } });
        return envelope.ToJsonString();
    }

    private async Task<string?> StoredTextAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Inbox.Select(r => r.Payload).SingleAsync();
        return JsonDocument.Parse(stored).RootElement.GetProperty("text").GetString();
    }

    private async Task PostAsync(string body)
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
