using Microsoft.Extensions.Configuration.Json;

namespace SourcingBot.Host.Commands;

/// <summary>Reads user secrets (`dotnet user-secrets set KEY VALUE --project src/SourcingBot.Host`) in every environment, not in Development alone.</summary>
internal static class UserSecrets
{
    /// <summary>Adds them above the settings files and below environment variables and arguments.</summary>
    /// <param name="configuration">The settings' sources, in the web server's usual order.</param>
    public static void AddUserSecretsBelowEnvironment(this ConfigurationManager configuration)
    {
        var secrets = new ConfigurationBuilder().AddUserSecrets(typeof(UserSecrets).Assembly, optional: true).Sources.OfType<JsonConfigurationSource>().Single();
        if (secrets.FileProvider is null) return; // There is no such folder, and nowhere else is meant.

        IList<IConfigurationSource> sources = configuration.Sources;
        var files = sources.OfType<JsonConfigurationSource>().Last(s => s.Path?.StartsWith("appsettings", StringComparison.Ordinal) == true);
        sources.Insert(sources.IndexOf(files) + 1, secrets);
    }
}
