using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;
using SourcingBot.Reminders;

namespace SourcingBot.Host.Storage;

/// <summary>Registers the database that the settings name.</summary>
internal static class StorageServices
{
    /// <summary>Adds the context of the database that the settings name.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="storage">Which database.</param>
    public static IServiceCollection AddSourcingStorage(this IServiceCollection services, StorageSettings storage)
    {
        services.AddSingleton(storage);
        if (storage.IsPostgres)
        {
            services.AddSingleton<IDueReminders, PostgresDueReminders>();
            services.AddDbContext<PostgresSourcingDbContext>(options => options.UseNpgsql(storage.ConnectionString));
            return services.AddScoped<SourcingDbContext>(p => p.GetRequiredService<PostgresSourcingDbContext>());
        }

        services.AddSingleton<IDueReminders, SqliteDueReminders>();
        services.AddDbContext<SqliteSourcingDbContext>(options =>
            options.UseSqlite(storage.ConnectionString).AddInterceptors(SqlitePragmas.Instance));
        return services.AddScoped<SourcingDbContext>(p => p.GetRequiredService<SqliteSourcingDbContext>());
    }

    /// <summary>Brings the database to this version. Two hosts that do it at once wait for each other.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        // Looking is far cheaper than what a migration prepares, and most starts find nothing to do.
        var storage = services.GetRequiredService<StorageSettings>();
        if (storage.File is not { } file)
        {
            if (!await IsPendingAsync()) return;
            await using var alone = await PostgresMigrationLock.TakeAsync(db, storage.ConnectionString, cancellationToken);
            if (await IsPendingAsync()) await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var mine = await MigrationLock.TakeAsync(file, cancellationToken);
        await SqlitePragmas.UseWriteAheadLogAsync(db, cancellationToken);
        await MigrationLock.ClearLeftOverAsync(db, services.GetRequiredService<ILoggerFactory>(), cancellationToken);
        if (await IsPendingAsync()) await db.Database.MigrateAsync(cancellationToken);

        async Task<bool> IsPendingAsync() => (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }
}
