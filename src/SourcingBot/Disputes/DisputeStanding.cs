using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Disputes;

/// <summary>A thing on which a dispute stands or falls.</summary>
/// <param name="Tone">Calm: it helps. Caution: it weakens. Danger: it can end the case.</param>
/// <param name="Text">What it means, in a sentence.</param>
public sealed record StandingPoint(Tone Tone, string Text);

/// <summary>
/// Whether a dispute can still be won, said honestly before anybody works on it. What ends a claim after service.alibaba.com faq
/// 20328902 (accepted breaches, no agreed standard), 1000063651 and tradeassurance.alibaba.com/ta/MoneyBackPolicy.htm (the
/// window), 20155175 (inspectors); no dates. Pure.
/// </summary>
/// <param name="Points">The worst first.</param>
public sealed record DisputeStanding(IReadOnlyList<StandingPoint> Points)
{
    /// <summary>The worst of the points.</summary>
    public Tone Worst => Points.Count == 0 ? Tone.Neutral : Points[0].Tone;

    /// <summary>Looks at what is known.</summary>
    /// <param name="answers">The answers by question.</param>
    /// <param name="window">The deadline for asking for a refund, or null where none runs or the delivery is not known.</param>
    /// <param name="zone">The reader's zone.</param>
    public static DisputeStanding Of(IReadOnlyDictionary<string, Answer> answers, Deadline? window, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var points = new List<StandingPoint>();
        string? Choice(string question) => answers.GetValueOrDefault(question)?.Choice;
        if (window is { Status: DeadlineStatus.Running or DeadlineStatus.Expired or DeadlineStatus.LateAtEntry }) points.Add(OfWindow(window, zone));
        switch (Choice("protection"))
        {
            case "offline":
                points.Add(new StandingPoint(Tone.Danger, CaseWords.StandingOffline));
                break;
            default:
                OfPayment(Choice("paid-on-platform"), points);
                break;
        }

        if (Choice("receipt-confirmed") == "yes") points.Add(new StandingPoint(Tone.Caution, CaseWords.StandingReceipt));
        if (Choice("agreed-change") == "yes") points.Add(new StandingPoint(Tone.Danger, CaseWords.StandingAgreed));
        if (Choice("clause-measurable") is { } measurable)
            points.Add(measurable == "yes" ? new StandingPoint(Tone.Calm, CaseWords.StandingMeasurable) : new StandingPoint(Tone.Caution, CaseWords.StandingVague));
        if (Choice("kept") == "no") points.Add(new StandingPoint(Tone.Caution, CaseWords.StandingNotKept));
        switch (Choice("inspector"))
        {
            case "designated":
                points.Add(new StandingPoint(Tone.Calm, CaseWords.StandingDesignated));
                break;
            case "own":
                points.Add(new StandingPoint(Tone.Caution, CaseWords.StandingOwnInspector));
                break;
        }

        return new DisputeStanding([.. points.OrderByDescending(p => p.Tone)]);
    }

    private static StandingPoint OfWindow(Deadline window, DateTimeZone zone)
    {
        var moment = When.Until(window.Due, zone);
        if (window.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry) return new StandingPoint(Tone.Danger, When.Say(CaseWords.StandingWindowOver, moment));
        return window.DaysLeft <= 3
            ? new StandingPoint(Tone.Danger, When.Say(CaseWords.StandingWindowShort, When.Left(window.DaysLeft), moment))
            : new StandingPoint(Tone.Calm, When.Say(CaseWords.StandingWindowOpen, When.Left(window.DaysLeft), moment));
    }

    private static void OfPayment(string? paid, List<StandingPoint> points)
    {
        switch (paid)
        {
            case "all":
                points.Add(new StandingPoint(Tone.Calm, CaseWords.StandingPaidAll));
                break;
            case "part":
                points.Add(new StandingPoint(Tone.Caution, CaseWords.StandingPaidPart));
                break;
            case "none":
                points.Add(new StandingPoint(Tone.Danger, CaseWords.StandingPaidNone));
                break;
            case "unsure":
                points.Add(new StandingPoint(Tone.Caution, CaseWords.StandingPaidUnsure));
                break;
        }
    }
}
