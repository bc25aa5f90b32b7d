using Quartz;
using SourcingBot.Cases;
using SourcingBot.Data;
using SourcingBot.Reminders;
using SourcingBot.Suppliers;

namespace SourcingBot.Host.Scheduling;

/// <summary>What is done again and again, and when.</summary>
internal static class RecurringWork
{
    /// <summary>The jobs with their triggers. A time that was missed is made up for at once, however often it was missed.</summary>
    /// <param name="options">How often due reminders are looked for.</param>
    public static IReadOnlyDictionary<IJobDetail, IReadOnlyCollection<ITrigger>> Of(ReminderOptions options) => new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>
    {
        [Job<ReminderSweepJob>("reminder-sweep")] =
        [
            Trigger("reminder-sweep").StartNow().WithSimpleSchedule(every => every
                .WithInterval(TimeSpan.FromSeconds(options.SweepSeconds)).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)).Build(),
        ],
        [Job<WeeklyDigestJob>("weekly-digest")] = [Cron("weekly-digest", "0 0/15 * * * ?")],
        [Job<SupplierReCheckJob>("supplier-re-check")] = [Cron("supplier-re-check", "0 5/10 * * * ?")],
        [Job<CaseReminderJob>("case-reminder")] = [Cron("case-reminder", "0 2/5 * * * ?")],
        [Job<CleanUpJob>("clean-up")] = [Cron("clean-up", "0 30 3 * * ?")],
    };

    private static IJobDetail Job<T>(string name)
        where T : IJob => JobBuilder.Create<T>().WithIdentity(name).Build();

    private static TriggerBuilder<IJob> Trigger(string name) => TriggerBuilder.Create().WithIdentity(name);

    private static ITrigger Cron(string name, string expression) => Trigger(name)
        .WithCronSchedule(expression, cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
}
