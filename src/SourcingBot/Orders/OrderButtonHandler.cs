using NodaTime;
using NodaTime.Text;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>Does what the buttons of order cards say. What a button carried is looked up and checked before anything is believed.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="desk">Does it.</param>
/// <param name="book">The orders.</param>
/// <param name="people">Knows zones.</param>
/// <param name="policies">The policies.</param>
/// <param name="cases">Begins disputes.</param>
/// <param name="introductions">Asks who somebody is.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderButtonHandler(SourcingDbContext db, OrderDesk desk, OrderBook book, People people, PolicyBook policies, CaseStarts cases, Introductions introductions, IClock clock) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingAction action) return false;
        var (token, verb) = CardTokens.Split(action.Token);
        if (token.Length == 0 || await db.CardTokens.FindAsync([token], cancellationToken) is not { } card || card.TeamId != db.TeamId) return false;

        // A button that was copied elsewhere does nothing; a card for one person is pressed by that person.
        if (card.OnlyFor is { } only ? only != action.From.Id : card.ConversationKey != StorableKey.OfConversation(action.Conversation)) return false;
        if (OrderSubject.Of(card.Subject) is not { } subject) return false;
        await introductions.IntroduceAsync(turn, cancellationToken);
        action = (IncomingAction)turn.Event;
        if (verb == OrderVerbs.Track && subject.Facts is { } facts)
        {
            var zone = book.ZoneOr(await people.ZoneOfAsync(action, cancellationToken));
            await desk.TrackAsync(turn, facts with { Owner = OrderDesk.PersonOf(action), ReaderZone = zone }, cancellationToken);
            return true;
        }

        if (await book.FindAsync(subject.Order, cancellationToken) is not { } order) return false;
        await DoAsync(turn, order, verb, card, cancellationToken);
        return true;
    }

    private Task DoAsync(Turn turn, StoredOrder order, string verb, CardTokenRow card, CancellationToken cancellationToken)
    {
        var me = OrderDesk.PersonOf(turn.Event);
        var facts = order.Facts;
        if (verb.StartsWith(OrderVerbs.Happened, StringComparison.Ordinal)) return HappenedAsync(turn, order, verb[OrderVerbs.Happened.Length..], card, cancellationToken);
        if (verb.StartsWith(OrderVerbs.Accept, StringComparison.Ordinal)) return AcceptAsync(turn, order, verb[OrderVerbs.Accept.Length..], card, cancellationToken);
        switch (verb)
        {
            case OrderVerbs.Dispute:
                return cases.DisputeAsync(turn, order, card.OnlyFor is null, cancellationToken);
            case OrderVerbs.Undo:
                return desk.UndoAsync(turn, order, cancellationToken, card);
            case OrderVerbs.Forget:
                return desk.ForgetAsync(turn, order, cancellationToken);
            case OrderVerbs.TakeOver:
                return desk.ChangeAsync(turn, order, facts with { Owner = me, Backup = facts.Backup == me ? null : facts.Backup }, Words.TookOver, card, cancellationToken);
            case OrderVerbs.Backup when facts.Owner == me:
                return desk.ShowAsync(turn, order, Words.OwnerIsNoBackup, cancellationToken, card);
            case OrderVerbs.Backup:
                return desk.ChangeAsync(turn, order, facts with { Backup = me }, Words.BecameBackup, card, cancellationToken);
            default:
                return desk.ShowAsync(turn, order, null, cancellationToken, card);
        }
    }

    private async Task HappenedAsync(Turn turn, StoredOrder order, string said, CardTokenRow card, CancellationToken cancellationToken)
    {
        var parts = said.Split(':');
        if (!KebabNames<OrderEventKind>.ByName.TryGetValue(parts[0], out var kind))
        {
            await desk.ShowAsync(turn, order, null, cancellationToken, card);
            return;
        }

        var state = order.State(clock.GetCurrentInstant());
        var day = parts.Length > 1 && LocalDatePattern.Iso.Parse(parts[1]) is { Success: true } told ? told.Value : clock.GetCurrentInstant().InZone(state.Zone).Date;

        // A second press of the same button says nothing new.
        if (state.Events.Any(e => e.Kind == kind && e.On.DateIn(state.Zone) == day))
        {
            await desk.ShowAsync(turn, order, When.Say(Words.AlreadyRecorded, EventNames.Of(kind), When.Weekday(day)), cancellationToken, card);
            return;
        }

        await desk.RecordAsync(turn, order, desk.Entry(turn, kind, new OrderText { SaidOn = day })!, card, cancellationToken);
    }

    private Task AcceptAsync(Turn turn, StoredOrder order, string policyId, CardTokenRow card, CancellationToken cancellationToken)
    {
        if (policies.Newest.FirstOrDefault(p => p.Id == policyId) is not { } policy) return desk.ShowAsync(turn, order, null, cancellationToken, card);
        var versions = new Dictionary<string, int>(order.Facts.PolicyVersions, StringComparer.Ordinal) { [policy.Id] = policy.Version };
        return desk.ChangeAsync(turn, order, order.Facts with { PolicyVersions = versions }, Words.RulesAccepted, card, cancellationToken);
    }
}
