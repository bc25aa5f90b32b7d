using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Does what the buttons of case cards say. What a button carried is looked up and checked before anything is believed.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="starts">Begins cases.</param>
/// <param name="desk">Leads through them.</param>
/// <param name="stages">What comes after the questions.</param>
/// <param name="evidence">Takes files.</param>
/// <param name="handover">Hands packs over.</param>
/// <param name="deletion">Deletes cases.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="book">The cases.</param>
/// <param name="orders">The orders.</param>
/// <param name="people">Knows zones.</param>
/// <param name="introductions">Asks who somebody is.</param>
/// <param name="options">The zone of people whose own is not known.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseButtonHandler(
    SourcingDbContext db, CaseStarts starts, CaseDesk desk, CaseStages stages, CaseEvidence evidence, CaseHandover handover, CaseDeletion deletion, CaseReplies replies, CaseBook book, OrderBook orders, People people, Introductions introductions,
    ReminderOptions options, IClock clock) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Event is not IncomingAction action) return false;
        var (token, verb) = CardTokens.Split(action.Token);
        if (token.Length == 0 || await db.CardTokens.FindAsync([token], cancellationToken) is not { } card || card.TeamId != db.TeamId) return false;

        // A button that was copied elsewhere does nothing; a card for one person is pressed by that person.
        if (card.OnlyFor is { } only ? only != action.From.Id : card.ConversationKey != StorableKey.OfConversation(action.Conversation)) return false;
        if (CaseSubject.Of(card.Subject) is not { } subject) return false;
        await introductions.IntroduceAsync(turn, cancellationToken);
        var zone = ZoneNames.OrUtc(await people.ZoneOfAsync(turn.Event, cancellationToken) ?? options.TimeZone);
        var talk = new CaseTalk(turn, CasePlace.Of(turn.Event, card), zone, card);
        if (verb.StartsWith(CaseVerbs.Begin, StringComparison.Ordinal)) return await BeginAsync(talk, subject, verb[CaseVerbs.Begin.Length..], cancellationToken);
        var packed = verb.StartsWith(CaseVerbs.PackOf, StringComparison.Ordinal) ? await book.FindAsync(verb[CaseVerbs.PackOf.Length..], cancellationToken) : null;
        if ((packed ?? await book.FindAsync(subject.Case, cancellationToken)) is not { } stored) return false;
        await DoAsync(talk, stored, subject, verb, cancellationToken);
        return true;
    }

    private async Task<bool> BeginAsync(CaseTalk talk, CaseSubject subject, string what, CancellationToken cancellationToken)
    {
        if (what.Split(':') is not [var name, var id] || !Enum.TryParse<FlowKind>(name, out var kind) || !Guid.TryParse(id, out var order)) return false;
        if (await orders.FindAsync(order, cancellationToken) is not { } found) return false;
        await starts.ForOrderAsync(talk, kind, found, subject.Question ?? string.Empty, cancellationToken);
        return true;
    }

    private Task DoAsync(CaseTalk talk, StoredCase stored, CaseSubject subject, string verb, CancellationToken cancellationToken)
    {
        if (stored.Row.Stage == CaseStage.Closed && verb is not (CaseVerbs.Reopen or CaseVerbs.Summary or CaseVerbs.Pack or CaseVerbs.Delete) && !verb.StartsWith(CaseVerbs.PackOf, StringComparison.Ordinal)) return stages.WasClosedAsync(talk, stored, false, cancellationToken);
        if (verb == CaseVerbs.Pack || verb.StartsWith(CaseVerbs.PackOf, StringComparison.Ordinal)) return handover.HandOverAsync(talk, stored, cancellationToken);
        if (verb == CaseVerbs.Delete) return deletion.DeleteAsync(talk, stored, cancellationToken);
        var question = stored.Flow.Find(subject.Question);
        if (verb.StartsWith(CaseVerbs.Happened, StringComparison.Ordinal)) return stages.HappenedAsync(talk, stored, verb[CaseVerbs.Happened.Length..], cancellationToken);
        if (verb.StartsWith(CaseVerbs.FileFor, StringComparison.Ordinal) && subject.Files is { } files && stored.Flow.Find(verb[CaseVerbs.FileFor.Length..]) is { Kind: AnswerKind.Evidence } shown)
            return evidence.AssignAsync(talk, stored, shown, files, cancellationToken);
        if (verb.StartsWith(CaseVerbs.GoTo, StringComparison.Ordinal))
            return stored.Flow.Find(verb[CaseVerbs.GoTo.Length..]) is { } next ? replies.AskAsync(talk, stored, next, [], cancellationToken) : desk.GoOnAsync(talk, stored, [], cancellationToken);
        switch (verb)
        {
            case CaseVerbs.Summary:
                return replies.SummariseAsync(talk, stored, [], cancellationToken);
            case CaseVerbs.Filed:
                return stages.FileAsync(talk, stored, cancellationToken);
            case CaseVerbs.Offer:
                return stages.AskOfferAsync(talk, stored, cancellationToken);
            case CaseVerbs.Close:
                return stages.CloseAsync(talk, stored, cancellationToken);
            case CaseVerbs.Reopen:
                return stages.ReopenAsync(talk, stored, cancellationToken);
            case CaseVerbs.Stop:
                return desk.MoveAsync(talk, stored, question, GlobalWord.Stop, string.Empty, cancellationToken);
            case CaseVerbs.Back:
                return desk.MoveAsync(talk, stored, question, GlobalWord.Back, string.Empty, cancellationToken);
            case CaseVerbs.Skip:
                return desk.MoveAsync(talk, stored, question, GlobalWord.Skip, string.Empty, cancellationToken);
            case CaseVerbs.Later:
                return desk.MoveAsync(talk, stored, question, GlobalWord.Later, string.Empty, cancellationToken);
        }

        return question is not null && PressedAnswer.Of(question, verb, subject.Mine, OrderDesk.PersonOf(talk.Turn.Event), clock.GetCurrentInstant()) is { } answer
            ? desk.AnswerAsync(talk, stored, question, answer, verb == CaseVerbs.TakeMine ? clock.GetCurrentInstant() : talk.Card!.CreatedAt, [], cancellationToken)
            : desk.GoOnAsync(talk, stored, [], cancellationToken);
    }
}
