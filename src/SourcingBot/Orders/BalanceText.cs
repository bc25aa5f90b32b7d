using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Says why the balance of an order should wait.</summary>
internal static class BalanceText
{
    /// <summary>The warning, knowing how the order's inspection stands.</summary>
    /// <param name="warning">The warning.</param>
    /// <param name="state">Where the order stands.</param>
    public static string Of(BalanceWarning warning, OrderState state) => For(warning.Standing, warning.LastInspection, state);

    /// <summary>The same where only the standing is known.</summary>
    /// <param name="standing">How inspection stands.</param>
    /// <param name="last">The last entry about an inspection, or null.</param>
    /// <param name="state">Where the order stands.</param>
    public static string For(InspectionStanding standing, OrderEvent? last, OrderState state)
    {
        var day = last is null ? string.Empty : When.Weekday(last.On.DateIn(state.Zone));
        return standing switch
        {
            InspectionStanding.Failed => When.Say(Words.BalanceFailed, day),
            InspectionStanding.Booked => When.Say(Words.BalanceBooked, day),
            _ => Words.BalanceNoInspection,
        };
    }
}
