using Microsoft.Data.Sqlite;
using Npgsql;
using SourcingBot.Settings;

namespace SourcingBot.Host.Storage;

/// <summary>Which database, and how to reach it.</summary>
/// <param name="IsPostgres">PostgreSQL instead of SQLite.</param>
/// <param name="ConnectionString">The connection; secret.</param>
/// <param name="File">The SQLite file's full path, or null.</param>
internal sealed record StorageSettings(bool IsPostgres, string ConnectionString, string? File)
{
    /// <summary>The folder of people's files where no setting names one: beside the database, or under the user's data folder where that is a server.</summary>
    public string FilesFolder => Path.Combine(Path.GetDirectoryName(File) ?? DataFolder(), "files");

    private const string ProviderKey = "Storage:Provider";
    private const string ConnectionKey = "ConnectionStrings:SourcingBot";

    /// <summary>Reads the settings. Without any, it is a file under the user's data folder.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there. A connection is never repeated: it may hold a password.</param>
    public static StorageSettings Of(SettingsReader settings)
    {
        var connection = settings.Text(ConnectionKey);
        var provider = settings.Text(ProviderKey);
        switch (provider?.ToUpperInvariant())
        {
            case "POSTGRESQL":
                return Postgres(settings, connection);
            case null or "SQLITE":
                return Sqlite(settings, connection);
            default:
                settings.Report(ProviderKey, SettingsReader.Shown(provider), "Sqlite or PostgreSql");
                return new StorageSettings(false, string.Empty, null);
        }
    }

    private static StorageSettings Postgres(SettingsReader settings, string? connection)
    {
        const string Wanted = "a PostgreSQL connection, as Host=…;Database=…;Username=…;Password=…";
        if (connection is null)
        {
            settings.Report(ConnectionKey, $"missing, while {ProviderKey} is PostgreSql", Wanted);
            return new StorageSettings(true, string.Empty, null);
        }

        try
        {
            if (string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connection).Host)) settings.Report(ConnectionKey, "a connection without Host", Wanted);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            settings.Report(ConnectionKey, "a connection that PostgreSQL does not understand", Wanted);
        }

        return new StorageSettings(true, connection, null);
    }

    private static StorageSettings Sqlite(SettingsReader settings, string? connection)
    {
        const string Wanted = "Data Source=PATH of a file, or Storage:Provider=PostgreSql";
        try
        {
            var builder = new SqliteConnectionStringBuilder(connection ?? $"Data Source={Path.Combine(DataFolder(), "sourcingbot.db")}") { DefaultTimeout = 30 };
            if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase))
            {
                settings.Report(ConnectionKey, "a database in memory, where nothing that was accepted would survive", Wanted);
                return new StorageSettings(false, string.Empty, null);
            }

            builder.DataSource = Path.GetFullPath(builder.DataSource);
            if (Directory.Exists(builder.DataSource)) settings.Report(ConnectionKey, "a folder", Wanted);
            return new StorageSettings(false, builder.ToString(), builder.DataSource);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            settings.Report(ConnectionKey, "a connection that SQLite does not understand", Wanted);
            return new StorageSettings(false, string.Empty, null);
        }
    }

    private static string DataFolder()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(folder.Length > 0 ? folder : AppContext.BaseDirectory, "SourcingBot");
    }
}
