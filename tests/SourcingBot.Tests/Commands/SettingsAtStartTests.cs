using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Commands;

/// <summary>Settings that cannot be used, as the person meets them who starts the real program.</summary>
public sealed class SettingsAtStartTests : IDisposable
{
    private const string App = "11111111-2222-3333-4444-555555555555";

    private readonly string _folder = Directory.CreateTempSubdirectory("sourcingbot-start").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_fault_is_told_in_one_message_with_what_is_wanted_and_without_a_secret()
    {
        var run = await StartAsync(
            "Slack__SigningSecret=hush-signing", "Slack__ApiBaseUrl=http://slack.example/api/", "Slack__AppToken=hush-app",
            $"MicrosoftAppId={App}", "MicrosoftAppType=SingleTenant", "Teams__OpenIdMetadataUrl=hush-metadata", "Teams__AllowedServiceUrls=https://good.example,ftp://bad.example/hush-path",
            "Teams__AllowAnonymousEmulator=perhaps", "Storage__Provider=MySql", "ASPNETCORE_URLS=nowhere");

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Equal(
            [
                "urls", "Storage:Provider", "Slack:BotToken", "Slack:AppToken", "Slack:ApiBaseUrl", "MicrosoftAppPassword", "Teams:OpenIdMetadataUrl",
                "MicrosoftAppTenantId", "Teams:AllowedServiceUrls", "Teams:AllowAnonymousEmulator",
            ],
            KeysOf(run));
        Assert.Equal(10, run.Errors.Split("    wanted  ").Length - 1);
        Assert.StartsWith("SourcingBot did not start: 10 settings cannot be used.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slack:BotToken", "Slack__SigningSecret=s")]
    [InlineData("Slack:BotToken", "Slack__AppToken=xapp-1")]
    [InlineData("Slack:BotToken", "Slack__SigningSecret=s", "Slack__BotToken=   ")]
    [InlineData("Slack:BotToken", "Slack__SigningSecret=s", "Slack__BotToken=xapp-1")]
    [InlineData("Slack:BotToken", "Slack__SigningSecret=s", "Slack__BotToken=xoxb-1\nxoxb-2")]
    [InlineData("Slack:SigningSecret", "Slack__BotToken=xoxb-1")]
    [InlineData("Slack:SigningSecret", "Slack__BotToken=xoxb-1", "Slack__SigningSecret=")]
    [InlineData("Slack:AppToken", "Slack__BotToken=xoxb-1", "Slack__AppToken=xoxb-1")]
    [InlineData("Slack:ApiBaseUrl", "Slack__ApiBaseUrl=slack.com/api")]
    [InlineData("Slack:ApiBaseUrl", "Slack__ApiBaseUrl=https://user:hush@slack.example/api/")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=p", "MicrosoftAppId=sourcingbot")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=" + App)]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=" + App, "MicrosoftAppPassword=p", "MicrosoftAppTenantId=../evil?")]
    [InlineData("MicrosoftAppType", "MicrosoftAppId=" + App, "MicrosoftAppPassword=p", "MicrosoftAppType=UserAssignedMSI")]
    [InlineData("Teams:TokenEndpoint", "Teams__TokenEndpoint=http://login.example/token")]
    [InlineData("Teams:TokenEndpoint", "Teams__TokenEndpoint=file:///etc/passwd")]
    [InlineData("ConnectionStrings:SourcingBot", "Storage__Provider=PostgreSql", "ConnectionStrings__SourcingBot=")]
    [InlineData("ConnectionStrings:SourcingBot", "Storage__Provider=PostgreSql", "ConnectionStrings__SourcingBot=Password=hush;Nonsense=1")]
    [InlineData("ConnectionStrings:SourcingBot", "Storage__Provider=PostgreSql", "ConnectionStrings__SourcingBot=Database=x;Password=hush")]
    [InlineData("ConnectionStrings:SourcingBot", "Storage__Provider=PostgreSql", "ConnectionStrings__SourcingBot=Host=x;Port=many")]
    [InlineData("ConnectionStrings:SourcingBot", "ConnectionStrings__SourcingBot=Host=db;Password=hush")]
    [InlineData("ConnectionStrings:SourcingBot", "ConnectionStrings__SourcingBot=Data Source=:memory:")]
    [InlineData("ConnectionStrings:SourcingBot", "ConnectionStrings__SourcingBot=Data Source=/")]
    [InlineData("urls", "ASPNETCORE_URLS=http://127.0.0.1:99999")]
    [InlineData("Reminders:SweepSeconds", "Reminders__SweepSeconds=0")]
    [InlineData("Reminders:SweepSeconds", "Reminders__SweepSeconds=3601")]
    [InlineData("Reminders:QuietHours", "Reminders__QuietHours=at night")]
    [InlineData("Reminders:TimeZone", "Reminders__TimeZone=Mars/Olympus")]
    [InlineData("Retention:Messages", "Retention__Messages=for ever")]
    [InlineData("Retention:Messages", "Retention__Messages=1")]
    [InlineData("Retention:Messages", "Retention__Messages=-90 days")]
    [InlineData("Retention:Messages", "Retention__Messages=99999999999")]
    [InlineData("Retention:Files", "Retention__Files=for ever")]
    [InlineData("Retention:Files", "Retention__Files=29")]
    public async Task A_setting_that_cannot_be_used_is_named(string key, params string[] settings)
    {
        var run = await StartAsync(settings);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Equal([key], KeysOf(run));
        Assert.DoesNotContain("hush", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slack__SigningSecret=s", "Slack__BotToken=xoxb-1", "Slack__ApiBaseUrl=http://127.0.0.1:9/api")]
    [InlineData("Slack__BotToken=xoxb-1", "Slack__AppToken=xapp-1", "Slack__ApiBaseUrl=http://[::1]:9/api/")]
    [InlineData("MicrosoftAppId=" + App, "MicrosoftAppPassword=a~b.c_d-e", "MicrosoftAppType=singletenant", "MicrosoftAppTenantId=contoso.onmicrosoft.com", "Teams__TokenEndpoint=http://localhost:9/token")]
    [InlineData("Teams__AllowedServiceUrls= https://one.example/ , http://127.0.0.1:9 ,")]
    [InlineData("Retention__Messages=30 days")]
    [InlineData("Retention__Messages=3650")]
    public async Task Usable_settings_start_the_program_while_nobody_outside_answers(params string[] settings)
    {
        var all = SettingsOf([.. settings, "ASPNETCORE_URLS=http://127.0.0.1:0"]);
        using var program = ProgramRun.Start(all, "serve");
        try
        {
            Assert.StartsWith("SourcingBot is ready. Open its page: http://127.0.0.1:", await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)), StringComparison.Ordinal);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task User_secrets_are_read_in_every_environment_and_rank_below_environment_and_arguments(string environment)
    {
        await KeepSecretsAsync("""{ "Storage:Provider": "FromSecrets", "Reminders": { "SweepSeconds": "FromSecrets" }, "Reminders:TimeZone": "FromSecrets" }""");

        var run = await ProgramRun.WithBytesAsync(
            [], SettingsOf([.. Home, "DOTNET_ENVIRONMENT=" + environment, "Reminders__SweepSeconds=FromEnvironment"]), "serve", "--Reminders:TimeZone=FromArguments");

        Assert.Equal(2, run.Status);
        Assert.Equal(["Storage:Provider", "Reminders:SweepSeconds", "Reminders:TimeZone"], KeysOf(run));
        Assert.Equal(
            ["“FromSecrets”", "“FromEnvironment”", "“FromArguments”"],
            run.Errors.Split('\n').Where(l => l.StartsWith("    found ", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[^1]));
    }

    [Fact]
    public async Task User_secrets_that_are_no_JSON_are_told_in_words()
    {
        await KeepSecretsAsync("{ \"Slack:BotToken\": hush }");

        var run = await StartAsync(Home);

        Assert.Equal(2, run.Status);
        Assert.Contains("not valid JSON", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_told_in_words()
    {
        var noDatabase = Path.Combine(_folder, "notes.db");
        await File.WriteAllTextAsync(noDatabase, new string('x', 5000));
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        foreach (var run in new[]
        {
            await StartAsync($"ConnectionStrings__SourcingBot=Data Source={noDatabase}"),
            await StartAsync($"ConnectionStrings__SourcingBot=Data Source={noDatabase}/below/a/file.db"),
            await StartAsync("Storage__Provider=PostgreSql", $"ConnectionStrings__SourcingBot=Host=127.0.0.1;Port={port};Username=u;Password=hush"),
        })
        {
            Assert.Equal((2, ""), (run.Status, run.Output));
            Assert.StartsWith("SourcingBot did not start: the ", run.Errors, StringComparison.Ordinal);
            Assert.Contains("ConnectionStrings:SourcingBot", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("hush", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_words()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await StartAsync($"ASPNETCORE_URLS=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(2, run.Status);
        Assert.Contains("another program listens on that address", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "-p", "80")]
    [InlineData("serve", "8080")]
    [InlineData("serve", "--urls")]
    [InlineData("--urls", "--Logging:LogLevel:Default=None")]
    public async Task Arguments_that_are_not_settings_are_told_in_words(params string[] args)
    {
        var run = await ProgramRun.WithBytesAsync([], SettingsOf([]), args);

        Assert.Equal(2, run.Status);
        Assert.Contains("--KEY=VALUE", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_makes_the_database_and_tells_faults_in_the_same_words()
    {
        var made = await ProgramRun.WithBytesAsync([], SettingsOf([]), "migrate");
        var refused = await ProgramRun.WithBytesAsync([], SettingsOf(["Storage__Provider=MySql"]), "migrate");

        Assert.Equal((0, "The database is at this version."), (made.Status, made.Output.Trim()));
        Assert.True(File.Exists(Path.Combine(_folder, "deep", "down", "test.db")));
        Assert.Equal(2, refused.Status);
        Assert.Equal(["Storage:Provider"], KeysOf(refused));
    }

    /// <summary>The test's folder as the home of the person who starts the program.</summary>
    private string[] Home => OperatingSystem.IsWindows() ? ["APPDATA=" + Path.Combine(_folder, ".microsoft")] : ["HOME=" + _folder];

    private async Task KeepSecretsAsync(string json)
    {
        // Under APPDATA the same folders are written Microsoft/UserSecrets.
        string[] folders = OperatingSystem.IsWindows() ? [".microsoft", "Microsoft", "UserSecrets"] : [".microsoft", "usersecrets"];
        var folder = Directory.CreateDirectory(Path.Combine([_folder, .. folders, "sourcingbot"])).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "secrets.json"), json);
    }

    private static List<string> KeysOf(ProgramRun run) =>
        [.. run.Errors.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim())];

    private Task<ProgramRun> StartAsync(params string[] settings) => ProgramRun.WithBytesAsync([], SettingsOf(settings), "serve");

    /// <summary>The settings of a test, on a database in a folder that does not exist yet.</summary>
    private Dictionary<string, string> SettingsOf(IEnumerable<string> settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__SourcingBot"] = $"Data Source={Path.Combine(_folder, "deep", "down", "test.db")}",
            ["Logging__LogLevel__Default"] = "None",
        };
        foreach (var setting in settings) all[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return all;
    }
}
