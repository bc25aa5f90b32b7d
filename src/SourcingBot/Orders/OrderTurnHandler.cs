using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Answers what a team says of its orders: tracks them, records what happened, shows them and their deadlines.</summary>
/// <param name="desk">Does it.</param>
/// <param name="book">The orders.</param>
/// <param name="people">Knows zones.</param>
/// <param name="drafts">Orders half told.</param>
/// <param name="team">What the team chose.</param>
/// <param name="introductions">Asks who somebody is.</param>
/// <param name="calendars">The team's calendar.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderTurnHandler(OrderDesk desk, OrderBook book, People people, OrderDrafts drafts, TeamChoices team, Introductions introductions, TeamCalendars calendars, IClock clock) : ITurnHandler
{
    /// <summary>So few words are news of the team's own; more are a message that somebody pasted.</summary>
    private const int LongestNews = 8;

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage message) return false;
        var request = OrderRequest.Of(message);
        switch (request.Wish)
        {
            case OrderWish.List or OrderWish.Deadlines:
                await desk.ShowDeadlinesAsync(turn, cancellationToken);
                return true;
            case OrderWish.Forget:
                return await ForgetAsync(turn, request.Rest, cancellationToken);
            case OrderWish.Undo:
                return await UndoAsync(turn, request.Rest, cancellationToken);
            case OrderWish.Zone:
                return await ZoneAsync(turn, message, request.Rest, cancellationToken);
            case OrderWish.Digest:
                turn.Reply(await team.DigestAsync(message, request.Rest, AnswerAudience.Of(message), cancellationToken));
                return true;
            case OrderWish.Length:
                turn.Reply(await team.LengthAsync(request.Rest, AnswerAudience.Of(message), cancellationToken));
                return true;
            case OrderWish.Aql:
                turn.Reply(Inspection.AqlCard.Of(request.Rest, AnswerAudience.Of(message)));
                return true;
            case OrderWish.Calendar:
                turn.Reply(await calendars.LinkAsync(request.Rest, cancellationToken));
                return true;
            case OrderWish.About:
                return await AboutAsync(turn, message, request, cancellationToken);
            default:
                return false;
        }
    }

    private async Task<bool> AboutAsync(Turn turn, IncomingMessage message, OrderRequest request, CancellationToken cancellationToken)
    {
        var zone = book.ZoneOr(await people.ZoneOfAsync(message, cancellationToken));
        var text = OrderTextReader.Read(request.Rest, Today(zone));

        // Whoever speaks of an order is asked after once: "yesterday" needs a zone, and the card names its owner.
        if ((request.IsCommand || text.Number is not null || text.Said is not null) && await introductions.IntroduceAsync(turn, cancellationToken))
        {
            message = (IncomingMessage)turn.Event;
            zone = book.ZoneOr(await people.ZoneOfAsync(message, cancellationToken));
            text = OrderTextReader.Read(request.Rest, Today(zone));
        }

        if (await drafts.TakeAsync(message, request, text, cancellationToken) is { } draft)
        {
            await desk.TrackAsync(turn, draft, cancellationToken);
            return true;
        }

        if (text.IsDateUnread && (request.IsCommand || (text.Number is not null && text.Said is not null)))
        {
            turn.Reply(Plain(Words.DateUnreadTitle, message, Words.DateUnreadText));
            return true;
        }

        if (text.Number is null)
        {
            // In an order's own thread "arrived yesterday" needs no number.
            if (text.Said is not null && await book.InThreadAsync(StorableKey.OfThread(message.Conversation), cancellationToken) is { } here)
            {
                await desk.TellAsync(turn, here, text, cancellationToken);
                return true;
            }

            if (text.Said is not null && Word.Of(request.Rest).Count <= LongestNews && await desk.AskWhichAsync(turn, message, text, cancellationToken)) return true;
            if (!request.IsCommand || (text is { HasFacts: false, Said: null } && message.Addressing != Addressing.Command)) return false;
            if (text.Said is not null) turn.Reply(Plain(Words.WhichOrderTitle, message, Words.WhichOrderText));
            else await desk.TrackAsync(turn, text.Over(desk.NewOrder(message, zone)), cancellationToken);
            return true;
        }

        var known = await book.FindAsync(text.Number, cancellationToken);
        var found = known.Count > 1 ? desk.Named(known, text.Supplier ?? request.Rest) : known;
        if (known.Count > 1 && found.Count == 0 && text.Supplier is not null)
        {
            desk.AskIsOther(turn, known[0], text, text.Over(desk.NewOrder(message, zone)));
            return true;
        }

        if (found.Count == 0) found = known;
        if (found.Count > 1)
        {
            desk.AskWhich(turn, found, text);
            return true;
        }

        if (found.Count == 1)
        {
            // Only a number and nothing else that was understood may be a message that somebody pasted.
            if (!request.IsCommand && text is { Said: null, HasFacts: false }) return false;
            if (!request.IsCommand && text.Said is null) return false;
            var isOther = text.Supplier is not null && text.Said is null && desk.BySupplier(found, text.Supplier).Count == 0;
            if (!isOther) await desk.TellAsync(turn, found[0], text, cancellationToken);
            else desk.AskIsOther(turn, found[0], text, text.Over(desk.NewOrder(message, zone)));
            return true;
        }

        if (!request.IsCommand) return false;
        if (text.Said is not null || !text.HasFacts) await desk.UnknownAsync(turn, text, cancellationToken);
        else await desk.TrackAsync(turn, text.Over(desk.NewOrder(message, zone)), cancellationToken);
        return true;
    }

    private async Task<bool> UndoAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var number = OrderTextReader.Read("order " + rest, Today(null)).Number;
        var order = number is null
            ? await book.InThreadAsync(StorableKey.OfThread(turn.Event.Conversation), cancellationToken)
            : await book.FindAsync(number, cancellationToken) is [var newest, ..] ? newest : null;
        if (order is not null) await desk.UndoAsync(turn, order, cancellationToken);
        else if (number is not null) await desk.UnknownAsync(turn, new OrderText { Number = number }, cancellationToken);
        else turn.Reply(Plain(Words.WhichOrderTitle, turn.Event, Words.UndoWhichText));
        return true;
    }

    /// <summary>Asks before an order that was followed by mistake is deleted.</summary>
    private async Task<bool> ForgetAsync(Turn turn, string rest, CancellationToken cancellationToken)
    {
        var number = OrderTextReader.Read("order " + rest, Today(null)).Number;
        if (number is null) return false;
        var found = await book.FindAsync(number, cancellationToken);
        if (found.Count == 0) await desk.UnknownAsync(turn, new OrderText { Number = number }, cancellationToken);
        else desk.AskForget(turn, found);
        return true;
    }

    private async Task<bool> ZoneAsync(Turn turn, IncomingMessage message, string rest, CancellationToken cancellationToken)
    {
        var zone = ZoneNames.Find(rest);
        if (zone is null)
        {
            turn.Reply(Plain(Words.ZoneUnknownTitle, message, When.Say(Words.ZoneUnknownText, ShownText.OnOneLine(rest.Length > 60 ? rest[..60] : rest))));
            return true;
        }

        await people.TellZoneAsync(message, zone, cancellationToken);
        var changed = await desk.MoveToZoneAsync(message, zone, cancellationToken);
        turn.Reply(Plain(When.Say(Words.ZoneTitle, zone), message, changed == 0 ? Words.ZoneText : When.Say(Words.ZoneMoved, changed)));
        return true;
    }

    private LocalDate Today(string? zone) => clock.GetCurrentInstant().InZone(ZoneNames.OrUtc(zone)).Date;

    private static OutgoingMessage Plain(string title, IncomingEvent incoming, params string[] sentences) => CheckAnswer.Plain(Tone.Neutral, title, AnswerAudience.Of(incoming), sentences);
}
