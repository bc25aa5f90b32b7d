using System.Globalization;
using NodaTime;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Says problems in words.</summary>
public static class OrderProblems
{
    /// <summary>A clear question or error: what does not fit and what to do.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="state">The order it is about.</param>
    public static string Text(OrderProblem problem, OrderState state)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(state);
        var order = state.Order;
        var (what, day) = Of(problem.Event, state);
        var (other, otherDay) = Of(problem.Other, state);
        return problem.Kind switch
        {
            OrderProblemKind.NumberMissing => Words.ProblemNumberMissing,
            OrderProblemKind.AmountNotPositive => Words.ProblemAmountNotPositive,
            OrderProblemKind.SplitNotWhole => Format(Words.ProblemSplitNotWhole, order.PaymentSplit.Sum(s => s.Percent)),
            OrderProblemKind.ZoneUnknown => Words.ProblemZoneUnknown,
            OrderProblemKind.ZoneDoesNotExist => Format(Words.ProblemZoneDoesNotExist, order.ReaderZone),
            OrderProblemKind.DueBeforeOrder => Format(Words.ProblemDueBeforeOrder, Say(order.PlacedOn)),
            OrderProblemKind.DeliverByBeforeShipBy => Format(Words.ProblemDeliverByBeforeShipBy, Say(state.DeliverBy), Say(state.ShipBy)),
            OrderProblemKind.BeforeOrder => Format(Words.ProblemBeforeOrder, what, day, Say(order.PlacedOn)),
            OrderProblemKind.InTheFuture => Format(Words.ProblemInTheFuture, what, day),
            OrderProblemKind.ImplausibleDate => Format(Words.ProblemImplausibleDate, what, day),
            OrderProblemKind.BeforeItsCause => Format(Words.ProblemBeforeItsCause, what, day, other, otherDay),
            OrderProblemKind.CauseMissing => Format(Words.ProblemCauseMissing, what, day, problem.Missing is { } missing ? EventNames.Of(missing) : ""),
            OrderProblemKind.UntilBeforeStart => Format(Words.ProblemUntilBeforeStart, what, day, Say(problem.Event?.Until)),
            OrderProblemKind.ToldTwice => Format(Words.ProblemToldTwice, what, otherDay, day),
            OrderProblemKind.AfterTheEnd => Format(Words.ProblemAfterTheEnd, what, day, other, otherDay),
            OrderProblemKind.BalanceBeforeInspection => Words.ProblemBalanceBeforeInspection,
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Kind, "This kind of problem has no words."),
        };
    }

    private static (string What, string Day) Of(OrderEvent? e, OrderState state) => e is null ? ("", "") : (EventNames.Of(e.Kind), Say(e.On.DateIn(state.Zone)));

    // The month in letters, because people read 03/04 in two ways.
    private static string Say(LocalDate? date) => date?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Format(string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}

/// <summary>The names of what can happen, in words that fit after "is said to be".</summary>
public static class EventNames
{
    /// <summary>The name: "delivered", "refund asked for".</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(OrderEventKind kind) => Words.ResourceManager.GetString("Event" + kind, CultureInfo.InvariantCulture) ?? kind.ToString();

    /// <summary>The name of a date of the order: "agreed shipment date".</summary>
    /// <param name="date">The date.</param>
    public static string Of(OrderDate date) => Words.ResourceManager.GetString("Date" + date, CultureInfo.InvariantCulture) ?? date.ToString();
}
