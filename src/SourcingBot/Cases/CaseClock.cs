using NodaTime;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>When the steps of a case have to be done. Pure.</summary>
internal static class CaseClock
{
    /// <summary>
    /// Until when a step has to be done; null where it has no clock but our own advice, or nobody has told when the clock starts. A day
    /// without a time counts from its beginning, which is the earliest reading.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="stored">The case.</param>
    /// <param name="zone">The reader's zone.</param>
    public static Instant? EndOf(FlowStep step, StoredCase stored, DateTimeZone zone)
    {
        if (step is not { Hours: { } hours, After: not null }) return null;
        return stored.Answers.GetValueOrDefault(step.After)?.Date is { } day ? day.AtStartOfDayInZone(zone).ToInstant() + Duration.FromHours(hours) : null;
    }
}
