using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;

namespace SourcingBot.Watching;

/// <summary>Registers the watching of channels.</summary>
internal static class WatchingServices
{
    /// <summary>Adds it. What is overheard is for nobody else, so this stands before all other handlers.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddScoped<ITurnHandler, OverheardTurnHandler>()
        .AddScoped<ITurnHandler, WatchTurnHandler>();
}
