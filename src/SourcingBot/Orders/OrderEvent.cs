using NodaTime;
using SourcingBot.Inspection;
using SourcingBot.Quotes;

namespace SourcingBot.Orders;

/// <summary>When something happened: to the instant where that is known, else on a day.</summary>
public readonly record struct OccurredOn
{
    private OccurredOn(LocalDate? date, Instant? instant) => (Date, Instant) = (date, instant);

    /// <summary>The day, in the zone of the reader who said it; null when the instant is known.</summary>
    public LocalDate? Date { get; }

    /// <summary>The instant, or null when only the day is known.</summary>
    public Instant? Instant { get; }

    /// <summary>On a day, at an unknown hour.</summary>
    /// <param name="date">The day in the reader's zone.</param>
    public static OccurredOn Day(LocalDate date) => new(date, null);

    /// <summary>At an instant.</summary>
    /// <param name="instant">The instant.</param>
    public static OccurredOn At(Instant instant) => new(null, instant);

    /// <summary>The earliest instant it can have been.</summary>
    /// <param name="reader">The zone in which the day was said.</param>
    public Instant Earliest(DateTimeZone reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Instant ?? (Date is { } date ? reader.AtStartOfDay(date).ToInstant() : NodaConstants.UnixEpoch);
    }

    /// <summary>The first instant after it can have been: the end of the day, or the instant itself.</summary>
    /// <param name="reader">The zone in which the day was said.</param>
    public Instant Latest(DateTimeZone reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Instant ?? (Date is { } date ? reader.AtStartOfDay(date.PlusDays(1)).ToInstant() : NodaConstants.UnixEpoch);
    }

    /// <summary>The day on the reader's calendar.</summary>
    /// <param name="reader">The reader's zone.</param>
    public LocalDate DateIn(DateTimeZone reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Date ?? (Instant ?? NodaConstants.UnixEpoch).InZone(reader).Date;
    }
}

/// <summary>That an entry was taken back. The entry stays in the history and counts no more.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom, or null for the program itself.</param>
public sealed record EventUndo(Instant At, PersonRef? By);

/// <summary>Something that happened to an order, as somebody told it. Never changed, only taken back.</summary>
public sealed record OrderEvent
{
    /// <summary>Its id, by which it is taken back or corrected.</summary>
    public required Guid Id { get; init; }

    /// <summary>What happened.</summary>
    public required OrderEventKind Kind { get; init; }

    /// <summary>When it happened.</summary>
    public required OccurredOn On { get; init; }

    /// <summary>When it was entered.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who entered it, or null for the program itself.</summary>
    public PersonRef? By { get; init; }

    /// <summary>The last day that the marketplace shows, in the reader's zone: of an evidence slot or of the automatic receipt; else null.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The same to the instant where the page shows a clock time; it counts before <see cref="Until"/>.</summary>
    public Instant? UntilInstant { get; init; }

    /// <summary>Which inspection, for the inspection kinds; else null.</summary>
    public InspectionKind? Inspection { get; init; }

    /// <summary>How much was paid or asked for, or null.</summary>
    public Money? Amount { get; init; }

    /// <summary>By which way it was paid, for the payment kinds; null means any of the order's ways.</summary>
    public PaymentWay? Way { get; init; }

    /// <summary>The newly agreed shipment date, for <see cref="OrderEventKind.DatesAgreed"/>; else null.</summary>
    public LocalDate? ShipBy { get; init; }

    /// <summary>The newly agreed delivery date, for <see cref="OrderEventKind.DatesAgreed"/>; else null.</summary>
    public LocalDate? DeliverBy { get; init; }

    /// <summary>A remark in the person's own words, or null. It came from outside.</summary>
    public string? Note { get; init; }

    /// <summary>The entry that this one replaces, or null. The replaced one is undone too.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>That and by whom it was taken back, or null while it counts.</summary>
    public EventUndo? Undone { get; init; }

    /// <summary>Takes the entry back.</summary>
    /// <param name="at">When.</param>
    /// <param name="by">By whom.</param>
    /// <returns>The same entry, undone; the first undo stays where there is one.</returns>
    public OrderEvent Undo(Instant at, PersonRef? by) => Undone is null ? this with { Undone = new EventUndo(at, by) } : this;
}
