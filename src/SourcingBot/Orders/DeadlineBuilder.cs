using System.Globalization;
using NodaTime;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Builds the deadline of one rule for one order.</summary>
/// <param name="state">Where the order stands.</param>
/// <param name="policy">The policy.</param>
/// <param name="overrides">Lengths that the team set itself.</param>
/// <param name="calendar">The working calendar of the marketplace's country.</param>
/// <param name="now">The present.</param>
internal sealed class DeadlineBuilder(OrderState state, Policy policy, IReadOnlyCollection<PolicyOverride> overrides, WorkingCalendar calendar, Instant now)
{
    private static readonly OrderEventKind[] Payments = [OrderEventKind.DepositPaid, OrderEventKind.PaidInFull, OrderEventKind.BalancePaid];

    /// <summary>The rule's deadline; null while nothing has started it, or where it does not hold.</summary>
    /// <param name="rule">The rule.</param>
    public Deadline? Build(PolicyRule rule)
    {
        if (rule.Kind is not { } kind || rule.IsHistoric || !Holds(rule.When)) return null;
        var length = overrides.LastOrDefault(o => o.PolicyId == policy.Id && o.RuleId == rule.Id)?.Length;
        var dates = rule.Readings.Select(reading => (Reading: reading, Start: StartOf(reading), Due: (DueDate?)null)).ToList();
        for (var i = 0; i < dates.Count; i++)
        {
            var (reading, start, _) = dates[i];
            if (start is not null) dates[i] = (reading, start, DueDates.Add(reading, length ?? reading.Length, start, rule.Opens, state.Zone, calendar));
        }

        // The earliest reading drives; the main one where they agree.
        var driving = dates.Where(d => d.Due is not null).OrderBy(d => d.Due!.Value.At).FirstOrDefault();
        if (driving.Start is null || driving.Due is not { } due) return null;
        if (rule.Unless.Any(kind => state.Events.Any(e => e.Kind == kind && e.On.DateIn(state.Zone) <= driving.Start.DayFor(state.Zone)))) return null;

        var clock = driving.Reading.Zone ?? state.Zone;
        var firstStart = dates.Where(d => d.Start is not null).Min(d => d.Start!.Index);
        var told = ToldAfter(rule, firstStart, clock, out var toldBy);
        due = told ?? due;
        var (done, moot) = EndOf(rule, firstStart);
        return new Deadline
        {
            Key = KeyOf(rule, driving.Reading, driving.Start.Index),
            PolicyId = policy.Id,
            PolicyVersion = policy.Version,
            RuleId = rule.Id,
            Title = rule.Title,
            Do = rule.Do,
            Kind = kind,
            Actor = rule.Actor,
            Opens = rule.Opens,
            Due = due.At,
            DueDate = due.Date,
            ClockZone = clock,
            StartedBy = driving.Start.Event,
            EndedBy = done ?? moot,
            Status = StatusOf(rule, due.At, (toldBy ?? driving.Start.Event)?.RecordedAt, done is not null, moot is not null),
            DaysLeft = DaysLeft(due.At, rule.Opens),
            Source = driving.Reading.Source,
            Dated = driving.Reading.Dated,
            Confidence = driving.Reading.Confidence,
            Disagreement = told is null ? DisagreementOf(rule, dates, driving.Reading, length) : null,
            IsOverridden = told is null && length is not null,
            IsLengthUnknown = rule.IsLengthUnknown && told is null && length is null,
            IsStartAssumed = due.IsStartAssumed,
            IsCalendarEstimated = due.IsEstimated,
        };
    }

    /// <summary>The rule's note, or null where it does not hold now.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="deadlines">The deadlines of the same policy.</param>
    public PolicyNote? Note(PolicyRule rule, IReadOnlyList<Deadline> deadlines)
    {
        if (rule.Kind is not null || rule.IsHistoric || !Holds(rule.When)) return null;
        var reading = rule.Readings[0];
        var follows = rule.AfterExpiryOf.Count > 0
            ? deadlines.Any(d => d.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry && rule.AfterExpiryOf.Contains(d.RuleId, StringComparer.Ordinal))
            : StartOf(reading) is { } start && EndOf(rule, start.Index).Moot is null;
        return follows ? new PolicyNote(policy.Id, rule.Id, rule.Title, rule.Do, reading.Source) : null;
    }

    private bool Holds(RuleCondition when) =>
        (when.Tiers.Count == 0 || when.Tiers.Contains(state.Order.BuyerTier))
        && (when.Logistics.Count == 0 || when.Logistics.Contains(state.Order.Logistics))
        && (!when.GuaranteedDelivery || state.Order.GuaranteedDelivery)
        && !(when.MaxUsd is { } most && state.Order.Amount is { Currency: "USD" } amount && amount.Amount > most);

    private DeadlineStart? StartOf(RuleReading reading)
    {
        var starts = reading.Starts.SelectMany(StartsOf).OrderBy(s => s.DayFor(state.Zone)).ThenBy(s => s.Index);
        return reading.FromLast ? starts.LastOrDefault() : starts.FirstOrDefault();
    }

    private IEnumerable<DeadlineStart> StartsOf(StartingPoint point)
    {
        var date = point.Date switch
        {
            OrderDate.ShipBy => state.ShipBy,
            OrderDate.DeliverBy => state.DeliverBy,
            OrderDate.PayBy => state.Order.PayBy,
            _ => null,
        };
        if (date is not null) return [new DeadlineStart(null, -1, date)];
        return state.Events.Select((e, i) => new DeadlineStart(e, i, null)).Where(s => s.Event!.Kind == point.Event && IsOurs(s.Event));
    }

    /// <summary>A card's deadlines count from what was paid by card.</summary>
    private bool IsOurs(OrderEvent e) =>
        policy.PaymentWays.Count == 0 || !Payments.Contains(e.Kind) || e.Way is not { } way || policy.PaymentWays.Contains(way);

    private DueDate? ToldAfter(PolicyRule rule, int start, DateTimeZone clock, out OrderEvent? toldBy)
    {
        toldBy = null;
        if (rule.ToldBy is not { } kind) return null;
        var at = state.Events.Select((e, i) => (Event: e, Index: i))
            .LastOrDefault(e => e.Event.Kind == kind && e.Index >= start && (e.Event.Until is not null || e.Event.UntilInstant is not null));
        if (at.Event is null) return null;
        toldBy = at.Event;
        var extensions = rule.ExtendedBy is { } more ? Math.Min(more.Most, state.Events.Skip(at.Index + 1).Count(e => e.Kind == more.By)) * more.Days : 0;
        return DueDates.Told(at.Event, extensions, state.Zone, clock);
    }

    private (OrderEvent? Done, OrderEvent? Moot) EndOf(PolicyRule rule, int start)
    {
        var after = state.Events.Skip(start + 1).ToList();
        var done = after.FindLastIndex(e => rule.DoneBy.Contains(e.Kind));
        if (done >= 0 && after.Skip(done + 1).Any(e => rule.ReopenedBy.Contains(e.Kind))) done = -1;
        var moot = after.Find(e => rule.MootBy.Contains(e.Kind)) ?? state.First(OrderEventKind.Closed);
        return (done >= 0 ? after[done] : null, moot);
    }

    private string KeyOf(PolicyRule rule, RuleReading reading, int start)
    {
        var times = reading.FromLast ? state.Events.Take(start + 1).Count(e => reading.Starts.Any(s => s.Event == e.Kind) && IsOurs(e)) : 1;
        return times > 1 ? string.Create(CultureInfo.InvariantCulture, $"{policy.Id}/{rule.Id}/{times}") : $"{policy.Id}/{rule.Id}";
    }

    private DeadlineStatus StatusOf(PolicyRule rule, Instant due, Instant? enteredAt, bool done, bool moot)
    {
        if (done) return DeadlineStatus.Done;
        if (moot) return DeadlineStatus.Moot;
        if (now < due) return DeadlineStatus.Running;
        if (rule.Opens) return DeadlineStatus.Open;
        return enteredAt is { } entered && due <= entered ? DeadlineStatus.LateAtEntry : DeadlineStatus.Expired;
    }

    private int DaysLeft(Instant due, bool opens)
    {
        // The end of a day is the first instant of the next one, and belongs to the day that ends.
        var day = (opens ? due : due - Duration.Epsilon).InZone(state.Zone).Date;
        return Period.DaysBetween(now.InZone(state.Zone).Date, day);
    }

    private static Disagreement? DisagreementOf(
        PolicyRule rule, List<(RuleReading Reading, DeadlineStart? Start, DueDate? Due)> dates, RuleReading driving, int? length)
    {
        if (rule.Readings.Count < 2 || (dates.All(d => d.Due is not null) && dates.DistinctBy(d => d.Due!.Value.At).Count() == 1)) return null;
        return new Disagreement(
        [
            .. dates.OrderBy(d => ReferenceEquals(d.Reading, driving) ? 0 : 1).ThenBy(d => d.Due is null).ThenBy(d => d.Due?.At)
                .Select(d => new DeadlineReading(d.Due?.At, Say(d.Reading, length), d.Reading.Source, d.Reading.Dated, d.Reading.Confidence)),
        ]);
    }

    private static string Say(RuleReading reading, int? length)
    {
        var form = reading.Unit switch { LengthUnit.Hours => Words.CountsHours, LengthUnit.WorkingDays => Words.CountsWorkingDays, _ => Words.CountsCalendarDays };
        var starts = string.Join(Words.CountsOr, reading.Starts.Select(s => s.Event is { } kind ? EventNames.Of(kind) : EventNames.Of(s.Date!.Value)));
        return string.Format(CultureInfo.InvariantCulture, form, length ?? reading.Length, starts);
    }
}
