using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Feedback;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.SecondReader;
using SourcingBot.Suppliers.Memory;

namespace SourcingBot.Checks;

/// <summary>Answers a message for the bot: judges the words in it, or says how to ask. Every message gets an answer.</summary>
/// <param name="scanner">The judge.</param>
/// <param name="ways">How people can ask, for help.</param>
/// <param name="hints">What the team's orders say of a message.</param>
/// <param name="day">The day from which "tomorrow" counts.</param>
/// <param name="sensitivity">How early the team wants to hear of a risk.</param>
/// <param name="buttons">Puts "why?" and "right?" under the answer.</param>
/// <param name="suppliers">What is known of the message's supplier.</param>
/// <param name="second">A team's own model, asked where the bot is unsure.</param>
/// <param name="db">The database of the team.</param>
/// <param name="clock">The time.</param>
internal sealed class CheckTurnHandler(
    RiskScanner scanner, WaysToAsk ways, Orders.OrderHints hints, AskedDay day, TeamSensitivity sensitivity, CheckButtons buttons, SupplierHints suppliers, SecondReaderDesk second, SourcingDbContext db, IClock clock) : ITurnHandler
{
    /// <summary>More words than this are somebody's message.</summary>
    private const int LongestNews = 12;

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage message) return false;
        var audience = AnswerAudience.Of(message);
        var request = Request.Of(message);
        if (message.Addressing == Addressing.OrderForm && request.Wish == Wish.Check && Orders.Word.Of(message.Text).Count <= LongestNews)
        {
            // On a page about orders a few words that were not understood are news that got lost, and nothing to be called harmless.
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.NotEnteredTitle, audience, [Words.NotEnteredText]));
            return true;
        }

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
        var report = scanner.Scan(read, Speaker.Unknown, await day.OfAsync(message, cancellationToken), await sensitivity.AskedAsync(cancellationToken));
        var isForTheBot = report.Verdict == Verdict.None && IsForTheBot(message);
        var view = isForTheBot ? null : await suppliers.ViewAsync(report, read, cancellationToken);
        report = view?.Report ?? report;

        // What the bot knows for certain needs no second opinion, and a command to the bot is nobody's message.
        var reading = isForTheBot || view is { Differences: [{ Stops: true }, ..] } ? null : await second.AskAsync(report, read, cancellationToken);
        var joined = reading is null ? report : SecondOpinion.Join(report, reading);
        var added = !ReferenceEquals(joined, report);
        report = joined;
        db.Checks.Add(CheckRow.Of(turn.InboxId, clock.GetCurrentInstant(), report));
        if (isForTheBot) return IsHelp(message) ? HelpCard.Build(audience, ways.Of(message)) : CheckAnswer.Plain(Tone.Neutral, Words.OrderWordTitle, audience, [Words.OrderWordText]);
        var answer = await hints.AddAsync(turn, report, read, LinkLabels.Show(CheckAnswer.Build(report, read, audience), message.Links), cancellationToken);
        if (view is not null) answer = suppliers.Add(turn, view, answer);
        if (reading is not null) answer = second.Tell(answer, reading, added);
        return buttons.Under(turn, report, answer);
    }

    /// <summary>Whether words in the form for suppliers' messages are really a command: "deadlines", "order 178453210 arrived yesterday", "help".</summary>
    private static bool IsForTheBot(IncomingMessage message)
    {
        if (message.Addressing != Addressing.Form || Orders.Word.Of(message.Text).Count > LongestNews) return false;
        return IsHelp(message) || Orders.OrderRequest.Of(message with { Addressing = Addressing.OrderForm }) is { Wish: not Orders.OrderWish.None, IsCommand: true };
    }

    private static bool IsHelp(IncomingMessage message) => Request.Of(message with { Addressing = Addressing.OrderForm }).Wish == Wish.Help;
}
