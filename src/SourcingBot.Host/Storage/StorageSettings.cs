using Microsoft.Data.Sqlite;

namespace SourcingBot.Host.Storage;

/// <summary>Which database, and how to reach it.</summary>
/// <param name="IsPostgres">PostgreSQL instead of SQLite.</param>
/// <param name="ConnectionString">The connection; secret.</param>
/// <param name="File">The SQLite file's full path, or null.</param>
internal sealed record StorageSettings(bool IsPostgres, string ConnectionString, string? File)
{
    /// <summary>Reads the settings. Without any, it is a file under the user's data folder.</summary>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="InvalidSettingException">A setting cannot be used.</exception>
    public static StorageSettings Of(IConfiguration configuration)
    {
        var provider = configuration["Storage:Provider"];
        var connection = configuration.GetConnectionString("SourcingBot");
        switch (provider?.ToUpperInvariant())
        {
            case "POSTGRESQL":
                return string.IsNullOrWhiteSpace(connection)
                    ? throw new InvalidSettingException("ConnectionStrings:SourcingBot", "nothing", "a PostgreSQL connection, as Host=…;Database=…;Username=…;Password=…")
                    : new StorageSettings(true, connection, null);
            case null or "" or "SQLITE":
                break;
            default:
                throw new InvalidSettingException("Storage:Provider", $"“{provider}”", "Sqlite or PostgreSql");
        }

        if (string.IsNullOrWhiteSpace(connection)) connection = $"Data Source={Path.Combine(DataFolder(), "sourcingbot.db")}";
        try
        {
            var builder = new SqliteConnectionStringBuilder(connection) { DefaultTimeout = 30 };
            builder.DataSource = Path.GetFullPath(builder.DataSource);
            return new StorageSettings(false, builder.ToString(), builder.DataSource);
        }
        catch (ArgumentException)
        {
            // The connection is not repeated: it may hold a password meant for another database.
            throw new InvalidSettingException("ConnectionStrings:SourcingBot", "a connection that SQLite does not understand", "Data Source=PATH, or Storage:Provider=PostgreSql");
        }
    }

    private static string DataFolder()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(folder.Length > 0 ? folder : AppContext.BaseDirectory, "SourcingBot");
    }
}

/// <summary>A setting that cannot be used. Its message is for the person who set it and holds no secret.</summary>
/// <param name="key">The setting's name.</param>
/// <param name="found">What was found.</param>
/// <param name="wanted">What is wanted.</param>
internal sealed class InvalidSettingException(string key, string found, string wanted)
    : Exception($"The setting {key} is {found}. Wanted: {wanted}.");
