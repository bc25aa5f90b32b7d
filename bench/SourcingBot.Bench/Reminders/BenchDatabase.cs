using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Host.Storage;
using SourcingBot.Orders;
using SourcingBot.Settings;

namespace SourcingBot.Bench.Reminders;

/// <summary>The program's own services on a database that is made for the benchmark and gone afterwards; the clock is set by hand.</summary>
internal sealed class BenchDatabase : IClock, IAsyncDisposable
{
    private readonly string _name = "sourcingbot_bench_" + Guid.NewGuid().ToString("N");
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcingbot-bench").FullName;
    private readonly ServiceProvider _services;

    private BenchDatabase(string? server)
    {
        IsPostgres = server is not null;
        Connection = server is not null
            ? new NpgsqlConnectionStringBuilder(server) { Database = _name, CommandTimeout = 0 }.ToString()
            : $"Data Source={Path.Combine(_folder, "bench.db")}";
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = IsPostgres ? "PostgreSql" : "Sqlite",
            ["ConnectionStrings:SourcingBot"] = Connection,
        }).Build();
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.None)).AddSingleton<IClock>(this);
        services.AddSourcingStorage(StorageSettings.Of(new SettingsReader(settings))).AddSourcingBot();
        _services = services.BuildServiceProvider();
    }

    /// <summary>PostgreSQL instead of SQLite.</summary>
    public bool IsPostgres { get; }

    /// <summary>The connection.</summary>
    public string Connection { get; }

    /// <summary>Another file beside the SQLite file.</summary>
    public string FileBeside => Path.Combine(_folder, "quartz.db");

    /// <summary>The present.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 25, 9, 0);

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _services;

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Now;

    /// <summary>Makes the database.</summary>
    /// <param name="server">A connection to a PostgreSQL server; null for SQLite.</param>
    public static async Task<BenchDatabase> CreateAsync(string? server)
    {
        var database = new BenchDatabase(server);
        await database._services.MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Begins to follow an order as the answer to an event does: order, reminders and messages in one transaction.</summary>
    /// <param name="n">Which.</param>
    public async Task AddOrderAsync(int n)
    {
        await using var scope = _services.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<OrderBook>();
        var told = new IncomingMessage
        {
            EventId = "e" + n,
            Conversation = new(new PlatformId("bench"), "W1", $"C{n % 500}", null, "{}"),
            From = new("U1"),
            SentAt = Now,
            Text = string.Empty,
            Addressing = Addressing.Mention,
        };
        await book.PlanAsync(book.Add(SampleOrder.Facts(n), told), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().SaveChangesAsync();
    }

    /// <summary>How many reminders there are.</summary>
    public Task<int> CountAsync() => DoAsync(db => db.Reminders.CountAsync());

    /// <summary>
    /// Many reminders like those of an order: so many waiting, and behind each other in time groups of those that are due, each
    /// spread evenly over the table, as if planned at different times.
    /// </summary>
    /// <param name="waiting">How many are never due here.</param>
    /// <param name="groups">How many groups; group n is due n hours from now.</param>
    /// <param name="size">How many a group has.</param>
    public async Task LoadAsync(int waiting, int groups, int size)
    {
        var total = waiting + (groups * size);
        var numbers = IsPostgres
            ? $"generate_series(0, {total - 1}) AS n"
            : $"(WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n < {total - 1}) SELECT n FROM c)";
        var every = total / size;
        string At(string seconds) => IsPostgres ? $"$now + ({seconds}) * INTERVAL '1 second'" : $"$now + ({seconds}) * 10000000";
        var statement = $"""
            INSERT INTO reminders (
                "TeamId", "OrderId", "Key", "DeadlineKey", "Target", "Kind", "DueAt", "DeadlineAt", "IsSnoozed", "Outcome",
                "Token", "Platform", "ConversationKey", "Conversation", "Person", "Message")
            SELECT
                "TeamId", "OrderId", 'bench/' || n, "DeadlineKey", "Target", "Kind",
                {At($"CASE WHEN n % {every} < {groups} THEN (n % {every}) * 3600 - n % 3000 ELSE 86400 * 30 + n END")}, "DeadlineAt", "IsSnoozed", 0,
                {(IsPostgres ? "md5(n::text)" : "hex(randomblob(16))")}, "Platform", "ConversationKey" || n % 500, "Conversation", "Person", "Message"
            FROM (SELECT * FROM reminders ORDER BY "Id" LIMIT 1) AS one, {numbers}
            """;
        await DoAsync(async db =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.ExecuteSqlRawAsync("DELETE FROM waiting_reminders");
            await db.Database.ExecuteSqlRawAsync(statement.Replace("$now", Literal(Now), StringComparison.Ordinal));

            // In the order of planning, not of time.
            await db.Database.ExecuteSqlRawAsync("""
                INSERT INTO waiting_reminders ("DueAt", "Token", "Platform", "ConversationKey", "TeamId")
                SELECT "DueAt", "Token", "Platform", "ConversationKey", "TeamId" FROM reminders WHERE "Key" LIKE 'bench/%' ORDER BY "Id"
                """);
            await VacuumAsync(db);
            return 0;
        });
    }

    /// <summary>The baseline: as many rows of the same width into the outbox, each batch a transaction, and nothing else.</summary>
    /// <param name="count">How many rows.</param>
    /// <param name="batch">How many in a transaction.</param>
    public async Task InsertBareAsync(int count, int batch)
    {
        var row = $"{(IsPostgres ? "gen_random_uuid()" : "hex(randomblob(18))")}, 'bench', 'bench' || n % 500, 2, 0, 0, {Literal(Now)}, {Literal(Now)}, {Literal(Now)}";
        await DoAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            for (var first = 0; first < count; first += batch)
            {
                var numbers = IsPostgres
                    ? $"generate_series({first}, {first + batch - 1}) AS n"
                    : $"(WITH RECURSIVE c(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM c WHERE n < {first + batch - 1}) SELECT n FROM c)";
                var statement = $"""
                    INSERT INTO outbox (
                        "MessageId", "Platform", "ConversationKey", "Status", "Version", "Attempts", "CreatedAt", "NotBefore", "LockedUntil",
                        "TeamId", "DedupeKey", "Conversation", "Asker", "Message")
                    SELECT {row}, "TeamId", 'bare/' || "Token" || '/' || (100000 + n), '', '', '' FROM (SELECT * FROM reminders LIMIT 1) AS one, {numbers}
                    """;
                await db.Database.ExecuteSqlRawAsync(statement);
            }

            return 0;
        });
    }

    /// <summary>Does what PostgreSQL does by itself within a minute or two; SQLite has its log written back.</summary>
    public Task VacuumAsync() => DoAsync(async db =>
    {
        await VacuumAsync(db);
        return 0;
    });

    /// <summary>Uses the database.</summary>
    /// <param name="use">The use.</param>
    public async Task<T> DoAsync<T>(Func<SourcingDbContext, Task<T>> use)
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SourcingDbContext>());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (IsPostgres) await DoAsync(db => db.Database.EnsureDeletedAsync());
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task VacuumAsync(SourcingDbContext db)
    {
        foreach (var statement in IsPostgres ? ["VACUUM ANALYZE reminders", "VACUUM ANALYZE waiting_reminders"] : new[] { "PRAGMA wal_checkpoint(TRUNCATE)" })
            await db.Database.ExecuteSqlRawAsync(statement);
    }

    private string Literal(Instant instant) => IsPostgres
        ? $"TIMESTAMPTZ '{instant.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}'"
        : instant.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
}
