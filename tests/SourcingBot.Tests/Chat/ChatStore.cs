using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Host.Storage;
using SourcingBot.Settings;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Chat;

/// <summary>Inbox, outbox and workers on a database of their own, with a clock that the test moves and a platform that it watches.</summary>
internal sealed class ChatStore : IAsyncDisposable
{
    private readonly string _name = "sourcingbot_test_" + Guid.NewGuid().ToString("N");
    private readonly bool _postgres;

    private readonly Action<IServiceCollection> _more;

    private ChatStore(bool postgres, Action<IServiceCollection> more)
    {
        (_postgres, _more) = (postgres, more);
        Folder = Directory.CreateTempSubdirectory(_name).FullName;
        Services = Build();
    }

    public string Folder { get; }

    public TestClock Clock { get; } = new();

    public WatchedPlatform Platform { get; } = new();

    /// <summary>Statements that the database refuses.</summary>
    public FaultyCommands Faults { get; } = new();

    /// <summary>What the program logged at Warning and above.</summary>
    public LoggedLines Log { get; } = new();

    public ServiceProvider Services { get; private set; }

    public IInbox Inbox => Services.GetRequiredService<IInbox>();

    /// <summary>A new database and a host on it.</summary>
    /// <param name="postgres">PostgreSQL instead of SQLite.</param>
    /// <param name="more">Adds to the host's services.</param>
    public static async Task<ChatStore> CreateAsync(bool postgres = false, Action<IServiceCollection>? more = null)
    {
        var store = new ChatStore(postgres, more ?? (_ => { }));
        await store.Services.MigrateAsync(CancellationToken.None);
        return store;
    }

    /// <summary>Another host on the same database.</summary>
    public ServiceProvider Build()
    {
        var connection = _postgres
            ? new NpgsqlConnectionStringBuilder(TestDatabases.Postgres!) { Database = _name }.ToString()
            : $"Data Source={Path.Combine(Folder, "test.db")}";
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = _postgres ? "PostgreSql" : "Sqlite",
            ["ConnectionStrings:SourcingBot"] = connection,
        }).Build();
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddProvider(Log)).AddSingleton<IClock>(Clock).AddSingleton<IChatPlatform>(Platform);
        services.AddSingleton(new EvidenceOptions(Path.Combine(Folder, "files"), 5120 * EvidenceOptions.Megabyte));
        services.AddSourcingStorage(StorageSettings.Of(new SettingsReader(settings))).AddSourcingBot();
        services.ConfigureDbContext<SqliteSourcingDbContext>(o => o.AddInterceptors(Faults)).ConfigureDbContext<PostgresSourcingDbContext>(o => o.AddInterceptors(Faults));
        _more(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Takes a message in, answers it and sends the answer.</summary>
    public async Task AskAsync(IncomingMessage message)
    {
        await Inbox.AddAsync(message, CancellationToken.None);
        await AnswerAsync();
        await SendAsync();
    }

    public Task<int> AnswerAsync() => Services.GetRequiredService<InboxWorker>().RunOnceAsync(CancellationToken.None);

    public Task<int> SendAsync() => Services.GetRequiredService<OutboxSender>().RunOnceAsync(CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<SourcingDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SourcingDbContext>());
    }

    public static IncomingMessage Message(string id, string conversation = "C1", string text = "help", string? key = null, string? dedupe = null, bool edit = false, bool shared = false) => new()
    {
        EventId = id,
        DedupeKey = dedupe,
        AnswerKey = key,
        IsEdit = edit,
        Conversation = new(WatchedPlatform.Name, "W1", conversation, null, "{}"),
        From = new("U1"),
        SentAt = Instant.FromUtc(2026, 6, 1, 9, 0),
        Text = text,
        Addressing = Addressing.Direct,
        OutsidersReadAlong = shared,
    };

    public async ValueTask DisposeAsync()
    {
        if (_postgres) await ReadAsync(db => db.Database.EnsureDeletedAsync());
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that stands until the test moves it.</summary>
internal sealed class TestClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 6, 1, 9, 0);

    public Instant GetCurrentInstant() => Now;
}

/// <summary>A platform that keeps what it was given and answers as the test says.</summary>
internal sealed class WatchedPlatform : IChatPlatform
{
    public static PlatformId Name { get; } = new("watched");

    public List<(string Kind, Delivery Delivery)> Seen { get; } = [];

    public Queue<SendResult> Next { get; } = new();

    /// <summary>Runs inside each call before its answer; may hang or throw.</summary>
    public Func<Delivery, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Answers whoever asks for a file.</summary>
    public Func<AttachmentInfo, FileOpening> Files { get; set; } = _ => new FileOpening.NotPossibleHere();

    public PlatformId Id => Name;

    public bool IsEnabled { get; set; } = true;

    public PlatformTrouble? Trouble { get; set; }

    public IReadOnlyCollection<Addressing> WaysToAsk => [Addressing.Direct];

    public Duration Pace => Duration.FromSeconds(1);

    public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken) => AnswerAsync("send", delivery, cancellationToken);

    public Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken) =>
        AnswerAsync("update " + sent.MessageId, delivery, cancellationToken);

    public Task<FileOpening> OpenFileAsync(string workspace, AttachmentInfo attachment, CancellationToken cancellationToken) => Task.FromResult(Files(attachment));

    private async Task<SendResult> AnswerAsync(string kind, Delivery delivery, CancellationToken cancellationToken)
    {
        lock (Seen) Seen.Add((kind, delivery));
        await During(delivery, cancellationToken);
        lock (Seen) return Next.TryDequeue(out var next) ? next : new SendResult.Sent(new SentMessageRef("m" + Seen.Count, "{}"));
    }
}
