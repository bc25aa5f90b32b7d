using Microsoft.Playwright;
using SourcingBot.Testing;

namespace SourcingBot.Browser.Tests;

/// <summary>A test that needs Chromium; skipped, with what to do, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!File.Exists(Chromium)) Skip = "Needs Chromium: install the package chromium, or set SOURCINGBOT_TEST_CHROMIUM to its path";
    }

    internal static string Chromium => Environment.GetEnvironmentVariable("SOURCINGBOT_TEST_CHROMIUM") ?? "/usr/bin/chromium";
}

public sealed class PageInBrowserTests : IAsyncLifetime
{
    private const string Risky = "Our usual bank account is under audit, please remit the balance to the new account below.";
    private static readonly string[] Permissions = ["clipboard-read", "clipboard-write"];

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [ChromiumFact]
    public async Task A_person_pastes_a_message_reads_the_verdict_and_copies_the_reply()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new() { Permissions = Permissions });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };

        await page.GotoAsync(_host.Client.BaseAddress!.ToString());
        await page.GetByLabel("Supplier's message").FillAsync(Risky);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check this message" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Stop: do not pay yet");
        Assert.True(await page.Locator("mark").CountAsync() > 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.StartsWith("We confirm any change of bank", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [ChromiumFact]
    public async Task The_page_works_without_JavaScript_and_shows_a_script_as_words()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var page = await (await browser.NewContextAsync(new() { JavaScriptEnabled = false })).NewPageAsync();

        await page.GotoAsync(_host.Client.BaseAddress!.ToString());
        await page.FillAsync("textarea", "<script>document.title='owned'</script> " + Risky);
        await page.ClickAsync("button[type=submit]");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Stop: do not pay yet");
        Assert.Contains("<script>", await page.Locator("blockquote").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = ChromiumFactAttribute.Chromium,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
