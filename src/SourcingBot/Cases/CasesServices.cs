using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>Registers the guided conversations.</summary>
internal static class CasesServices
{
    /// <summary>Adds the cases and their handlers, in the order in which they are asked.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton(FlowBook.BuiltIn)
        .AddSingleton<CaseWarnings>()
        .AddSingleton<CaseReminders>()
        .AddScoped<CaseBook>()
        .AddScoped<CaseOrders>()
        .AddScoped<CaseReminderPlan>()
        .AddScoped<CaseReplies>()
        .AddScoped<CaseDesk>()
        .AddScoped<CaseEvidence>()
        .AddScoped<CaseStages>()
        .AddScoped<CaseHandover>()
        .AddScoped<CaseDeletion>()
        .AddScoped<CaseStarts>()
        .AddScoped<ICaseBoards, CaseBoards>()
        .AddScoped<ITurnHandler, CaseFormHandler>()
        .AddScoped<ITurnHandler, CaseTurnHandler>()
        .AddScoped<ITurnHandler, CaseButtonHandler>();
}
