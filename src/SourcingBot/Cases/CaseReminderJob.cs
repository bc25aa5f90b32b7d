using Quartz;

namespace SourcingBot.Cases;

/// <summary>Looks every few minutes whether a case is to be reminded of.</summary>
/// <param name="reminders">What it does.</param>
[DisallowConcurrentExecution]
internal sealed class CaseReminderJob(CaseReminders reminders) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await reminders.RunOnceAsync(cancellationToken);
}
