using NodaTime;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Says a deadline in words.</summary>
internal static class DeadlineText
{
    /// <summary>What it is and how long is left: "Last day to ask for a refund: in 12 days".</summary>
    /// <param name="deadline">The deadline.</param>
    public static string Headline(Deadline deadline) => deadline.Status switch
    {
        DeadlineStatus.Done => When.Say(Words.DeadlineDone, deadline.Title),
        DeadlineStatus.Moot => When.Say(Words.DeadlineMoot, deadline.Title),
        not (DeadlineStatus.Done or DeadlineStatus.Moot) when deadline.IsLengthUnknown => When.Say(Words.DeadlineLookUp, deadline.Title),
        DeadlineStatus.Expired or DeadlineStatus.LateAtEntry => When.Say(Words.DeadlineOver, deadline.Title, When.Left(deadline.DaysLeft)),
        DeadlineStatus.Open when deadline.Actor != Party.Buyer => When.Say(Words.DeadlineByItself, deadline.Title),
        DeadlineStatus.Open => When.Say(Words.DeadlineOpen, deadline.Title),
        _ => When.Say(Words.DeadlineLeft, deadline.Title, When.Left(deadline.DaysLeft)),
    };

    /// <summary>Until when, or from when, on the reader's clock: "Mon 14 Dec 2026, before 17:00 (Europe/Berlin)".</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="zone">The reader's zone.</param>
    public static string Moment(Deadline deadline, DateTimeZone zone) =>
        deadline is { IsLengthUnknown: true, Status: DeadlineStatus.Expired or DeadlineStatus.LateAtEntry } ? Words.DeadlineOnOrderPage : When.Say(Words.DeadlineMoment, deadline.Opens ? When.From(deadline.Due, zone) : When.Until(deadline.Due, zone), zone.Id == "UTC" ? "UTC" : zone.Id);

    /// <summary>Where the number comes from, when that was written, and how sure it is.</summary>
    /// <param name="deadline">The deadline.</param>
    public static string Rule(Deadline deadline)
    {
        var source = deadline.Dated is { } dated ? When.Say(Words.DeadlineSourceDated, deadline.Source, When.Day(dated)) : When.Say(Words.DeadlineSource, deadline.Source);
        List<string> sentences = [deadline.IsOverridden ? Words.DeadlineOwnLength : source, When.Say(Words.DeadlineConfidence, Sure(deadline.Confidence))];
        if (deadline.Disagreement is { } disagreement) sentences.Add(When.Say(Words.DeadlineDisagreement, string.Join("; ", disagreement.Readings.Skip(1).Select(r => When.Say(Words.DeadlineReading, r.Counts, r.Source)))));
        if (deadline.IsLengthUnknown) sentences.Add(Words.DeadlineLengthUnknown);
        if (deadline.IsStartAssumed) sentences.Add(Words.DeadlineStartAssumed);
        if (deadline.IsCalendarEstimated) sentences.Add(Words.DeadlineCalendarEstimated);
        return string.Join(' ', sentences);
    }

    private static string Sure(Confidence confidence) => confidence switch
    {
        Confidence.High => Words.ConfidenceHigh,
        Confidence.Medium => Words.ConfidenceMedium,
        _ => Words.ConfidenceLow,
    };
}
