using NodaTime;
using SourcingBot.Flows;
using SourcingBot.Orders;

namespace SourcingBot.Cases;

/// <summary>Finds what is due first in a case. Pure.</summary>
internal static class CaseDues
{
    /// <summary>What is due first: the last day to ask for a refund, the clocks of a case that was handed in, or a step of its own; null where no day is known.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="facts">What its order says.</param>
    public static CaseDue? Of(StoredCase stored, SummaryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(facts);
        return stored.Row.Stage switch
        {
            CaseStage.Closed => null,
            CaseStage.Filed => facts.Clocks.FirstOrDefault(c => c.Status == DeadlineStatus.Running) is { } clock ? Of(clock, facts.Zone) : null,
            _ when stored.Row.Kind == FlowKind.Dispute => facts.Window is { Status: DeadlineStatus.Running or DeadlineStatus.Expired or DeadlineStatus.LateAtEntry } window ? Of(window, facts.Zone) : null,
            _ => OfSteps(stored, facts),
        };
    }

    private static CaseDue Of(Deadline deadline, DateTimeZone zone) =>
        new(DeadlineText.Headline(deadline), DeadlineText.Moment(deadline, zone), deadline.DaysLeft, deadline.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry);

    private static CaseDue? OfSteps(StoredCase stored, SummaryFacts facts)
    {
        var isOpen = FlowEngine.Open(stored.Flow, stored.Answers).Count > 0;
        (FlowStep Step, Instant End)? first = null;
        foreach (var step in FlowEngine.Steps(stored.Flow, stored.Answers))
        {
            // A step without a day of its own counts from the end of the questions.
            if ((step.After is null && isOpen) || CaseClock.EndOf(step, stored, facts.Zone) is not { } end || end <= facts.Now) continue;
            if (first is null || end < first.Value.End) first = (step, end);
        }

        if (first is not { } due) return null;
        var days = Period.DaysBetween(facts.Now.InZone(facts.Zone).Date, due.End.InZone(facts.Zone).Date);
        return new CaseDue(When.Say(Resources.Words.DeadlineLeft, due.Step.Title, When.Left(days)), When.Say(Resources.Words.DeadlineMoment, When.Until(due.End, facts.Zone), facts.Zone.Id), days, false);
    }
}
