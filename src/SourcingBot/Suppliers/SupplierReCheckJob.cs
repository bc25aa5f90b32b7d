using Quartz;

namespace SourcingBot.Suppliers;

/// <summary>Looks every ten minutes whether a supplier is to be checked again.</summary>
/// <param name="checks">What it does.</param>
[DisallowConcurrentExecution]
internal sealed class SupplierReCheckJob(SupplierReChecks checks) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await checks.RunOnceAsync(cancellationToken);
}
