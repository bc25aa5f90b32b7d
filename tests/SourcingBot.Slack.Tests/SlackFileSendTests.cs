using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Files that the bot sends in Slack.</summary>
public sealed class SlackFileSendTests : IAsyncLifetime
{
    private static readonly ConversationRef Thread = new(new PlatformId("slack"), "T1", "C1", "1.1", """{"channel":"C1","thread_ts":"1.1"}""");

    private readonly FakeOutside _slack;
    private readonly List<string?> _tokens = [];
    private string _uploadUrl = "https://files.slack.com/upload/v1/abc";
    private Func<HttpRequestMessage, HttpResponseMessage?> _answer = _ => null;
    private RunningHost _host = null!;

    public SlackFileSendTests() => _slack = new FakeOutside((request, _) =>
    {
        var uri = request.RequestUri!;
        if (uri.Host == "files.slack.com") _tokens.Add(request.Headers.Authorization?.ToString());
        return _answer(request) ?? uri.AbsolutePath.Split('/')[^1] switch
        {
            "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
            "chat.postMessage" => Ok(new { ok = true, ts = "1.2", channel = "C1" }),
            "conversations.open" => Ok(new { ok = true, channel = new { id = "D1" } }),
            "files.getUploadURLExternal" => Ok(new { ok = true, upload_url = _uploadUrl, file_id = "F9" }),
            "abc" when uri.Host == "files.slack.com" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("OK - 7") },
            "files.completeUploadExternal" => Ok(new { ok = true, files = new[] { new { id = "F9" } } }),
            _ => null,
        };
    });

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        _slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Fact]
    public async Task A_file_is_put_up_without_the_token_and_shared_in_its_thread_with_its_words()
    {
        await SendAsync(Audience.Conversation);

        Assert.Equal("filename=pack+%E8%B4%A7.zip&length=7", Assert.Single(_slack.Calls("files.getUploadURLExternal")));
        Assert.Equal("content", Assert.Single(_slack.Calls("/abc")));
        Assert.Equal([null], _tokens);
        var shared = Form(Assert.Single(_slack.Calls("files.completeUploadExternal")));
        Assert.Equal(("C1", "1.1", "Your evidence pack."), (shared["channel_id"], shared["thread_ts"], shared["initial_comment"]));
        Assert.Equal("F9", JsonDocument.Parse(shared["files"]).RootElement[0].GetProperty("id").GetString());
        Assert.Equal(QueueStatus.Done, await StatusAsync());
    }

    [Theory]
    [InlineData(Audience.AskerOnly)]
    [InlineData(Audience.Direct)]
    public async Task A_file_for_one_person_goes_to_the_personal_chat(Audience audience)
    {
        await SendAsync(audience);

        var shared = Form(Assert.Single(_slack.Calls("files.completeUploadExternal")));
        Assert.Equal("D1", shared["channel_id"]);
        Assert.False(shared.ContainsKey("thread_ts"));
    }

    [Fact]
    public async Task The_bytes_go_to_no_other_host()
    {
        _uploadUrl = "https://files.slack.com.evil.example/abc";

        await SendAsync(Audience.Conversation);

        Assert.Empty(_slack.Calls("/abc"));
        Assert.Contains("could not be handed over", Assert.Single(_slack.Calls("chat.postMessage")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_for_a_file_that_is_gone_is_told()
    {
        await OutgoingFiles.SendAsync(_host, Thread, "U1", Audience.Conversation, $"stored/{Guid.NewGuid():N}", "a.zip");
        await _host.AnsweredAsync();

        Assert.Empty(_slack.Calls("files.getUploadURLExternal"));
        Assert.Contains("could not be handed over", Assert.Single(_slack.Calls("chat.postMessage")), StringComparison.Ordinal);
        Assert.Equal(QueueStatus.Done, await StatusAsync());
    }

    [Fact]
    public async Task Bytes_that_Slack_does_not_take_at_first_are_sent_again_from_the_beginning()
    {
        var tries = 0;
        _answer = r => r.RequestUri!.AbsolutePath.EndsWith("/abc", StringComparison.Ordinal) && tries++ == 0 ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : null;

        await SendAsync(Audience.Conversation);

        Assert.Equal(2, _slack.Calls("/abc").Count);
        Assert.Single(_slack.Calls("files.completeUploadExternal"));
    }

    [Fact]
    public async Task A_missing_scope_keeps_the_file_waiting_and_is_told_to_the_operator()
    {
        _answer = r => r.RequestUri!.AbsolutePath.EndsWith("files.getUploadURLExternal", StringComparison.Ordinal) ? Ok(new { ok = false, error = "missing_scope", needed = "files:write" }) : null;
        var file = await OutgoingFiles.StoreAsync(_host, "a.zip", "content"u8.ToArray());

        await OutgoingFiles.SendAsync(_host, Thread, "U1", Audience.Conversation, $"stored/{file:N}", "a.zip");
        await _slack.WaitAsync("files.getUploadURLExternal");

        await _host.LoggedAsync("lacks the scope files:write");
        Assert.NotEqual(QueueStatus.Dead, await StatusAsync());
    }

    private static Dictionary<string, string> Form(string body) =>
        body.Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => WebUtility.UrlDecode(p[1]), StringComparer.Ordinal);

    private async Task SendAsync(Audience audience)
    {
        var file = await OutgoingFiles.StoreAsync(_host, "pack 货.zip", "content"u8.ToArray());
        await OutgoingFiles.SendAsync(_host, Thread, "U1", audience, $"stored/{file:N}", "pack 货.zip");
        await _host.AnsweredAsync();
    }

    private async Task<QueueStatus> StatusAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Outbox.Select(o => o.Status).SingleAsync();
    }

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
