using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Feedback;

/// <summary>Puts the buttons under an answer on a checked message: why, and whether it was right.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="clock">The time.</param>
internal sealed class CheckButtons(SourcingDbContext db, IClock clock)
{
    /// <summary>The answer with its buttons. One that could not be read has none: there is nothing to explain.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="report">What is told of the message.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="to">Whom it is for, where that is not who said the message.</param>
    public OutgoingMessage Under(Turn turn, RiskReport report, OutgoingMessage answer, ChatUser? to = null)
    {
        if (answer.Card is not { } card) return answer;

        // The team's orders and what it knows of a supplier warn too, whatever the words.
        var warns = SaidAnswer.WarnsBy(card.Tone);
        if (!report.Readable && !warns) return answer;
        var token = CardTokens.Create();
        var onlyFor = answer.Audience == Audience.Conversation ? null : (to ?? turn.Event.From).Id;
        db.CardTokens.Add(CardTokens.Row(token, turn.Event.Conversation, onlyFor, new CheckSubject(turn.InboxId).ToJson(), clock.GetCurrentInstant()));
        Button Of(string label, string verb) => new(label, CardTokens.WithVerb(token, verb));
        Buttons buttons = warns
            ? new([Of(Words.ButtonWhy, FeedbackVerbs.Why), Of(Words.ButtonRight, FeedbackVerbs.Right), Of(Words.ButtonFalseAlarm, FeedbackVerbs.FalseAlarm)])
            : new([Of(Words.ButtonWhyNot, FeedbackVerbs.Why), Of(Words.ButtonMissed, FeedbackVerbs.Missed)]);
        return answer with { Card = card with { Parts = [.. card.Parts, buttons] } };
    }
}
