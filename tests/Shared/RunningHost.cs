using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using SourcingBot.Data;
using SourcingBot.Host.Commands;
using SourcingBot.Host.Storage;

namespace SourcingBot.Testing;

/// <summary>The real program on a free port with a database of its own; calls to the outside go to a fake.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private static readonly SemaphoreSlim Preparing = new(1, 1);
    private static byte[]? _empty;

    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningHost(WebApplication app, CollectedLogs logs, string folder)
    {
        _app = app;
        Logs = logs;
        _folder = folder;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    /// <summary>Talks to the program.</summary>
    public HttpClient Client { get; }

    /// <summary>What the program logged.</summary>
    public CollectedLogs Logs { get; }

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the program.</summary>
    /// <param name="outside">Answers every call that the program makes.</param>
    /// <param name="settings">Its settings, as KEY=VALUE.</param>
    public static Task<RunningHost> StartAsync(HttpMessageHandler outside, params string[] settings) => StartAsync(outside, null, settings);

    /// <summary>Starts the program on a clock that the test moves.</summary>
    /// <param name="outside">Answers every call that the program makes.</param>
    /// <param name="clock">The clock, or null for the machine's.</param>
    /// <param name="settings">Its settings, as KEY=VALUE.</param>
    public static async Task<RunningHost> StartAsync(HttpMessageHandler outside, NodaTime.IClock? clock, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("sourcingbot-test").FullName;
        string[] args = [.. settings.Select(s => "--" + s), "--urls=http://127.0.0.1:0", $"--ConnectionStrings:SourcingBot=Data Source={Path.Combine(folder, "test.db")}", "--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Microsoft=Warning", "--Logging:LogLevel:System=Warning"];
        var builder = ServeCommand.Configure(args);
        var logs = new CollectedLogs();
        builder.Logging.ClearProviders().AddProvider(logs);
        foreach (var client in new[] { "slack", "slack-files", "slack-upload", "teams-files", "teams-upload", "teams-keys", "teams-token", "teams-connector", "second-reader" })
            builder.Services.Configure<HttpClientFactoryOptions>(client, o => o.HttpMessageHandlerBuilderActions.Add(b => b.PrimaryHandler = outside));
        if (clock is not null) builder.Services.AddSingleton(clock);
        var app = ServeCommand.Map(builder.Build());
        await PrepareAsync(app.Services, Path.Combine(folder, "test.db"));
        await app.StartAsync();
        return new RunningHost(app, logs, folder);
    }

    /// <summary>The first program of a test run migrates its empty database; the others begin with a copy of that one.</summary>
    private static async Task PrepareAsync(IServiceProvider services, string file)
    {
        await Preparing.WaitAsync();
        try
        {
            if (_empty is not null)
            {
                await File.WriteAllBytesAsync(file, _empty);
                return;
            }

            await services.MigrateAsync(CancellationToken.None);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _empty = await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Preparing.Release();
        }
    }

    /// <summary>Waits until every stored event has been answered and every answer sent.</summary>
    public async Task AnsweredAsync()
    {
        var limit = Stopwatch.StartNew();
        for (var last = string.Empty; ; await Task.Delay(10))
        {
            if (limit.Elapsed > TimeSpan.FromSeconds(60)) throw new TimeoutException("Something waits for its answer: " + last);
            using var ready = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            var health = JsonDocument.Parse(await ready.Content.ReadAsStringAsync()).RootElement;
            last = health.ToString();
            if (!health.TryGetProperty("inbox", out var inbox)) continue;
            if (inbox.GetProperty("waiting").GetInt32() + health.GetProperty("outbox").GetProperty("waiting").GetInt32() == 0) return;
        }
    }

    /// <summary>Waits until the program has logged these words.</summary>
    /// <param name="words">The words.</param>
    public async Task LoggedAsync(string words)
    {
        for (var limit = Stopwatch.StartNew(); !Logs.All.Contains(words, StringComparison.Ordinal); await Task.Delay(10))
            if (limit.Elapsed > TimeSpan.FromSeconds(60)) throw new TimeoutException("It was never logged: " + words);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The outside world of a test: it answers what was foreseen and fails on everything else.</summary>
public sealed class FakeOutside(Func<HttpRequestMessage, string, HttpResponseMessage?> answer) : HttpMessageHandler
{
    private readonly List<(string Path, string Body)> _calls = [];
    private readonly List<string> _unexpected = [];
    private readonly SemaphoreSlim _called = new(0);

    /// <summary>Calls that nobody foresaw; a test asserts that there are none.</summary>
    public IReadOnlyList<string> Unexpected
    {
        get { lock (_calls) return [.. _unexpected]; }
    }

    /// <summary>The paths of all calls, in order.</summary>
    public IReadOnlyList<string> Paths
    {
        get { lock (_calls) return [.. _calls.Select(c => c.Path)]; }
    }

    /// <summary>The bodies of calls to a path, in order.</summary>
    /// <param name="path">The end of the path.</param>
    public IReadOnlyList<string> Calls(string path)
    {
        lock (_calls) return [.. _calls.Where(c => c.Path.EndsWith(path, StringComparison.Ordinal)).Select(c => c.Body)];
    }

    /// <summary>Messages that were posted or changed, in order: the method's name and the body.</summary>
    public IReadOnlyList<(string Method, string Body)> Messages
    {
        get { lock (_calls) return [.. _calls.Select(c => (Method: c.Path[(c.Path.LastIndexOf('/') + 1)..], c.Body)).Where(c => c.Method is "chat.postMessage" or "chat.update" or "chat.postEphemeral")]; }
    }

    /// <summary>Forgets the calls so far.</summary>
    public void Forget()
    {
        lock (_calls) _calls.Clear();
    }

    /// <summary>Waits until a call was made.</summary>
    /// <param name="isIt">Tells the call.</param>
    public async Task WaitForAsync(Func<(string Path, string Body), bool> isIt)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            lock (_calls)
            {
                if (_calls.Any(isIt)) return;
            }

            await _called.WaitAsync(limit.Token);
        }
    }

    /// <summary>Waits until a path was called so often.</summary>
    /// <param name="path">The end of the path.</param>
    /// <param name="times">How often.</param>
    public async Task<IReadOnlyList<string>> WaitAsync(string path, int times = 1)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Calls(path).Count < times) await _called.WaitAsync(limit.Token);
        return Calls(path);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = answer(request, body);
        lock (_calls)
        {
            _calls.Add((request.RequestUri!.AbsolutePath, body));
            if (response is null) _unexpected.Add(request.RequestUri.ToString());
        }

        _called.Release();
        return response ?? new HttpResponseMessage(HttpStatusCode.NotImplemented);
    }
}
