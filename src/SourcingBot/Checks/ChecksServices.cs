using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;
using SourcingBot.Risk;
using SourcingBot.Risk.OwnRules;
using SourcingBot.SecondReader;

namespace SourcingBot.Checks;

/// <summary>Registers what answers a message to the bot.</summary>
internal static class ChecksServices
{
    /// <summary>Adds the judge and the handlers, in the order in which they are asked.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton(p => new OwnRuleBook(p.GetService<OwnRuleOptions>()?.Folder, p.GetService<ILogger<OwnRuleBook>>()))
        .AddSingleton(p => RiskScanner.BuiltIn.With(p.GetRequiredService<OwnRuleBook>()))
        .AddHostedService<OwnRuleReload>()
        .AddSingleton<WaysToAsk>()
        .AddScoped<AskedDay>()
        .AddScoped<TeamSensitivity>()
        .AddScoped<SecondReaderDesk>()
        .AddScoped<ITurnHandler, SensitivityTurnHandler>()
        .AddScoped<ITurnHandler, CheckTurnHandler>()
        .AddScoped<ITurnHandler, WelcomeTurnHandler>()
        .AddScoped<ITurnHandler, StaleButtonTurnHandler>();
}
