using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Host.Storage;
using SourcingBot.Settings;

namespace SourcingBot.Tests.Chat;

/// <summary>Inbox, outbox and workers on a database of their own, with a clock that the test moves and a platform that it watches.</summary>
internal sealed class ChatStore : IAsyncDisposable
{
    private readonly string _name = "sourcingbot_test_" + Guid.NewGuid().ToString("N");
    private readonly bool _postgres;

    private ChatStore(bool postgres)
    {
        _postgres = postgres;
        Folder = Directory.CreateTempSubdirectory(_name).FullName;
        Services = Build();
    }

    public string Folder { get; }

    public TestClock Clock { get; } = new();

    public WatchedPlatform Platform { get; } = new();

    public ServiceProvider Services { get; private set; }

    public IInbox Inbox => Services.GetRequiredService<IInbox>();

    public static async Task<ChatStore> CreateAsync(bool postgres)
    {
        var store = new ChatStore(postgres);
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
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddSingleton<IClock>(Clock).AddSingleton<IChatPlatform>(Platform);
        return services.AddSourcingStorage(StorageSettings.Of(new SettingsReader(settings))).AddSourcingBot().BuildServiceProvider();
    }

    public Task<int> AnswerAsync() => Services.GetRequiredService<InboxWorker>().RunOnceAsync(CancellationToken.None);

    public Task<int> SendAsync() => Services.GetRequiredService<OutboxSender>().RunOnceAsync(CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<SourcingDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SourcingDbContext>());
    }

    public static IncomingMessage Message(string id, string conversation = "C1", string text = "help", string? key = null, string? dedupe = null, bool edit = false) => new()
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

    public PlatformId Id => Name;

    public bool IsEnabled { get; set; } = true;

    public PlatformTrouble? Trouble { get; set; }

    public IReadOnlyCollection<Addressing> WaysToAsk => [Addressing.Direct];

    public Duration Pace => Duration.FromSeconds(1);

    public Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken) => Answer("send", delivery);

    public Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken) => Answer("update " + sent.MessageId, delivery);

    private Task<SendResult> Answer(string kind, Delivery delivery)
    {
        lock (Seen)
        {
            Seen.Add((kind, delivery));
            return Task.FromResult(Next.TryDequeue(out var next) ? next : new SendResult.Sent(new SentMessageRef("m" + Seen.Count, "{}")));
        }
    }
}
