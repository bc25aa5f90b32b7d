using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Files that people send in Slack: what is kept, what is not, and where the bot's token goes.</summary>
public sealed class SlackFileTests : IAsyncLifetime
{
    private const string Address = "https://files.slack.com/files-pri/T1-F1/download/photo.jpg";

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly FakeOutside _slack;
    private readonly List<(string Url, string? Token)> _fetched = [];
    private Func<HttpRequestMessage, HttpResponseMessage?> _answer = _ => null;
    private RunningHost _host = null!;

    public SlackFileTests() => _slack = new FakeOutside((request, _) =>
    {
        var method = request.RequestUri!.AbsolutePath.Split('/')[^1];
        if (request.RequestUri.Host != "slack.example") _fetched.Add((request.RequestUri.AbsoluteUri, request.Headers.Authorization?.ToString()));
        return _answer(request) ?? method switch
        {
            "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
            "chat.postMessage" => Ok(new { ok = true, ts = "2.2", channel = "D1" }),
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
    public async Task A_photo_is_fetched_with_the_token_and_kept()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? Bytes(Photo, "image/jpeg") : null;

        var kept = Assert.IsType<TakenFile.Kept>(await TakeAsync(new { id = "F1", name = "../carton 货 😀.jpg", mimetype = "image/jpeg", mode = "hosted", size = Photo.Length, url_private = "https://files.slack.com/other", url_private_download = Address })).Row;

        Assert.Equal(("carton 货 😀.jpg", Photo.Length, FileKind.Jpeg), (kept.Name, kept.Size, kept.Kind));
        Assert.Equal([(Address, "Bearer xoxb-test")], _fetched);
    }

    [Fact]
    public async Task A_lying_content_type_changes_nothing()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? Bytes("MZ\u0090\0"u8.ToArray(), "image/jpeg") : null;

        var kept = Assert.IsType<TakenFile.Kept>(await TakeAsync(File(Address))).Row;

        Assert.Equal((FileKind.Unknown, "image/jpeg"), (kept.Kind, kept.DeclaredType));
    }

    [Fact]
    public async Task A_web_page_that_a_person_sent_is_a_file()
    {
        _answer = r =>
        {
            if (r.RequestUri!.AbsoluteUri != Address) return null;
            var page = Bytes("<html>listing</html>"u8.ToArray(), "text/html");
            page.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "listing.html" };
            return page;
        };

        Assert.IsType<TakenFile.Kept>(await TakeAsync(File(Address)));
    }

    [Theory]
    [InlineData("https://files.slack.com.evil.example/a")]
    [InlineData("https://evil.example/files.slack.com")]
    [InlineData("https://files.slack.com@evil.example/a")]
    [InlineData("https://files.slack.com:8443/a")]
    [InlineData("https://user:pw@files.slack.com/a")]
    [InlineData("http://files.slack.com/a")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:22/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//files.slack.com/a")]
    [InlineData("nonsense")]
    public async Task An_address_that_is_not_Slacks_is_never_called(string address)
    {
        Assert.Equal(NotKeptReason.Refused, await NotKeptAsync(File(address)));

        Assert.Empty(_fetched);
    }

    [Theory]
    [InlineData("https://evil.example/photo.jpg")]
    [InlineData("http://files.slack.com/photo.jpg")]
    [InlineData("/elsewhere")]
    public async Task A_redirect_is_not_followed(string target)
    {
        _answer = r =>
        {
            if (r.RequestUri!.AbsoluteUri != Address) return null;
            var redirect = new HttpResponseMessage(HttpStatusCode.Found);
            redirect.Headers.Location = new Uri(target, UriKind.RelativeOrAbsolute);
            return redirect;
        };

        Assert.Equal(NotKeptReason.Refused, await NotKeptAsync(File(Address)));
        Assert.Equal(Address, Assert.Single(_fetched).Url);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_to_sign_in_instead_of_the_file_is_told_to_the_operator(bool asRedirect)
    {
        _answer = r =>
        {
            if (r.RequestUri!.AbsoluteUri != Address) return null;
            if (!asRedirect) return Bytes("<!DOCTYPE html><html>Sign in</html>"u8.ToArray(), "text/html");
            var redirect = new HttpResponseMessage(HttpStatusCode.Found);
            redirect.Headers.Location = new Uri("https://ourteam.slack.com/?redir=%2Ffiles-pri%2F");
            return redirect;
        };

        Assert.Equal(NotKeptReason.Refused, await NotKeptAsync(File(Address)));
        Assert.Contains(_host.Logs.Of(LogLevel.Error), l => l.Contains("lacks the scope files:read", StringComparison.Ordinal));
        Assert.Contains("files:read", await _host.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, NotKeptReason.Expired)]
    [InlineData(HttpStatusCode.Gone, NotKeptReason.Expired)]
    [InlineData(HttpStatusCode.Forbidden, NotKeptReason.Refused)]
    [InlineData(HttpStatusCode.ServiceUnavailable, NotKeptReason.Unreachable)]
    [InlineData(HttpStatusCode.TooManyRequests, NotKeptReason.Unreachable)]
    public async Task A_file_that_cannot_be_had_is_told_with_its_reason(HttpStatusCode status, NotKeptReason reason)
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? new HttpResponseMessage(status) : null;

        Assert.Equal(reason, await NotKeptAsync(File(Address)));
    }

    [Fact]
    public async Task An_empty_file_is_told()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? Bytes([], "image/jpeg") : null;

        Assert.Equal(NotKeptReason.Empty, await NotKeptAsync(File(Address)));
    }

    [Fact]
    public async Task A_file_that_says_it_is_too_large_is_not_even_asked_for()
    {
        Assert.Equal(NotKeptReason.TooLarge, await NotKeptAsync(new { id = "F1", name = "film.mp4", size = 100 * 1024 * 1024 + 1, url_private_download = Address }));

        Assert.Empty(_fetched);
    }

    [Fact]
    public async Task A_file_that_never_ends_is_cut_at_the_limit()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Zeros()) } : null;

        Assert.Equal(NotKeptReason.TooLarge, await NotKeptAsync(File(Address)));
    }

    [Theory]
    [InlineData("tombstone", NotKeptReason.Expired)]
    [InlineData("external", NotKeptReason.Elsewhere)]
    [InlineData("hidden_by_limit", NotKeptReason.Refused)]
    public async Task What_is_no_file_of_Slacks_is_told(string mode, NotKeptReason reason)
    {
        Assert.Equal(reason, await NotKeptAsync(new { id = "F1", name = "a", mode, url_private = "https://drive.example/a" }));

        Assert.Empty(_fetched);
    }

    [Theory]
    [InlineData("""{"id": "F1", "file_access": "check_file_info"}""")]
    [InlineData("""{"id": "F1", "name": "photo.jpg"}""")]
    public async Task Of_a_file_of_another_company_the_details_are_asked_first(string file)
    {
        _answer = r => r.RequestUri!.AbsolutePath == "/api/files.info" ? Ok(new { ok = true, file = new { id = "F1", name = "photo.jpg", mode = "hosted", url_private_download = Address } })
            : r.RequestUri.AbsoluteUri == Address ? Bytes(Photo, "image/jpeg") : null;

        Assert.IsType<TakenFile.Kept>(await TakeAsync(JsonDocument.Parse(file).RootElement));

        Assert.Contains("file=F1", Assert.Single(_slack.Calls("files.info")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file_not_found", NotKeptReason.Expired)]
    [InlineData("file_deleted", NotKeptReason.Expired)]
    [InlineData("missing_scope", NotKeptReason.Refused)]
    [InlineData("internal_error", NotKeptReason.Unreachable)]
    public async Task Details_that_Slack_does_not_tell_are_a_reason_and_no_fault(string error, NotKeptReason reason)
    {
        _answer = r => r.RequestUri!.AbsolutePath == "/api/files.info" ? Ok(new { ok = false, error }) : null;

        Assert.Equal(reason, await NotKeptAsync(new { id = "F1", file_access = "check_file_info" }));
    }

    [Fact]
    public async Task An_event_that_an_earlier_version_stored_is_still_read()
    {
        const string Stored = """
            {"kind":"message","eventId":"e1","conversation":{"platform":{"value":"slack"},"workspace":"T1","conversation":"D1","adapterData":"{}"},"from":{"id":"U1"},"sentAt":"2026-06-01T09:00:00Z",
            "text":"","addressing":"Direct","attachments":[{"name":"a.jpg","mediaType":"image/jpeg","isImage":true}]}
            """;

        var old = Assert.Single(Assert.IsType<IncomingMessage>(JsonSerializer.Deserialize(Stored, ChatJson.Default.IncomingEvent)).Attachments);

        Assert.Equal(new AttachmentInfo("a.jpg", "image/jpeg", true), old);
        Assert.IsType<FileOpening.Expired>(await _host.Services.GetServices<IChatPlatform>().Single(p => p.Id.Value == "slack").OpenFileAsync("T1", old, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_that_is_not_mounted_makes_the_host_unready_and_loses_no_file()
    {
        _answer = r => r.RequestUri!.AbsoluteUri == Address ? Bytes(Photo, "image/jpeg") : null;
        using var ready = await _host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var marker = Path.Combine(_host.Services.GetRequiredService<EvidenceOptions>().Root, FilesRoot.Marker);
        System.IO.File.Move(marker, marker + ".away");

        using var unready = await _host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        Assert.Contains("Files:Root", await unready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<FileNotReachedException>(() => TakeAsync(File(Address), isLastAttempt: false));
    }

    private static object File(string url) => new { id = "F1", name = "photo.jpg", mimetype = "image/jpeg", mode = "hosted", url_private_download = url };

    private async Task<NotKeptReason> NotKeptAsync(object file) => Assert.IsType<TakenFile.NotKept>(await TakeAsync(file)).Reason;

    /// <summary>A person sends a file in the personal chat; the stored event is then taken for a case.</summary>
    private async Task<TakenFile> TakeAsync(object file, bool isLastAttempt = true)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = "T1",
            event_id = "Ev1",
            authorizations = new[] { new { team_id = "T1", user_id = "UBOT", is_bot = true } },
            @event = new { type = "message", subtype = "file_share", channel = "D1", channel_type = "im", user = "U1", text = "", ts = "1760000006.000100", files = new[] { file } },
        });
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var stored = JsonSerializer.Deserialize(await db.Inbox.Select(r => r.Payload).SingleAsync(), ChatJson.Default.IncomingEvent)!;
        var taken = await scope.ServiceProvider.GetRequiredService<EvidenceIntake>().TakeAsync(new Turn(stored, 1, isLastAttempt), null, null, CancellationToken.None);
        await db.SaveChangesAsync();
        return Assert.Single(taken);
    }

    private static HttpResponseMessage Bytes(byte[] bytes, string type)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return response;
    }

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };

    private sealed class Zeros : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
