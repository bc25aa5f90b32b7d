using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Pages;

public sealed class PageTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_pasted_message_gets_its_verdict_without_JavaScript()
    {
        var answer = await CheckAsync("Our usual bank account is under audit, please remit the balance to the new account below.");

        Assert.Contains("Stop: do not pay yet", answer, StringComparison.Ordinal);
        Assert.Contains("<mark>", answer, StringComparison.Ordinal);
        Assert.Contains("Reply to send", answer, StringComparison.Ordinal);
        Assert.Contains("What you wrote", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_and_an_opinion_need_no_JavaScript()
    {
        var page = new PageVisitor(_host.Client);
        await page.GoAsync("/");
        await page.SendAsync("/", ("Text", "Our usual bank account is under audit, please remit the balance to the new account below."));
        var answer = page.At;
        await page.PressAsync("why");
        Assert.Contains("Why I warned", page.Words, StringComparison.Ordinal);
        Assert.Contains("bank-account-changed", page.Words, StringComparison.Ordinal);

        await page.GoAsync(answer);
        await page.PressAsync("false-alarm");
        Assert.Contains("Thank you, I have noted that", page.Words, StringComparison.Ordinal);

        await page.GoAsync("/");
        await page.SendAsync("/", ("Text", "Packing list is attached, 40 cartons of 25 kg, the vessel leaves Ningbo on Friday."));
        await page.PressAsync("missed");
        Assert.Contains("What did I miss?", page.Words, StringComparison.Ordinal);
        await page.PressAsync("missed:extra-fee");
        Assert.Contains("Thank you, I have noted that", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deadlines", "That is a word about orders")]
    [InlineData("order 178453210 arrived yesterday", "That is a word about orders")]
    [InlineData("help", "Is this supplier message safe?")]
    public async Task A_command_in_the_form_for_messages_is_not_called_harmless(string words, string title) =>
        Assert.Contains(title, await CheckAsync(words), StringComparison.Ordinal);

    [Fact]
    public async Task A_script_in_a_message_is_shown_and_not_run()
    {
        var answer = await CheckAsync("<script>alert(1)</script> the old account is frozen, pay to the new account <img src=x onerror=alert(1)>");

        Assert.DoesNotContain("<script>alert", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_says_what_to_do() =>
        Assert.Contains("There is nothing to check yet", await CheckAsync("   "), StringComparison.Ordinal);

    [Fact]
    public async Task A_paste_of_40000_characters_is_answered() =>
        Assert.Contains("<h1>", await CheckAsync(string.Concat(Enumerable.Repeat("The goods are ready. ", 1900))), StringComparison.Ordinal);

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "rebound.example")]
    public async Task Callers_from_elsewhere_are_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("Text", "hello")]);
        using var response = await _host.Client.PostAsync("/", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Nothing_inline_may_run()
    {
        using var response = await _host.Client.GetAsync("/");

        Assert.DoesNotContain("unsafe-inline", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_says_that_it_is_ready()
    {
        Assert.Equal("live", await _host.Client.GetStringAsync("/health/live"));
        Assert.Contains("\"status\":\"ready\"", await _host.Client.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7f0e9f0a-3a52-4c5e-9a52-0d6f2f1c4b11")]
    [InlineData("7f0e9f0a-3a52")]
    [InlineData("%3Cscript%3E")]
    public async Task A_check_that_does_not_exist_says_what_to_do(string id)
    {
        using var response = await _host.Client.GetAsync("/check/" + id);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is no such check", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    private async Task<string> CheckAsync(string text)
    {
        var page = await _host.Client.GetStringAsync("/");
        const string Field = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var from = page.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        var token = page[from..page.IndexOf('"', from)];
        using var form = new FormUrlEncodedContent([new("Text", text), new("__RequestVerificationToken", token)]);
        using var response = await _host.Client.PostAsync("/", form);
        return response.Headers.Location is { } answer ? await _host.Client.GetStringAsync(answer) : await response.Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task A_calendar_program_reads_the_deadlines_by_the_link_alone_and_an_old_link_ends()
    {
        await using var host = await RunningHost.StartAsync(new FakeOutside((_, _) => null), "PublicBaseUrl=https://bot.example/base/");
        await SayAsync(host, "order 178453210 宁波明亮 ship by 20 Dec 2030");
        var link = await LinkAsync(host, "calendar");
        var path = link["https://bot.example/base".Length..];

        using (var request = new HttpRequestMessage(HttpMethod.Get, path))
        {
            // Calendar programs come through the proxy, so they are no local callers.
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var calendar = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, calendar.StatusCode);
            Assert.Contains("178453210", await calendar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(link, await LinkAsync(host, "calendar"));
        Assert.NotEqual(link, await LinkAsync(host, "calendar new"));
        using var ended = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
    }

    private static async Task<string> SayAsync(RunningHost host, string text)
    {
        await host.Services.GetRequiredService<IInbox>().AddAsync(
            new IncomingMessage
            {
                EventId = Guid.NewGuid().ToString(),
                Conversation = new(new PlatformId("page"), "local", "c", null, "{}"),
                From = new("me", "Me", "Europe/Berlin"),
                SentAt = SystemClock.Instance.GetCurrentInstant(),
                Text = text,
                Addressing = Addressing.Direct,
            },
            CancellationToken.None);
        await host.AnsweredAsync();
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Outbox.OrderByDescending(o => o.Id).FirstAsync()).Message;
    }

    private static async Task<string> LinkAsync(RunningHost host, string text) =>
        System.Text.RegularExpressions.Regex.Match(await SayAsync(host, text), "https://bot\\.example/base/calendar/[A-Za-z0-9_-]+\\.ics", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
}
