using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Pages;

/// <summary>Cases on the local page: the list, the checklist and its forms.</summary>
public sealed class CasePageTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private PageVisitor _page = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));
        _page = new PageVisitor(_host.Client);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Without_cases_the_page_says_how_to_begin_one_and_every_page_leads_to_it()
    {
        await _page.GoAsync("/cases");

        Assert.Contains("No open cases", _page.Words, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/orders", "/cases" }) Assert.Contains("href=\"/cases\"", (await _page.GoAsync(path)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispute", "the goods arrived broken", "Goods arrived damaged")]
    [InlineData("paid", "", "I have already paid")]
    [InlineData("ready", "178453210", "Check an order before paying")]
    [InlineData("vet", "Ningbo Bright", "Vet a supplier: Ningbo Bright")]
    [InlineData("ddp", "We offer DDP to USA.\nAll duties and taxes are included, extra tariffs and anti-dumping duty too, and we are the importer of record.", "What a DDP offer leaves open")]
    [InlineData("ip", "", "Report copied goods or pictures")]
    public async Task Each_kind_of_case_begins_here_and_shows_its_checklist(string word, string about, string title)
    {
        await BeginAsync(word, about);

        Assert.Contains(title, _page.Words, StringComparison.Ordinal);
        Assert.Contains("Next question", _page.Words, StringComparison.Ordinal);
        Assert.Contains("Begun", _page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("in private", _page.Words, StringComparison.Ordinal);
        var name = _page.Case;
        Assert.Contains($"href=\"/cases/{name}\"", (await _page.GoAsync("/cases")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_without_a_number_is_not_checked_and_the_page_says_why()
    {
        await _page.GoAsync("/cases");
        await _page.SendAsync("/cases", ("Word", "ready"), ("About", "the lamps"));

        Assert.Contains("To check an order I need its number", _page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_with_the_nearest_last_day_stands_first_and_order_and_case_lead_to_each_other()
    {
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        foreach (var (number, ago) in new[] { ("178453210", 10), ("178453299", 28) })
        {
            await _page.GoAsync("/orders");
            foreach (var words in new[] { $"order {number} Ningbo Bright USD 12,400", $"order {number} shipped {Day(today.PlusDays(-ago - 12))}", $"order {number} arrived {Day(today.PlusDays(-ago))}" })
            {
                await _page.GoAsync("/orders");
                await _page.SendAsync("/orders", ("Text", words), ("Zone", "Europe/Berlin"));
            }

            await BeginAsync("dispute", $"{number} arrived broken");
        }

        var urgent = _page.Case;
        await BeginAsync("vet", "Yiwu Star");
        await _page.GoAsync("/cases");

        Assert.True(At("178453299") < At("178453210"), "the order with fewer days left stands first");
        Assert.True(At("178453210") < At("Yiwu Star"), "what has no day stands last");
        Assert.Contains("Last day to ask for a refund", _page.Words, StringComparison.Ordinal);
        Assert.Contains("/orders#o-", _page.Html, StringComparison.Ordinal);
        await _page.GoAsync("/orders");
        Assert.Contains($"href=\"/cases/{urgent}\"", _page.Html, StringComparison.Ordinal);
        Assert.Contains("Last day to ask for a refund", (await _page.GoAsync("/cases/" + urgent)).Words, StringComparison.Ordinal);

        int At(string words) => _page.Words.IndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? at : throw new InvalidOperationException("Not on the page: " + words);
    }

    [Fact]
    public async Task Every_kind_of_answer_is_kept_from_its_form_and_can_be_changed()
    {
        await BeginAsync("dispute", "the goods arrived broken");

        await _page.AnswerAsync("agreed-change", ("Verb", "choose:no"));
        Assert.Contains("Noted", _page.Words, StringComparison.Ordinal);
        Assert.Contains("answered", _page.Item("agreed-change"), StringComparison.Ordinal);
        Assert.Contains("Somebody on the page", _page.Item("agreed-change"), StringComparison.Ordinal);
        await _page.AnswerAsync("paid-on-platform", ("Verb", "choose:part"));
        await _page.AnswerAsync("paid-there", ("Text", "USD 4,000"));
        Assert.Contains("USD 4,000.00", _page.Item("paid-there"), StringComparison.Ordinal);
        await _page.AnswerAsync("delivered-on", ("Text", "2026-11-12"));
        Assert.Contains("Thu 12 Nov 2026", _page.Item("delivered-on"), StringComparison.Ordinal);
        await _page.AnswerAsync("clause", ("Text", "Every piece arrives whole"));
        Assert.Contains("Every piece arrives whole", _page.Item("clause"), StringComparison.Ordinal);
        await _page.AnswerAsync("affected", ("Text", "40 pcs"));
        Assert.Contains("40 pcs", _page.Item("affected"), StringComparison.Ordinal);
        await _page.AnswerAsync("carrier-note", ("Verb", "missing"));
        Assert.Contains("cannot get it", _page.Item("carrier-note"), StringComparison.Ordinal);
        await _page.AnswerAsync("inner-packing", ("Verb", "at-hand"));
        Assert.Contains("have it", _page.Item("inner-packing"), StringComparison.Ordinal);
        await _page.AnswerAsync("messages", ("Verb", "later"));
        Assert.Contains("later", _page.Item("messages"), StringComparison.Ordinal);
        await _page.AnswerAsync("inspector", ("Verb", "skip"));
        Assert.Contains("left out", _page.Item("inspector"), StringComparison.Ordinal);
        await _page.AnswerAsync("agreed-change", ("Verb", "choose:yes"));
        Assert.Contains("Yes", _page.Item("agreed-change"), StringComparison.Ordinal);
        Assert.Contains("Agreed change: No", _page.Words, StringComparison.Ordinal);
        Assert.Contains("Agreed change: Yes", _page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_again_and_a_day_of_two_readings_is_chosen()
    {
        await BeginAsync("dispute", "the goods arrived broken");

        await _page.AnswerAsync("order-amount", ("Text", "a lot"));
        Assert.Contains("I could not read an amount in that", _page.Words, StringComparison.Ordinal);
        Assert.Contains("open", _page.Item("order-amount"), StringComparison.Ordinal);
        await _page.AnswerAsync("delivered-on", ("Text", "03/04/2026"));
        await _page.PressAsync("day:2026-04-03");
        Assert.Contains("Fri 3 Apr 2026", _page.Item("delivered-on"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_a_colleague_gave_meanwhile_is_not_overwritten_without_a_word()
    {
        await BeginAsync("dispute", "the goods arrived broken");
        await ColleagueSaysAsync("case " + _page.Case, "178453210");

        await _page.AnswerAsync("order-number", ("Text", "178453999"));

        Assert.Contains("Ann Lee has answered this in the meantime", _page.Words, StringComparison.Ordinal);
        Assert.Contains("178453210", _page.Item("order-number"), StringComparison.Ordinal);
        await _page.PressAsync("take-mine");
        Assert.Contains("178453999", _page.Item("order-number"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_a_forged_moment_overwrites_nobody()
    {
        await BeginAsync("dispute", "the goods arrived broken");
        var name = _page.Case;
        await ColleagueSaysAsync("case " + name, "178453210");

        await _page.SendAsync("/cases/" + name, ("Question", "order-number"), ("Text", "178453999"), ("Shown", "99999999999999999"));

        Assert.Contains("has answered this in the meantime", _page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_handed_in_gets_an_offer_is_closed_and_taken_up_again()
    {
        await BeginAsync("dispute", "the goods arrived broken");
        var path = "/cases/" + _page.Case;

        await _page.SendAsync(path, ("Verb", "filed"));
        Assert.Contains("Handed in", _page.Words, StringComparison.Ordinal);
        await _page.SendAsync(path, ("Verb", "offer"), ("Text", "Please withdraw the dispute first, then we refund USD 500 to your account"));
        Assert.Contains("An offer is only safe as a proposal inside the refund request", _page.Words, StringComparison.Ordinal);
        Assert.Contains("The supplier: Please withdraw the dispute first", _page.Words, StringComparison.Ordinal);
        await _page.SendAsync(path, ("Verb", "close"));
        Assert.DoesNotContain("name=\"Question\"", _page.Html, StringComparison.Ordinal);
        await _page.SendAsync(path, ("Question", "agreed-change"), ("Verb", "choose:no"));
        Assert.Contains("so nothing was changed", _page.Words, StringComparison.Ordinal);
        Assert.Contains("open", _page.Item("agreed-change"), StringComparison.Ordinal);
        Assert.Contains("Closed cases (1)", (await _page.GoAsync("/cases")).Words, StringComparison.Ordinal);
        await _page.GoAsync(path);
        await _page.SendAsync(path, ("Verb", "reopen"));
        Assert.Contains("Taken up again", _page.Words, StringComparison.Ordinal);
        Assert.Contains("name=\"Question\"", _page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_took_long_leads_to_its_case_too_and_another_answer_does_not()
    {
        await BeginAsync("dispute", "the goods arrived broken");
        var (name, said) = (_page.Case, _page.At[(_page.At.IndexOf("said=", StringComparison.Ordinal) + 5)..]);

        using var led = await _host.Client.GetAsync(new Uri("/check/" + said, UriKind.Relative));
        Assert.Equal($"/cases/{name}?said={said}", led.Headers.Location?.ToString());
        await _page.GoAsync("/");
        await _page.SendAsync("/", ("Text", "The goods are ready."));
        Assert.StartsWith("/check/", _page.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_deleted_when_it_was_said_twice()
    {
        await BeginAsync("dispute", "the goods arrived broken");
        var name = _page.Case;

        await _page.SendAsync($"/cases/{name}?handler=Delete");
        await _page.PressAsync("delete");

        Assert.Contains("is deleted", _page.Words, StringComparison.Ordinal);
        using var gone = await _host.Client.GetAsync(new Uri("/cases/" + name, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("D-2222")]
    [InlineData("nonsense")]
    [InlineData("%3Cscript%3E")]
    [InlineData("7f0e9f0a-3a52-4c5e-9a52-0d6f2f1c4b11")]
    public async Task A_case_that_does_not_exist_says_what_to_do(string id)
    {
        using var response = await _host.Client.GetAsync(new Uri("/cases/" + id, UriKind.Relative));

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such case", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_lower_case_finds_its_case()
    {
        await BeginAsync("dispute", "the goods arrived broken");

        Assert.Contains("Goods arrived damaged", (await _page.GoAsync("/cases/" + _page.Case.ToLowerInvariant())).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_answers_stays_words()
    {
        await BeginAsync("vet", "<script>alert(1)</script> & Co");
        await BeginAsync("dispute", "the goods arrived broken");
        await _page.AnswerAsync("clause", ("Text", "<img src=x onerror=alert(1)> must be <b>whole</b>"));

        foreach (var html in new[] { _page.Html, (await _page.GoAsync("/cases")).Html })
        {
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        }

        Assert.Contains("<script>alert(1)</script> & Co", _page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_lies_in_the_inbox_before_anything_is_shown()
    {
        await BeginAsync("dispute", "the goods arrived broken");
        await _page.AnswerAsync("agreed-change", ("Verb", "choose:no"));

        await using var scope = _host.Services.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Inbox.AsNoTracking().OrderByDescending(r => r.Id).FirstAsync();
        Assert.Contains("choose:no", last.Payload, StringComparison.Ordinal);
        Assert.Contains("\"isPersonal\":true", last.Payload, StringComparison.OrdinalIgnoreCase);
    }

    private async Task BeginAsync(string word, string about)
    {
        await _page.GoAsync("/cases");
        await _page.SendAsync("/cases", ("Word", word), ("About", about), ("Zone", "Europe/Berlin"));
    }

    private async Task ColleagueSaysAsync(params string[] words)
    {
        foreach (var text in words)
        {
            await _host.Services.GetRequiredService<IInbox>().AddAsync(
                new IncomingMessage
                {
                    EventId = Guid.NewGuid().ToString(),
                    Conversation = new(new PlatformId("page"), "elsewhere", "c", null, "{}"),
                    From = new("ann", "Ann Lee", "Europe/Berlin"),
                    SentAt = SystemClock.Instance.GetCurrentInstant(),
                    Text = text,
                    IsPersonal = true,
                    Addressing = Addressing.Direct,
                },
                CancellationToken.None);
            await _host.AnsweredAsync();
        }
    }

    private static string Day(LocalDate date) => date.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
