namespace SourcingBot.Orders;

/// <summary>Why paying the balance now would be too soon.</summary>
/// <param name="Standing">How inspection stands.</param>
/// <param name="Cause">The entry that asks for or announces the payment.</param>
/// <param name="LastInspection">The last entry about an inspection, or null.</param>
public sealed record BalanceWarning(InspectionStanding Standing, OrderEvent Cause, OrderEvent? LastInspection)
{
    /// <summary>
    /// The warning for an order whose balance is asked for or about to be paid although no final inspection was passed;
    /// null when there is no reason to stop: nothing was asked, it is paid, or the goods passed.
    /// </summary>
    /// <param name="state">Where the order stands.</param>
    public static BalanceWarning? For(OrderState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var cause = state.Events.LastOrDefault(e => e.Kind is OrderEventKind.BalanceAsked or OrderEventKind.BalanceAboutToBePaid);
        if (cause is null || state.Inspection == InspectionStanding.Passed || state.Has(OrderEventKind.BalancePaid) || state.Has(OrderEventKind.PaidInFull)) return null;
        if (state.Phase is OrderPhase.Closed or OrderPhase.Cancelled) return null;
        var inspection = state.Events.LastOrDefault(e => e.Kind is OrderEventKind.InspectionBooked or OrderEventKind.InspectionPassed or OrderEventKind.InspectionFailed);
        return new BalanceWarning(state.Inspection, cause, inspection);
    }
}
