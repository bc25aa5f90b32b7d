using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Packs;

/// <summary>The timeline of a case: what happened to the order, the days that the answers tell, and what the supplier said. Pure.</summary>
internal static class CaseTimeline
{
    private const string NotReceived = "dispute-not-received";

    /// <summary>Lists it.</summary>
    /// <param name="material">What is kept.</param>
    /// <param name="questions">The questions that apply.</param>
    /// <param name="zone">The case's zone.</param>
    public static IReadOnlyList<CaseMoment> Of(CaseMaterial material, IReadOnlyList<Question> questions, DateTimeZone zone)
    {
        var moments = new List<CaseMoment>();
        var isMarked = material.Case.Flow.Id == NotReceived;
        if (material.Order is { } order)
        {
            if (order.Order.PlacedOn is { } placed) moments.Add(new CaseMoment(OccurredOn.Day(placed), order.Zone, Words.PackOrderPlaced, []));
            moments.AddRange(order.Events.Select(e => new CaseMoment(e.On, order.Zone, What(e, isMarked), [])));
        }

        // A followed order has taken these days over; without one they stand in the answers alone.
        foreach (var question in questions.Where(q => q.Records is not null))
        {
            if (material.Case.Answers.GetValueOrDefault(question.Id)?.Date is not { } day || !KebabNames<OrderEventKind>.ByName.TryGetValue(question.Records!, out var kind)) continue;
            if (material.Order is { } followed && followed.Has(kind)) continue;
            moments.Add(new CaseMoment(OccurredOn.Day(day), zone, NameOf(kind, isMarked), []));
        }

        moments.AddRange(material.History.Where(h => h.Kind == CaseEntryKind.Offer && h.Detail is { Length: > 0 })
            .Select(h => new CaseMoment(OccurredOn.At(h.At), zone, When.Say(Words.PackSupplierSaid, h.Detail), [])));
        var isTold = material.Order is { } known && (known.Has(OrderEventKind.RefundAsked) || known.Has(OrderEventKind.OfflineComplaintOpened));
        if (!isTold) moments.AddRange(material.History.Where(h => h.Kind == CaseEntryKind.Filed).Select(h => new CaseMoment(OccurredOn.At(h.At), zone, Words.PackHandedIn, [])));
        return moments;
    }

    private static string What(OrderEvent happened, bool isMarked) =>
        happened.Amount is { } amount ? When.Say(Words.PackWithAmount, NameOf(happened.Kind, isMarked), PackSay.Amount(amount)) : NameOf(happened.Kind, isMarked);

    // Where the goods never came, "delivered" is what the tracking says.
    private static string NameOf(OrderEventKind kind, bool isMarked)
    {
        if (isMarked && kind == OrderEventKind.Delivered) return Words.PackMarkedDelivered;
        var name = EventNames.Of(kind);
        return name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
