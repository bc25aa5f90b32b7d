using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Settings;

namespace SourcingBot.Slack;

/// <summary>Adds Slack.</summary>
public static class SlackServices
{
    /// <summary>Registers the adapter. Without settings it is off and says so.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, SettingsReader settings)
    {
        services.AddHttpClient(SlackWebApi.Client, client => client.Timeout = TimeSpan.FromSeconds(15))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddHttpClient(SlackFiles.Client, client => client.Timeout = TimeSpan.FromSeconds(20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddHttpClient(SlackFileSender.Client, client => client.Timeout = TimeSpan.FromMinutes(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddSingleton(SlackOptions.Of(settings)).AddSingleton<SlackIdentity>().AddSingleton<SlackStanding>().AddSingleton<SlackWebApi>();
        services.AddSingleton<SlackUsers>().AddSingleton<SlackNotices>().AddSingleton<SlackEventMapper>().AddSingleton<SlackEndpoints>();
        services.AddSingleton<SlackHistory>().AddSingleton<SlackFiles>().AddSingleton<SlackFileSender>().AddSingleton<IChatPlatform, SlackChat>().AddSingleton<SlackIntroduction>();
        return services.AddHostedService(p => p.GetRequiredService<SlackIntroduction>()).AddHostedService<SlackSocket>();
    }

    /// <summary>Maps Slack's endpoints.</summary>
    /// <param name="endpoints">The program's routes.</param>
    public static void MapSlack(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.ServiceProvider.GetRequiredService<SlackEndpoints>().Map(endpoints);
    }
}
