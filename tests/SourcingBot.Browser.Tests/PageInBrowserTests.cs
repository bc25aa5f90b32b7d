using System.IO.Compression;
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

    [ChromiumFact]
    public async Task A_person_begins_a_dispute_answers_hands_files_in_and_takes_the_pack()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        Assertions.SetDefaultExpectTimeout(30_000);
        var page = await (await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 800 } })).NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };

        await page.GotoAsync(_host.Client.BaseAddress + "cases");
        await page.GetByLabel("Dispute: goods late, broken, wrong or missing").FillAsync("178453210 arrived broken");
        await page.Locator("#about-dispute + button").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Goods arrived damaged");
        await page.Locator("#next").GetByLabel("Answer").FillAsync("Ningbo Bright");
        await page.Locator("#next").GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await Assertions.Expect(page.Locator("#q-supplier .value")).ToHaveTextAsync("Ningbo Bright");
        await page.Locator("#q-agreed-change").GetByText("Answer", new() { Exact = true }).ClickAsync();
        await page.Locator("#q-agreed-change").GetByRole(AriaRole.Button, new() { Name = "No", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#q-agreed-change .state")).ToHaveTextAsync("answered");
        await page.Locator("#q-outer-carton").GetByText("Answer", new() { Exact = true }).ClickAsync();
        await page.Locator("#q-outer-carton input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "carton <b>1</b>.jpg", MimeType = "image/jpeg", Buffer = [0xff, 0xd8, 0xff, 0xe0, 1] },
            new FilePayload { Name = "label.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() },
        ]);
        await page.Locator("#q-outer-carton").GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Assertions.Expect(page.Locator("#q-outer-carton .files li")).ToHaveCountAsync(2);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Get the evidence pack").ClickAsync());
        Assert.EndsWith("evidence.zip", download.SuggestedFilename, StringComparison.Ordinal);
        await using var file = await download.CreateReadStreamAsync();
        using var held = new MemoryStream();
        await file.CopyToAsync(held);
        using var pack = new ZipArchive(held);
        Assert.Contains(pack.Entries, e => e.FullName == "1-claim-statement.docx");
        Assert.Contains(pack.Entries, e => e.FullName.Contains("label", StringComparison.Ordinal));
        Assert.Empty(faults);
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = ChromiumFactAttribute.Chromium,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
