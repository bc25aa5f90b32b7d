using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Files in Teams: those that people send, and those that the bot hands over.</summary>
public sealed class TeamsFileTests : IAsyncLifetime
{
    private const string Address = "https://contoso-my.sharepoint.com/personal/eva/_layouts/15/download.aspx?UniqueId=1&tempauth=x";
    private const string Upload = "https://contoso-my.sharepoint.com/personal/eva/upload?tempauth=y";
    private const string Inline = TestBotFramework.ServiceUrl + "v3/attachments/1/views/original";

    private static readonly ConversationRef Personal = new(new PlatformId("teams"), "tenant", "a:1", null, "{\"serviceUrl\":\"" + TestBotFramework.ServiceUrl + "\",\"user\":{\"id\":\"29:eva\"},\"bot\":{\"id\":\"28:bot\"},\"conversation\":{\"id\":\"a:1\",\"isGroup\":false}}");

    private readonly TestBotFramework _framework = new();
    private readonly FakeOutside _outside;
    private readonly List<(string Url, string? Token, string? Range)> _called = [];
    private Func<HttpRequestMessage, HttpResponseMessage?> _answer = _ => null;
    private RunningHost _host = null!;

    public TeamsFileTests() => _outside = new FakeOutside((request, _) =>
    {
        var url = request.RequestUri!.AbsoluteUri;
        if (_framework.Answer(request) is { } known) return known;
        if (url.StartsWith(TestBotFramework.ServiceUrl + "v3/conversations", StringComparison.Ordinal)) return TestBotFramework.Ok(new { id = "sent" });
        _called.Add((url, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentRange?.ToString()));
        return _answer(request);
    });

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(_outside, TestBotFramework.Settings);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _framework.Dispose();
        Assert.Empty(_outside.Unexpected);
    }

    [Fact]
    public async Task A_file_of_the_personal_chat_is_fetched_without_any_token_and_kept()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? Bytes("%PDF-1.7"u8.ToArray(), "application/pdf") : null;

        var kept = Assert.IsType<TakenFile.Kept>(await TakeAsync(File(Address))).Row;

        Assert.Equal(("invoice.pdf", FileKind.Pdf), (kept.Name, kept.Kind));
        Assert.Equal([(Address, null, null)], _called);
    }

    [Fact]
    public async Task A_picture_inside_the_text_is_fetched_with_the_bots_token_from_the_connector_alone()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Inline ? Bytes([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg") : null;

        Assert.IsType<TakenFile.Kept>(await TakeAsync(new { contentType = "image/*", contentUrl = Inline }));

        Assert.Equal([(Inline, "Bearer bot-token", null)], _called);
    }

    [Theory]
    [InlineData("https://evil.example/a")]
    [InlineData("https://contoso-my.sharepoint.com/a")]
    [InlineData("http://smba.trafficmanager.net/emea/v3/attachments/1")]
    public async Task The_bots_token_goes_to_no_other_host(string address)
    {
        Assert.Equal(NotKeptReason.Refused, await NotKeptAsync(new { contentType = "image/*", contentUrl = address }));

        Assert.Empty(_called);
    }

    [Theory]
    [InlineData("https://evil.example/a")]
    [InlineData("https://contoso.sharepoint.com.evil.example/a")]
    [InlineData("https://evilsharepoint.com/a")]
    [InlineData("https://contoso.sharepoint.com:8443/a")]
    [InlineData("https://contoso.sharepoint.com@evil.example/a")]
    [InlineData("http://contoso.sharepoint.com/a")]
    [InlineData("http://127.0.0.1/a")]
    [InlineData("http://169.254.169.254/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public async Task An_address_that_is_not_Microsofts_is_never_called(string address)
    {
        Assert.Equal(NotKeptReason.Refused, await NotKeptAsync(File(address)));

        Assert.Empty(_called);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, NotKeptReason.Expired)]
    [InlineData(HttpStatusCode.Forbidden, NotKeptReason.Expired)]
    [InlineData(HttpStatusCode.NotFound, NotKeptReason.Expired)]
    [InlineData(HttpStatusCode.Found, NotKeptReason.Refused)]
    [InlineData(HttpStatusCode.ServiceUnavailable, NotKeptReason.Unreachable)]
    public async Task A_file_that_cannot_be_had_is_told_with_its_reason(HttpStatusCode status, NotKeptReason reason)
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? new HttpResponseMessage(status) { Headers = { Location = new Uri("https://evil.example/") } } : null;

        Assert.Equal(reason, await NotKeptAsync(File(Address)));
        Assert.Single(_called);
    }

    [Fact]
    public async Task A_page_to_sign_in_instead_of_the_file_means_that_the_link_has_run_out()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? Bytes("<html>Sign in</html>"u8.ToArray(), "text/html") : null;

        Assert.Equal(NotKeptReason.Expired, await NotKeptAsync(File(Address)));
    }

    [Fact]
    public async Task In_a_channel_the_person_is_told_that_files_do_not_reach_the_bot_there()
    {
        var not = Assert.IsType<TakenFile.NotKept>(await TakeAsync(new { contentType = "text/html", content = "<p><at>SourcingBot</at></p><attachment id=\"1\"></attachment>" }, channel: true));

        Assert.Equal(NotKeptReason.NotPossibleHere, not.Reason);
        Assert.StartsWith("Files do not reach me here. Open the chat with me", not.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_personal_chat_a_file_is_offered_put_into_the_persons_OneDrive_and_shown()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Upload && r.Method == HttpMethod.Put ? TestBotFramework.Ok(new { id = "1" }) : null;
        var offer = await OfferAsync(Personal, Audience.Conversation);
        var consent = Sent().GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", consent.GetProperty("contentType").GetString());
        Assert.Equal(7, consent.GetProperty("content").GetProperty("sizeInBytes").GetInt64());
        Assert.Equal(offer.ToString("N"), consent.GetProperty("content").GetProperty("acceptContext").GetProperty("offer").GetString());

        await AnswerAsync(offer, "accept");

        Assert.Equal([(Upload, null, "bytes 0-6/7")], _called);
        Assert.Equal("content", Assert.Single(_outside.Calls("/upload")));
        var shown = Sent().GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", shown.GetProperty("contentType").GetString());
        Assert.Equal("u1", shown.GetProperty("content").GetProperty("uniqueId").GetString());
    }

    [Fact]
    public async Task A_file_that_is_not_wanted_is_not_sent()
    {
        var offer = await OfferAsync(Personal, Audience.Conversation);

        await AnswerAsync(offer, "decline");

        Assert.Contains("I have not sent", Sent().GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(_called);
    }

    [Fact]
    public async Task An_offer_to_somebody_else_gives_nothing()
    {
        var offer = await OfferAsync(Personal, Audience.Conversation);

        await AnswerAsync(offer, "accept", from: "29:mallory");

        Assert.Contains("That offer is over", Sent().GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(_called);
    }

    [Fact]
    public async Task The_bytes_go_to_no_other_host()
    {
        var offer = await OfferAsync(Personal, Audience.Conversation);

        await AnswerAsync(offer, "accept", uploadUrl: "https://evil.example/put");

        Assert.Empty(_called);
    }

    [Fact]
    public async Task In_a_channel_a_sentence_leads_to_the_personal_chat()
    {
        await OfferAsync(Personal with { AdapterData = Personal.AdapterData.Replace("\"isGroup\":false", "\"isGroup\":true", StringComparison.Ordinal) }, Audience.Conversation);

        Assert.Contains("Open the chat with me and ask for it there", Sent().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static object File(string url) => new { contentType = "application/vnd.microsoft.teams.file.download.info", name = "invoice.pdf", contentUrl = "https://contoso-my.sharepoint.com/personal/eva/invoice.pdf", content = new { downloadUrl = url, uniqueId = "1", fileType = "pdf" } };

    /// <summary>The last message that the connector took.</summary>
    private JsonElement Sent() => JsonDocument.Parse(((IReadOnlyList<string>)[.. _outside.Calls("/activities"), .. _outside.Calls("/activities/m1")])[^1]).RootElement;

    private async Task<Guid> OfferAsync(ConversationRef conversation, Audience audience)
    {
        var file = await OutgoingFiles.StoreAsync(_host, "pack.zip", "content"u8.ToArray());
        var offer = await OutgoingFiles.SendAsync(_host, conversation, "29:eva", audience, $"stored/{file:N}", "pack.zip");
        await _host.AnsweredAsync();
        return offer;
    }

    private async Task AnswerAsync(Guid offer, string action, string from = "29:eva", string uploadUrl = Upload)
    {
        var context = new { offer = offer.ToString("N") };
        using var response = await _host.Client.SendAsync(TestBotFramework.Request(
            JsonSerializer.Serialize(Activity("invoke", from, channel: false, name: "fileConsent/invoke", value: new
            {
                type = "fileUpload",
                action,
                context,
                uploadInfo = action == "accept" ? new { contentUrl = "https://contoso-my.sharepoint.com/personal/eva/pack.zip", name = "pack.zip", uploadUrl, uniqueId = "u1", fileType = "zip" } : null,
            })),
            _framework.Token()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await _host.AnsweredAsync();
    }

    private async Task<NotKeptReason> NotKeptAsync(object attachment) => Assert.IsType<TakenFile.NotKept>(await TakeAsync(attachment)).Reason;

    private async Task<TakenFile> TakeAsync(object attachment, bool channel = false)
    {
        using var response = await _host.Client.SendAsync(TestBotFramework.Request(JsonSerializer.Serialize(Activity("message", "29:eva", channel, attachments: [attachment])), _framework.Token()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var stored = JsonSerializer.Deserialize(await db.Inbox.Select(r => r.Payload).SingleAsync(), ChatJson.Default.IncomingEvent)!;
        var taken = await scope.ServiceProvider.GetRequiredService<EvidenceIntake>().TakeAsync(new Turn(stored, 1, isLastAttempt: true), null, null, CancellationToken.None);
        await db.SaveChangesAsync();
        return Assert.Single(taken);
    }

    private static object Activity(string type, string from, bool channel, string? name = null, object? value = null, object[]? attachments = null) => new
    {
        type,
        id = "m1",
        name,
        value,
        channelId = "msteams",
        serviceUrl = TestBotFramework.ServiceUrl,
        timestamp = "2026-06-01T09:00:00Z",
        text = channel ? "<at>SourcingBot</at>" : string.Empty,
        from = new { id = from, name = "Eva" },
        recipient = new { id = "28:" + TestBotFramework.App, name = "SourcingBot" },
        conversation = new { id = channel ? "19:x@thread.tacv2" : "a:1", conversationType = channel ? "channel" : "personal", isGroup = channel, tenantId = "tenant" },
        channelData = new { tenant = new { id = "tenant" } },
        attachments = attachments ?? [],
        entities = channel ? new[] { new { type = "mention", text = "<at>SourcingBot</at>", mentioned = new { id = "28:" + TestBotFramework.App } } } : [],
    };

    private static HttpResponseMessage Bytes(byte[] bytes, string type)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return response;
    }
}
