using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;
using SourcingBot.Host.Storage;

// Writes a migration for both databases from the difference between the model and the last snapshot.
// usage: dotnet run --project infra/migrations-tool -- NAME
if (args is not [var name])
{
    Console.Error.WriteLine("usage: dotnet run --project infra/migrations-tool -- NAME");
    return 2;
}

var folder = Path.GetFullPath(Path.Combine("src", "SourcingBot.Host", "Migrations"));
Write(new SqliteSourcingDbContext(new DbContextOptionsBuilder<SqliteSourcingDbContext>().UseSqlite("Data Source=unused").Options, new CurrentTeam()), "Sqlite");
Write(new PostgresSourcingDbContext(new DbContextOptionsBuilder<PostgresSourcingDbContext>().UseNpgsql("Host=unused").Options, new CurrentTeam()), "Postgres");
return 0;

void Write(DbContext db, string provider)
{
    using (db)
    {
        var assembly = typeof(SqliteSourcingDbContext).Assembly;
        var services = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(handler: null), []).Build(db);
        var scaffolder = services.CreateScope().ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, "SourcingBot.Host.Migrations." + provider, language: "C#");
        var target = Path.Combine(folder, provider);
        File.WriteAllText(Path.Combine(target, migration.MigrationId + migration.FileExtension), migration.MigrationCode);
        File.WriteAllText(Path.Combine(target, migration.MigrationId + ".Designer" + migration.FileExtension), migration.MetadataCode);
        File.WriteAllText(Path.Combine(target, migration.SnapshotName + migration.FileExtension), migration.SnapshotCode);
        Console.WriteLine(migration.MigrationId);
    }
}
