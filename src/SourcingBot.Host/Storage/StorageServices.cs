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

    /// <summary>Brings the database to this version. Safe when two hosts do it at once: EF Core holds a lock in the database.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        if (services.GetRequiredService<StorageSettings>().File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await SqlitePragmas.UseWriteAheadLogAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }
}
