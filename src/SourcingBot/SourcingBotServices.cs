using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Feedback;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Reminders;
using SourcingBot.Settings;
using SourcingBot.Suppliers;
using SourcingBot.Watching;

namespace SourcingBot;

/// <summary>Registers the bot, without a database provider and without chat platforms.</summary>
public static class SourcingBotServices
{
    /// <summary>Adds the inbox, the outbox, their workers and what answers messages.</summary>
    /// <param name="services">The program's services; a <see cref="SourcingDbContext"/> and the platforms are added by others.</param>
    public static IServiceCollection AddSourcingBot(this IServiceCollection services)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddScoped<CurrentTeam>();

        // Read here, so that a bad data file stops the program at its start and not at somebody's deadline.
        services.TryAddSingleton(PolicyBook.BuiltIn);
        services.TryAddSingleton(WorkingCalendars.BuiltIn);
        services.TryAddSingleton(ReminderOptions.Default);
        services.TryAddSingleton(RetentionOptions.Default);
        services.TryAddSingleton(new PublicAddress(null));
        services.AddSingleton<InboxSignal>().AddSingleton<OutboxSignal>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddScoped<TurnDispatcher>().AddScoped<People>().AddSingleton<Introductions>();
        services.AddSingleton<InboxWorker>().AddSingleton<Deliverer>().AddSingleton<OutboxSender>();
        services.AddHostedService<ChatWorkers>();
        services.AddSingleton<CleanUp>().AddReminders().AddEvidence();
        return services.AddWatching().AddPacks().AddCases().AddSuppliers().AddOrders().AddFeedback().AddChecks();
    }
}
