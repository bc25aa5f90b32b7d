using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Suppliers.Memory;

namespace SourcingBot.Suppliers;

/// <summary>Registers what is known of suppliers.</summary>
internal static class SuppliersServices
{
    /// <summary>Adds the supplier book, its handler and the reminders.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddSuppliers(this IServiceCollection services) =>
        services.AddScoped<SupplierBook>().AddScoped<SupplierMemory>().AddScoped<SupplierHints>()
            .AddScoped<ITurnHandler, SupplierTurnHandler>().AddScoped<ITurnHandler, SupplierMemoryTurnHandler>().AddSingleton<SupplierReChecks>();
}
