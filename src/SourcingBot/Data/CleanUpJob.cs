using Quartz;

namespace SourcingBot.Data;

/// <summary>Deletes once a day what nobody needs any more.</summary>
/// <param name="cleanUp">What it does.</param>
[DisallowConcurrentExecution]
internal sealed class CleanUpJob(CleanUp cleanUp) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await cleanUp.RunOnceAsync(cancellationToken);
}
