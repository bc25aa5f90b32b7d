using NodaTime;
using NodaTime.Text;
using SourcingBot.Flows;
using SourcingBot.Orders;

namespace SourcingBot.Cases;

/// <summary>The answer that a pressed button gives. Pure.</summary>
internal static class PressedAnswer
{
    /// <summary>The answer; null where the question has none of this name.</summary>
    /// <param name="question">The question.</param>
    /// <param name="verb">What was pressed; from outside.</param>
    /// <param name="mine">An answer that waited for a decision, or null.</param>
    /// <param name="by">Who pressed.</param>
    /// <param name="now">The present.</param>
    public static Answer? Of(Question question, string verb, Answer? mine, PersonRef by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(verb);
        var given = new Answer { State = AnswerState.Given, By = by, At = now };
        if (verb.StartsWith(CaseVerbs.Choose, StringComparison.Ordinal))
        {
            var choice = verb[CaseVerbs.Choose.Length..];
            var isOne = question.Kind == AnswerKind.YesNo ? choice is "yes" or "no" or "unsure" : question.Choices.Any(c => c.Id == choice);
            return isOne ? given with { Choice = choice } : null;
        }

        if (verb.StartsWith(CaseVerbs.ChooseDay, StringComparison.Ordinal)) return LocalDatePattern.Iso.Parse(verb[CaseVerbs.ChooseDay.Length..]) is { Success: true } day ? given with { Date = day.Value } : null;
        return verb switch
        {
            CaseVerbs.AtHand => given with { State = AnswerState.AtHand },
            CaseVerbs.Missing => given with { State = AnswerState.Missing },
            CaseVerbs.TakeMine => mine is null ? null : mine with { At = now },
            _ => null,
        };
    }
}
