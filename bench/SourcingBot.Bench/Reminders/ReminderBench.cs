using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using static System.FormattableString;

namespace SourcingBot.Bench.Reminders;

/// <summary>Planning reminders, adding orders, and turning due reminders into messages while many wait, beside one Quartz trigger for each reminder.</summary>
internal static class ReminderBench
{
    private const int Due = 10_000;
    private const int Groups = 6;

    /// <summary>Measures and prints.</summary>
    /// <param name="args">--postgres CONNECTION (else SOURCINGBOT_TEST_POSTGRES; without both SQLite alone), --waiting N, --orders N, --quartz N (triggers due, and 20 times as many waiting).</param>
    public static async Task RunAsync(string[] args)
    {
        var server = Option(args, "--postgres") ?? Environment.GetEnvironmentVariable("SOURCINGBOT_TEST_POSTGRES");
        var waiting = Number(args, "--waiting", 1_000_000);
        var orders = Number(args, "--orders", 10_000);
        var quartz = Number(args, "--quartz", 5_000);
        Say($"{Environment.ProcessorCount} processors, .NET {Environment.Version}");
        Plan();
        if (server is not null) await OnAsync(server, waiting, orders, quartz);
        await OnAsync(null, waiting, orders, quartz);
    }

    private static void Plan()
    {
        var now = Instant.FromUtc(2026, 11, 25, 9, 0);
        var calendars = WorkingCalendars.BuiltIn;
        var reader = new ReaderTime(DateTimeZoneProviders.Tzdb["Europe/Berlin"], calendars.Of(null), calendars.Of(null), QuietHours.Default);
        var facts = SampleOrder.Facts(1);
        int Once() => DeadlinePlanner.Plan(OrderFold.Fold(facts, [], now), PolicyBook.BuiltIn, [], calendars, now).Deadlines.Sum(d => ReminderPlanner.Plan(d, null, reader, now, false).Count);
        for (var n = 0; n < 2000; n++) Once();
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < 5000; n++) Once();
        Say($"plan an order's deadlines and {Once()} reminders: {clock.Elapsed.TotalMicroseconds / 5000:F1} µs");
    }

    private static async Task OnAsync(string? server, int waiting, int orders, int quartzDue)
    {
        await using var database = await BenchDatabase.CreateAsync(server);
        Say(database.IsPostgres
            ? $"PostgreSQL {string.Join(", ", await database.DoAsync(db => db.Database.SqlQueryRaw<string>("SELECT name || '=' || setting AS \"Value\" FROM pg_settings WHERE name IN ('server_version', 'fsync', 'synchronous_commit')").ToListAsync()))}"
            : "SQLite, synchronous=FULL");
        var quartz = new QuartzTriggers(database);

        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, orders, new ParallelOptions { MaxDegreeOfParallelism = database.IsPostgres ? 4 : 1 }, async (n, _) => await database.AddOrderAsync(n));
        var adding = clock.Elapsed;
        var reminders = await database.CountAsync();
        Say($"  add {orders:N0} orders with {reminders:N0} reminders, each order a transaction: {orders / adding.TotalSeconds:N0} orders, {reminders / adding.TotalSeconds:N0} reminders a second");
        var added = await quartz.AddAsync(1000);
        Say($"  Quartz, one trigger a reminder: {1000 / added.TotalSeconds:N0} a second; ratio {reminders / adding.TotalSeconds / (1000 / added.TotalSeconds):F1}");

        clock.Restart();
        await database.LoadAsync(waiting, Groups, Due);
        Say($"  (loaded {waiting:N0} waiting in {clock.Elapsed.TotalSeconds:F0} s)");
        var sweep = database.Services.GetRequiredService<ReminderSweep>();
        var start = database.Now;
        var rates = new List<double>();
        for (var group = 0; group < Groups; group++)
        {
            database.Now = start + Duration.FromHours(group);
            clock.Restart();
            var moved = await sweep.RunOnceAsync(CancellationToken.None);
            if (moved != Due) throw new InvalidOperationException(Invariant($"{moved} were moved instead of {Due}."));
            rates.Add(Due / clock.Elapsed.TotalSeconds);
        }

        // The first one is for the compiler and the caches.
        rates.RemoveAt(0);
        rates.Sort();
        var rate = rates[rates.Count / 2];
        var batch = database.Services.GetRequiredService<IDueReminders>().MostAtOnce;
        Say($"  due -> outbox, {Due:N0} of {waiting:N0}, in batches of {batch}: {rate:N0} a second (of {rates.Count} rounds {rates[0]:N0} to {rates[^1]:N0})");
        clock.Restart();
        await database.InsertBareAsync(Due, batch);
        Say($"  the baseline, as many outbox rows without a reminder in batches of {batch}: {Due / clock.Elapsed.TotalSeconds:N0} a second");
        await database.VacuumAsync();
        var idle = await TimeAsync(() => sweep.RunOnceAsync(CancellationToken.None));
        var bare = await TimeAsync(() => database.DoAsync(db => db.Database.ExecuteSqlRawAsync("SELECT 1")));
        Say($"  idle sweep: {idle:F3} ms; a bare SELECT 1 the same way {bare:F3} ms");
        foreach (var size in new[] { 0, 100 })
        {
            var took = await quartz.FireAsync(quartzDue * 20, quartzDue, size);
            var fired = quartzDue / took.TotalSeconds;
            Say($"  Quartz, {quartzDue:N0} due of {quartzDue * 20:N0} more waiting, {(size == 0 ? "its own batch size (10)" : Invariant($"batches of {size}"))}: {fired:N0} a second; ratio {rate / fired:F0}");
        }
    }

    private static async Task<double> TimeAsync(Func<Task> once)
    {
        for (var n = 0; n < 500; n++) await once();
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < 3000; n++) await once();
        return clock.Elapsed.TotalMilliseconds / 3000;
    }

    private static void Say(FormattableString line) => Console.WriteLine(Invariant(line));

    private static void Say(string line) => Console.WriteLine(line);

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) => Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
