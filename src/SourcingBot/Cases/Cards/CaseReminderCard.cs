using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>The reminder to finish a case, or to do one of its steps. Pure.</summary>
internal static class CaseReminderCard
{
    /// <summary>Builds it.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="step">The step; null: to finish the case.</param>
    /// <param name="facts">The window and the reader's zone.</param>
    /// <param name="token">The token of its buttons.</param>
    public static OutgoingMessage Build(StoredCase stored, FlowStep? step, SummaryFacts facts, string token)
    {
        var about = CaseText.AboutOf(stored) is { } named ? $"{CaseText.NameOf(stored)}, {named}" : CaseText.NameOf(stored);
        var title = step?.Title ?? When.Say(CaseWords.FinishTitle, about);
        List<CardPart> parts = [];
        string sentence;
        if (step is not null)
        {
            var until = CaseClock.EndOf(step, stored, facts.Zone) is { } end ? " " + When.Say(CaseWords.StepUntil, When.Until(end, facts.Zone)) : string.Empty;
            sentence = step.Text + until;
        }
        else
        {
            var open = FlowEngine.Open(stored.Flow, stored.Answers);
            var next = open.Count > 0 ? When.Say(CaseWords.FinishNext, open[0].Ask) : CaseWords.FinishFile;
            sentence = facts.Window is { Status: DeadlineStatus.Running } window ? When.Say(CaseWords.FinishWindow, When.Left(window.DaysLeft), When.Until(window.Due, facts.Zone)) + " " + next : next;
        }

        parts.Add(new Paragraph(Words.LabelDo, sentence));
        parts.Add(new Buttons([new Button(CaseWords.ButtonGoOn, CardTokens.WithVerb(token, CaseVerbs.GoOn), true), new Button(CaseWords.ButtonFiledAlready, CardTokens.WithVerb(token, CaseVerbs.Filed)), new Button(CaseWords.ButtonClose, CardTokens.WithVerb(token, CaseVerbs.Close))]));
        if (step is not null) parts.Add(new Note(about));
        return new OutgoingMessage(CheckAnswer.Sentences(title, [sentence]), new Card(Tone.Caution, title, parts), Audience.Direct);
    }
}
