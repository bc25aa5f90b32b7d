using Microsoft.Extensions.DependencyInjection;

namespace SourcingBot.Reminders;

/// <summary>Registers what sends reminders, but for <see cref="IDueReminders"/>, which belongs to the database.</summary>
internal static class RemindersServices
{
    /// <summary>Adds the sweep and what is told of several orders at once.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<ReminderSignal>().AddSingleton<MissedReminders>().AddSingleton<ReminderSweep>().AddSingleton<WeeklyDigests>();
        services.AddHostedService<ReminderWatch>();
        return services;
    }
}
