using SourcingBot.Chat;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Checks;

/// <summary>Answers a message for the bot: judges the words in it, or says how to ask. Every message gets an answer.</summary>
/// <param name="scanner">The judge.</param>
/// <param name="ways">How people can ask, for help.</param>
/// <param name="hints">What the team's orders say of a message.</param>
internal sealed class CheckTurnHandler(RiskScanner scanner, WaysToAsk ways, Orders.OrderHints hints) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage message) return false;
        var audience = AnswerAudience.Of(message);
        var request = Request.Of(message);
        turn.Reply(request.Wish switch
        {
            Wish.Check => await CheckAsync(turn, message, request.Text, audience, cancellationToken),
            Wish.Help => HelpCard.Build(audience, ways.Of(message)),
            Wish.UnknownCommand => HelpCard.UnknownCommand(audience, ways.Of(message)),
            _ when message.Attachments.Count > 0 => CheckAnswer.Plain(Tone.Neutral, Words.PictureTitle, audience, [Words.PictureText]),
            _ => CheckAnswer.Plain(Tone.Neutral, Words.EmptyTitle, audience, [Words.EmptyText]),
        });
        return true;
    }

    private async Task<OutgoingMessage> CheckAsync(Turn turn, IncomingMessage message, string text, Audience audience, CancellationToken cancellationToken)
    {
        var read = LinkLabels.Append(text, message.Links);
        turn.Report = scanner.Scan(read, Speaker.Unknown, message.SentAt.InUtc().Date);
        return await hints.AddAsync(turn, turn.Report, read, CheckAnswer.Build(turn.Report, read, audience), cancellationToken);
    }
}
