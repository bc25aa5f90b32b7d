using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace SourcingBot.Bench.Reminders;

/// <summary>The other way: one Quartz trigger for each reminder, in Quartz's own persistent store on the same database, not clustered, which is faster.</summary>
/// <param name="database">The database.</param>
internal sealed class QuartzTriggers(BenchDatabase database)
{
    private const string Columns = "sched_name, trigger_group, job_name, job_group, description, prev_fire_time, priority, trigger_state, trigger_type, end_time, calendar_name, misfire_instr, job_data";

    /// <summary>Adds triggers one by one, as orders would.</summary>
    /// <param name="count">How many.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> AddAsync(int count)
    {
        await using var services = Build(0);
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var job = JobBuilder.Create<Nothing>().WithIdentity("bench").StoreDurably().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing);
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < count; n++) await scheduler.ScheduleJob(Trigger("added" + n, TimeProvider.System.GetUtcNow().AddDays(30)));
        var took = clock.Elapsed;
        await scheduler.Shutdown();
        return took;
    }

    /// <summary>Loads triggers that wait and some that are due, and lets Quartz fire these.</summary>
    /// <param name="waiting">How many wait.</param>
    /// <param name="due">How many are due.</param>
    /// <param name="batch">How many Quartz takes at once; 0 for its own choice.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> FireAsync(int waiting, int due, int batch)
    {
        await using var services = Build(batch);
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var template = "template" + Guid.NewGuid().ToString("N");
        await scheduler.ScheduleJob(Trigger(template, TimeProvider.System.GetUtcNow().AddDays(30)));
        await CopyAsync(template, "waiting", waiting, TimeProvider.System.GetUtcNow().AddDays(30));
        await CopyAsync(template, "due", due, TimeProvider.System.GetUtcNow());
        Nothing.Expect(due);
        var clock = Stopwatch.StartNew();
        await scheduler.Start();
        await Nothing.Done;

        // Done is a trigger whose row is gone, as an outbox row is one that is marked.
        while (await CountAsync("SELECT COUNT(*) FROM qrtz_triggers WHERE trigger_name LIKE 'due%'") > 0) await Task.Delay(5);
        var took = clock.Elapsed;
        await scheduler.Shutdown();
        return took;
    }

    private static ITrigger Trigger(string name, DateTimeOffset at) => TriggerBuilder.Create().WithIdentity(name).ForJob("bench").StartAt(at)
        .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();

    private async Task CopyAsync(string template, string prefix, int count, DateTimeOffset at)
    {
        var name = $"'{prefix}{template}' || n";
        var numbers = database.IsPostgres ? $"generate_series(1, {count}) AS n" : $"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c)";
        await CountAsync($"""
            INSERT INTO qrtz_triggers (trigger_name, next_fire_time, start_time, {Columns})
            SELECT {name}, {at.UtcTicks} + n, {at.UtcTicks}, {Columns} FROM qrtz_triggers, {numbers} WHERE trigger_name = '{template}';
            INSERT INTO qrtz_simple_triggers (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval, times_triggered)
            SELECT sched_name, {name}, trigger_group, repeat_count, repeat_interval, times_triggered FROM qrtz_simple_triggers, {numbers} WHERE trigger_name = '{template}';
            SELECT 0;
            """);
        if (database.IsPostgres) await CountAsync("ANALYZE qrtz_triggers; SELECT 0");
    }

    private async Task<long> CountAsync(string statement)
    {
        await using DbConnection connection = database.IsPostgres ? new NpgsqlConnection(database.Connection) : new SqliteConnection($"Data Source={database.FileBeside}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 0;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private ServiceProvider Build(int batch)
    {
        var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.None));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "bench";
                scheduler.MaxBatchSize = batch;
            });
            if (batch > 0) quartz.UseDefaultThreadPool(batch);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (database.IsPostgres) store.UsePostgres(NpgsqlFactory.Instance, database.Connection);
                else store.UseSqlite(SqliteFactory.Instance, $"Data Source={database.FileBeside}");
            });
        });
        return services.BuildServiceProvider();
    }

    /// <summary>A job that only counts: what is measured is the store.</summary>
    private sealed class Nothing : IJob
    {
        private static int _left;
        private static TaskCompletionSource _done = new();

        public static Task Done => _done.Task;

        public static void Expect(int count) => (_left, _done) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Decrement(ref _left) == 0) _done.SetResult();
            return ValueTask.CompletedTask;
        }
    }
}
