using SourcingBot.Orders;

namespace SourcingBot.Host.Pages;

/// <summary>Says how far an order is.</summary>
public static class PhaseWords
{
    /// <summary>"in production".</summary>
    /// <param name="phase">The phase.</param>
    public static string InWords(this OrderPhase phase) => phase switch
    {
        OrderPhase.Ordered => "ordered, nothing paid",
        OrderPhase.InProduction => "in production",
        OrderPhase.InspectionBooked => "inspection booked",
        OrderPhase.InspectionFailed => "inspection failed",
        OrderPhase.ReadyToShip => "ready to ship",
        OrderPhase.Shipped => "shipped",
        OrderPhase.Delivered => "delivered, window open",
        OrderPhase.Received => "receipt confirmed",
        OrderPhase.InDispute => "in dispute",
        OrderPhase.Escalated => "with the marketplace",
        OrderPhase.Closed => "closed",
        _ => "cancelled",
    };
}
