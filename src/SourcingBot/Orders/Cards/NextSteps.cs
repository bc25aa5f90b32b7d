using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>A button of an order's card.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Verb">What it does.</param>
internal readonly record struct NextStep(string Label, string Verb)
{
    /// <summary>Whether it says that an inspection was passed: it lifts the stop of the balance, so no card invites to press it.</summary>
    public bool Lifts => Verb == OrderVerbs.Happened + "inspection-passed";
}

/// <summary>What most people do next with an order, by how far it is. Pure.</summary>
internal static class NextSteps
{
    /// <summary>The steps, the most likely first: what happened today, then the undoing and the people.</summary>
    /// <param name="state">Where the order stands.</param>
    public static IReadOnlyList<NextStep> Of(OrderState state)
    {
        List<NextStep> steps = [.. Kinds(state).Select(k => new NextStep(Label(k), OrderVerbs.Happened + KebabNames<OrderEventKind>.ByName.First(n => n.Value == k).Key))];
        if (state.Phase is OrderPhase.Delivered or OrderPhase.Received && !state.Has(OrderEventKind.DisputeSettled)) steps.Insert(0, new NextStep(Words.ButtonDispute, OrderVerbs.Dispute));
        if (state.Events.Count > 0) steps.Add(new NextStep(Words.ButtonUndo, OrderVerbs.Undo));
        steps.Add(state.Order.Owner is null ? new NextStep(Words.ButtonTakeOver, OrderVerbs.TakeOver) : new NextStep(Words.ButtonBackup, OrderVerbs.Backup));
        return steps;
    }

    private static OrderEventKind[] Kinds(OrderState state) => state.Phase switch
    {
        OrderPhase.Delivered or OrderPhase.Received when state.Has(OrderEventKind.DisputeSettled) => [OrderEventKind.Closed, OrderEventKind.ReceiptConfirmed],
        OrderPhase.Ordered => [OrderEventKind.DepositPaid, OrderEventKind.PaidInFull],
        OrderPhase.InProduction => [OrderEventKind.InspectionPassed, OrderEventKind.InspectionFailed, OrderEventKind.Shipped],
        OrderPhase.InspectionBooked or OrderPhase.InspectionFailed => [OrderEventKind.InspectionPassed, OrderEventKind.InspectionFailed],
        OrderPhase.ReadyToShip => state.Has(OrderEventKind.BalancePaid) || state.Has(OrderEventKind.PaidInFull)
            ? [OrderEventKind.Shipped, OrderEventKind.Delivered]
            : [OrderEventKind.BalancePaid, OrderEventKind.Shipped],
        OrderPhase.Shipped => [OrderEventKind.Delivered, OrderEventKind.NonDeliveryNoticed],
        OrderPhase.Delivered => [OrderEventKind.RefundAsked, OrderEventKind.ReceiptConfirmed],
        OrderPhase.Received => [OrderEventKind.RefundAsked, OrderEventKind.Closed],
        OrderPhase.InDispute => [OrderEventKind.SupplierAnswered, OrderEventKind.Escalated, OrderEventKind.DisputeSettled],
        OrderPhase.Escalated => [OrderEventKind.EvidenceUploaded, OrderEventKind.DisputeSettled],
        _ => [],
    };

    private static string Label(OrderEventKind kind) => When.Say(Words.ButtonHappened, char.ToUpperInvariant(EventNames.Of(kind)[0]) + EventNames.Of(kind)[1..]);
}

/// <summary>What the buttons of an order's card do.</summary>
internal static class OrderVerbs
{
    /// <summary>Begin a dispute about the order, or go on with it.</summary>
    public const string Dispute = "dispute";

    /// <summary>Delete the order.</summary>
    public const string Forget = "forget";

    /// <summary>Something happened today; the kind's name follows.</summary>
    public const string Happened = "happened:";

    /// <summary>Something happened on a day.</summary>
    /// <param name="kind">What.</param>
    /// <param name="day">When.</param>
    public static string HappenedOn(OrderEventKind kind, NodaTime.LocalDate day) =>
        $"{Happened}{KebabNames<OrderEventKind>.ByName.First(n => n.Value == kind).Key}:{NodaTime.Text.LocalDatePattern.Iso.Format(day)}";

    /// <summary>Take the last entry back.</summary>
    public const string Undo = "undo";

    /// <summary>The presser looks after the order.</summary>
    public const string TakeOver = "take-over";

    /// <summary>The presser is asked when the owner does not react.</summary>
    public const string Backup = "backup";

    /// <summary>Go over to the newest version of a policy; its id follows.</summary>
    public const string Accept = "accept:";

    /// <summary>Show the order.</summary>
    public const string Show = "show";

    /// <summary>Follow the order that was read from a checked message.</summary>
    public const string Track = "track";
}
