using NodaTime;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Text;

namespace SourcingBot.Cases;

/// <summary>What an order that the team follows says already, so that nobody is asked for it. Pure.</summary>
internal static class CasePrefill
{
    /// <summary>The answers by the prefill's name.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyDictionary<string, Answer> Of(OrderState state, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var known = new Answer { State = AnswerState.Given, At = now };
        var order = state.Order;
        var found = new Dictionary<string, Answer>(StringComparer.Ordinal)
        {
            ["order-number"] = known with { Text = order.Number },
            ["supplier"] = known with { Text = order.Supplier },
            ["protection"] = known with { Choice = KebabNames<Protection>.Of(order.Protection) },
        };
        if (order.Goods is { } goods) found["goods"] = known with { Text = goods };
        if (order.Quantity is { } quantity) found["ordered"] = known with { Quantity = quantity };
        if (order.Amount is { } amount) found["order-amount"] = known with { Money = amount };
        if (order.Incoterm is { } term) found["incoterm"] = known with { Text = term.Place is null ? term.Term : $"{term.Term} {term.Place}" };
        if (state.ShipBy is { } shipBy) found["ship-by"] = known with { Date = shipBy };
        if (state.First(OrderEventKind.Delivered) is { } delivered) found["delivered-on"] = known with { Date = delivered.On.DateIn(state.Zone) };
        if (found.ContainsKey("delivered-on")) found["arrived"] = known with { Choice = "goods" };
        if (state.Has(OrderEventKind.ReceiptConfirmed)) found["receipt-confirmed"] = known with { Choice = "yes" };
        if (order.PaymentWays is [var way]) found["rail"] = known with { Choice = RailOf(way) };
        found["inspection"] = known with { Choice = state.Inspection switch { InspectionStanding.Passed => "passed", InspectionStanding.Failed => "failed", _ => "none" } };
        return found;
    }

    private static string RailOf(PaymentWay way) => way switch
    {
        PaymentWay.OrderTransfer => "order-transfer",
        PaymentWay.Card => "card",
        PaymentWay.PayPal => "paypal",
        PaymentWay.Wire => "wire",
        _ => "other",
    };
}
