using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Feedback;

/// <summary>Deletes what a person said of answers, and the messages kept with it, at the words "forget feedback".</summary>
/// <param name="db">The database of the team.</param>
internal sealed class ForgetFeedbackTurnHandler(SourcingDbContext db) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage message || message.Addressing is Addressing.MessageShortcut or Addressing.Form or Addressing.Overheard || !IsForget(message.Text)) return false;
        var mine = await db.Feedback.Where(f => f.Person == message.From.Id).ToListAsync(cancellationToken);
        db.Feedback.RemoveRange(mine);
        turn.Reply(CheckAnswer.Plain(
            Tone.Neutral, mine.Count == 0 ? Words.FeedbackNoneTitle : Words.FeedbackForgottenTitle, AnswerAudience.Of(message),
            [mine.Count switch { 0 => Words.FeedbackNoneText, 1 => Words.FeedbackForgottenOne, var count => When.Say(Words.FeedbackForgottenText, count) }]));
        return true;
    }

    private static bool IsForget(string text)
    {
        if (text.Length > 40) return false;
        List<string> words = [.. Word.Of(text).Select(w => w.Text).Where(w => w is not ("my" or "all"))];
        return words is ["forget" or "delete", "feedback"];
    }
}
