using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Pages;

/// <summary>Whatever is posted to the page: a clear refusal or a harmless answer, no fault in the log, and the next good question is answered.</summary>
public sealed class PageBadInputTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public static TheoryData<string> Bodies => BadInput.NoObjectNames;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(BadInput.Words)]
    [InlineData("\u202epay to the new account, the old account is frozen\u202c \u200b\u200d\ufeff")]
    [InlineData("<svg onload=alert(1)> </textarea></form><script>alert(1)</script> [x](javascript:alert(1)) {{7*7}} @Html.Raw(1)")]
    public async Task Hostile_words_are_shown_and_never_acted_upon(string words)
    {
        var answer = await CheckAsync(words.Replace("\0", string.Empty, StringComparison.Ordinal) + " the old bank account is frozen, please pay to the new account");

        Assert.Contains("Stop: do not pay yet", answer, StringComparison.Ordinal);
        foreach (var poison in new[] { "<script>alert", "<img src=x", "<svg", "href=\"javascript", "onerror=alert(1)>", "onload=alert(1)>", "<at>", "\0", "\u202e", "\u2066" })
            Assert.DoesNotContain(poison, answer, StringComparison.Ordinal);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task A_character_that_no_text_has_is_refused_in_words()
    {
        Assert.Contains("characters that no text has", await CheckAsync("\0 pay to the new account"), StringComparison.Ordinal);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task Half_a_character_is_answered()
    {
        var answer = await PostAsync($"Text=%ED%A0%80+please+pay+to+our+new+account%2C+the+old+account+is+frozen+%FF%FE&__RequestVerificationToken={Uri.EscapeDataString(await TokenAsync())}");

        Assert.Contains("Stop: do not pay yet", answer, StringComparison.Ordinal);
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_form_of_the_page_is_refused(string name)
    {
        foreach (var type in new[] { "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x", "multipart/form-data", "nonsense" })
        {
            using var content = new ByteArrayContent(BadInput.NoObjects[name]);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await _host.Client.PostAsync("/", content);

            Assert.InRange((int)response.StatusCode, 400, 499);
        }

        await StillAnswersAsync();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(32)]
    public async Task A_form_that_is_too_large_is_refused(int mebibytes)
    {
        var token = Uri.EscapeDataString(await TokenAsync());
        using var content = new StringContent($"__RequestVerificationToken={token}&Text=" + new string('x', mebibytes * 1024 * 1024), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await _host.Client.PostAsync("/", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("40,000 characters fit", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task A_file_instead_of_words_says_what_to_do()
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync()), "__RequestVerificationToken" } };
        var file = new ByteArrayContent([0, 1, 2]);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "Text", "<script>.png");
        using var response = await _host.Client.PostAsync("/", form);

        Assert.Contains("There is nothing to check yet", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("/check/not-a-check")]
    [InlineData("/check/00000000-0000-0000-0000-000000000000/x")]
    [InlineData("/check/%00")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("/page.css/../../appsettings.json")]
    public async Task An_address_that_does_not_exist_is_not_found(string path)
    {
        using var response = await _host.Client.GetAsync(path);

        Assert.InRange((int)response.StatusCode, 400, 404);
        await StillAnswersAsync();
    }

    private async Task<string> CheckAsync(string text) =>
        await PostAsync($"Text={Uri.EscapeDataString(text)}&__RequestVerificationToken={Uri.EscapeDataString(await TokenAsync())}");

    private async Task<string> PostAsync(string form)
    {
        using var content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await _host.Client.PostAsync("/", content);
        return response.Headers.Location is { } answer ? await _host.Client.GetStringAsync(answer) : await response.Content.ReadAsStringAsync();
    }

    private async Task<string> TokenAsync()
    {
        var page = await _host.Client.GetStringAsync("/");
        const string Field = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var from = page.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        return page[from..page.IndexOf('"', from)];
    }

    private async Task StillAnswersAsync()
    {
        Assert.Contains("Stop: do not pay yet", await CheckAsync("pay to the new account, the old account is frozen"), StringComparison.Ordinal);
        await _host.AnsweredAsync();
        Assert.Empty(_host.Logs.Of(LogLevel.Error));
        Assert.DoesNotContain("evil.example", _host.Logs.All, StringComparison.Ordinal);
    }
}
