using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;

namespace SourcingBot.Packs;

/// <summary>Adds the evidence packs.</summary>
internal static class PacksServices
{
    /// <summary>Registers them.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddPacks(this IServiceCollection services) => services.AddScoped<CasePacks>().AddScoped<IFileSource, PackFileSource>();
}
