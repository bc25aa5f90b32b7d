using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SourcingBot.Chat;
using SourcingBot.Settings;

namespace SourcingBot.Teams;

/// <summary>Adds Teams.</summary>
public static class TeamsServices
{
    /// <summary>Registers the adapter. Without settings it serves the local emulator alone, in Development.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    /// <param name="environment">Tells whether this is Development.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, SettingsReader settings, IHostEnvironment environment)
    {
        foreach (var client in new[] { SigningKeys.Client, BotToken.Client, ConnectorClient.Client })
        {
            services.AddHttpClient(client, c => c.Timeout = TimeSpan.FromSeconds(15))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        }

        foreach (var (client, longest) in new[] { (TeamsFiles.Client, TimeSpan.FromSeconds(20)), (TeamsFileSender.Client, TimeSpan.FromMinutes(5)) })
        {
            services.AddHttpClient(client, c => c.Timeout = longest)
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        }

        services.AddSingleton<TeamsFiles>().AddSingleton<TeamsFileSender>();
        services.AddSingleton(TeamsOptions.Of(settings, environment.IsDevelopment()));
        services.AddSingleton<SigningKeys>().AddSingleton<BotToken>().AddSingleton<ConnectorClient>().AddSingleton<TeamsTokenValidator>();
        return services.AddSingleton<TeamsActivityMapper>().AddSingleton<TeamsEndpoint>().AddSingleton<IChatPlatform, TeamsChat>();
    }

    /// <summary>Maps the endpoint of the Bot Framework.</summary>
    /// <param name="endpoints">The program's routes.</param>
    public static void MapTeams(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost("/api/messages", endpoints.ServiceProvider.GetRequiredService<TeamsEndpoint>().HandleAsync);
    }
}
