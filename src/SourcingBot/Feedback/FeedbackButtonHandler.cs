using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.Risk.Categories;

namespace SourcingBot.Feedback;

/// <summary>Explains a checked message and takes what people say of the answer. A later word of the same person replaces the earlier one.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="messages">The messages that were checked.</param>
/// <param name="clock">The time.</param>
internal sealed class FeedbackButtonHandler(SourcingDbContext db, CheckedMessages messages, IClock clock) : ITurnHandler
{
    /// <summary>So many kinds of risk are offered for what was missed; another is always possible.</summary>
    private const int MostKinds = 4;

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingAction action) return false;
        var (token, verb) = CardTokens.Split(action.Token);
        if (token.Length == 0 || await db.CardTokens.FindAsync([token], cancellationToken) is not { } card || card.TeamId != db.TeamId) return false;

        // A button that was copied elsewhere does nothing; a card for one person is pressed by that person.
        if (card.OnlyFor is { } only ? only != action.From.Id : card.ConversationKey != StorableKey.OfConversation(action.Conversation)) return false;
        if (CheckSubject.Of(card.Subject) is not { } subject) return false;

        // Only the presser asked, and others may have another opinion.
        const Audience Asker = Audience.AskerOnly;
        if (await messages.FindAsync(subject.CheckedEvent, cancellationToken) is not { } message)
        {
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.FeedbackGoneTitle, Asker, [Words.FeedbackGoneText]));
            return true;
        }

        var explained = await messages.ExplainAsync(message, cancellationToken);
        switch (verb)
        {
            case FeedbackVerbs.Why:
                turn.Reply(ExplanationCard.Build(explained, message, Asker));
                return true;
            case FeedbackVerbs.Right or FeedbackVerbs.FalseAlarm:
                await KeepAsync(action, message, explained.Report, verb == FeedbackVerbs.Right ? Opinion.Right : Opinion.FalseAlarm, null, cancellationToken);
                turn.Reply(Thanks(verb == FeedbackVerbs.Right ? Words.FeedbackRight : Words.FeedbackFalseAlarm));
                return true;
            case FeedbackVerbs.Missed:
                await KeepAsync(action, message, explained.Report, Opinion.Missed, null, cancellationToken);
                turn.Reply(AskKind(action, subject, explained));
                return true;
            case var of when of.StartsWith(FeedbackVerbs.MissedOf, StringComparison.Ordinal):
                var kind = of[FeedbackVerbs.MissedOf.Length..];
                await KeepAsync(action, message, explained.Report, Opinion.Missed, RiskRules.Categories.Contains(kind) ? kind : null, cancellationToken);
                turn.Reply(Thanks(Words.FeedbackMissed));
                return true;
            default:
                return false;
        }
    }

    private async Task KeepAsync(IncomingAction action, CheckedMessage message, RiskReport report, Opinion opinion, string? category, CancellationToken cancellationToken)
    {
        var row = await db.Feedback.FirstOrDefaultAsync(f => f.InboxId == message.InboxId && f.Person == action.From.Id, cancellationToken);
        if (row is null) db.Feedback.Add(row = new FeedbackRow { InboxId = message.InboxId, Person = action.From.Id, Named = string.Empty, Text = string.Empty });
        (row.Opinion, row.Category, row.SaidAt) = (opinion, category, clock.GetCurrentInstant());

        // What is found now may be another thing than what was told then, and the opinion is of that.
        var (verdict, named) = message.Said is { } said ? (said.Verdict, said.Categories) : (report.Verdict, [.. report.Findings.Select(f => f.Category).Distinct(StringComparer.Ordinal)]);
        (row.Verdict, row.Named) = (verdict, string.Join(',', named));
        row.Text = AccountMask.Apply(message.Text, report.Facts);
    }

    /// <summary>The question comes to the presser alone, in Teams in another conversation than the answer's, so its buttons have a token of their own.</summary>
    private OutgoingMessage AskKind(IncomingAction action, CheckSubject subject, RiskExplanation explained)
    {
        var token = CardTokens.Create();
        db.CardTokens.Add(CardTokens.Row(token, action.Conversation, action.From.Id, subject.ToJson(), clock.GetCurrentInstant()));
        List<string> kinds = [.. explained.Near.Select(n => n.Category).Concat(["off-platform-payment", "extra-fee", "compliance-evasion", "impersonation"]).Distinct(StringComparer.Ordinal).Take(MostKinds)];
        List<Button> buttons = [.. kinds.Select(k => new Button(RiskCategory.Of(k).Title, CardTokens.WithVerb(token, FeedbackVerbs.MissedOf + k)))];
        buttons.Add(new Button(Words.ButtonOtherKind, CardTokens.WithVerb(token, FeedbackVerbs.MissedOf + "other")));
        return new OutgoingMessage(
            CheckAnswer.Sentences(Words.FeedbackKindTitle, [Words.FeedbackKindText]),
            new Card(Tone.Neutral, Words.FeedbackKindTitle, [new Paragraph(null, Words.FeedbackKindText), new Buttons(buttons)]), Audience.AskerOnly);
    }

    private static OutgoingMessage Thanks(string text) => CheckAnswer.Plain(Tone.Neutral, Words.FeedbackThanks, Audience.AskerOnly, [text]);
}
