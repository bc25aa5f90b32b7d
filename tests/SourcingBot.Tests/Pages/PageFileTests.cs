using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Evidence;
using SourcingBot.Host.Pages;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Pages;

/// <summary>Files on the local page, in and out.</summary>
public sealed class PageFileTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("page.html", "filename=page.html")]
    [InlineData("发票 😀.pdf", "filename*=UTF-8''%E5%8F%91%E7%A5%A8%20%F0%9F%98%80.pdf")]
    [InlineData("a\";\r\nSet-Cookie: x=1;.pdf", "filename")]
    [InlineData("../../etc/passwd", "filename=passwd")]
    public async Task A_file_is_downloaded_and_never_shown_or_run(string name, string disposition)
    {
        var id = await OutgoingFiles.StoreAsync(_host, name, "<script>alert(1)</script>"u8.ToArray());

        foreach (var path in new[] { $"/files/{id}", $"/files/stored/{id:N}" })
        {
            using var response = await _host.Client.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal("<script>alert(1)</script>", await response.Content.ReadAsStringAsync());
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
            var told = response.Content.Headers.NonValidated["Content-Disposition"].ToString();
            Assert.StartsWith("attachment;", told, StringComparison.Ordinal);
            Assert.Contains(disposition, told, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Host", "rebound.example")]
    public async Task Callers_from_elsewhere_get_no_file(string header, string value)
    {
        var id = await OutgoingFiles.StoreAsync(_host, "a.pdf", [1]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/files/00000000-0000-0000-0000-000000000009")]
    [InlineData("/files/stored/nonsense")]
    [InlineData("/files/other/00000000000000000000000000000009")]
    [InlineData("/files/stored/..%2f..%2ftest.db")]
    public async Task What_is_no_file_is_not_found(string path)
    {
        using var response = await _host.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task An_uploaded_file_becomes_an_attachment_that_is_kept_without_being_copied()
    {
        var (attachment, problem) = await _host.Services.GetRequiredService<PageFiles>().StoreAsync("../invoice.pdf", "application/pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), long.MaxValue, CancellationToken.None);
        Assert.Null(problem);
        var message = new IncomingMessage
        {
            EventId = "e1",
            Conversation = PageChat.ConversationOf(Guid.NewGuid()),
            From = new ChatUser("local", "You"),
            SentAt = NodaTime.Instant.FromUtc(2026, 6, 1, 9, 0),
            Text = string.Empty,
            Addressing = Addressing.OrderForm,
            Attachments = [attachment!],
        };
        await using var scope = _host.Services.CreateAsyncScope();

        var kept = Assert.IsType<TakenFile.Kept>(Assert.Single(await scope.ServiceProvider.GetRequiredService<EvidenceIntake>().TakeAsync(new Turn(message, 1), null, null, CancellationToken.None))).Row;

        Assert.Equal(("invoice.pdf", FileKind.Pdf, 8L), (kept.Name, kept.Kind, kept.Size));
        Assert.Single(Directory.GetFiles(_host.Services.GetRequiredService<EvidenceOptions>().Root, "*", SearchOption.AllDirectories), f => Path.GetFileName(f) == kept.Id.ToString("N"));
    }
}
