using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using SourcingBot.Host.Storage;

namespace SourcingBot.Host.Scheduling;

/// <summary>Registers the scheduler of recurring work and where it keeps its schedule.</summary>
internal static class SchedulingServices
{
    /// <summary>Each host writes down this often that it lives; another takes over its work after about twice as long.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    /// <summary>Adds the scheduler. It starts when the program has started, see <see cref="SchedulerService"/>.</summary>
    /// <param name="services">The program's services, with <see cref="StorageSettings"/> among them.</param>
    /// <param name="storage">The database.</param>
    public static IServiceCollection AddScheduling(this IServiceCollection services, StorageSettings storage)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "SourcingBot");

            // The jobs wait for the database most of the time, and no two of one kind run at once.
            quartz.UseDefaultThreadPool(3);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (storage.IsPostgres)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = CheckIn;
                        cluster.CheckinMisfireThreshold = CheckIn;
                    });
                }
                else if (storage.File is { } file)
                {
                    // A file of its own: the scheduler's transactions would otherwise wait for those of the chats.
                    store.UseSqlite(SqliteFactory.Instance, new SqliteConnectionStringBuilder { DataSource = Path.ChangeExtension(file, ".schedule.db") }.ToString());
                }
            });
        });
        services.AddSingleton<SchedulerService>();
        return services.AddHostedService(provider => provider.GetRequiredService<SchedulerService>());
    }
}
