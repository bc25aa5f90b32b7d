using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Reminders;

namespace SourcingBot.Orders;

/// <summary>Registers what follows orders and answers for them.</summary>
internal static class OrdersServices
{
    /// <summary>Adds the order book and the handlers, in the order in which they are asked.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddScoped<Timetable>()
        .AddScoped<ReminderWriter>()
        .AddScoped<OrderBook>()
        .AddScoped<OrderDrafts>()
        .AddScoped<OrderDesk>()
        .AddScoped<OrderHints>()
        .AddScoped<TeamChoices>()
        .AddScoped<IDeadlineBoards, DeadlineBoards>()
        .AddScoped<TeamCalendars>()
        .AddScoped<ITeamCalendars>(p => p.GetRequiredService<TeamCalendars>())
        .AddScoped<ITurnHandler, OrderTurnHandler>()
        .AddScoped<ITurnHandler, OrderButtonHandler>()
        .AddScoped<ITurnHandler, ReminderButtonHandler>();
}
