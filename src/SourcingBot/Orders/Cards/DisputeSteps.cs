using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>How to ask for the refund on the order page before the window closes, and the button that records it.</summary>
internal static class DisputeSteps
{
    /// <summary>Builds the card and keeps what its buttons are about.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="db">The database of the team.</param>
    /// <param name="order">The order.</param>
    /// <param name="now">The present.</param>
    public static OutgoingMessage Card(Turn turn, SourcingDbContext db, StoredOrder order, Instant now)
    {
        var audience = AnswerAudience.Of(turn.Event);
        var token = CardTokens.Create();
        db.CardTokens.Add(CardTokens.Row(token, turn.Event.Conversation, audience == Audience.Conversation ? null : turn.Event.From.Id, new OrderSubject(order.Row.Id, "card/" + token).ToJson(), now));
        var today = now.InZone(order.State(now).Zone).Date;
        List<CardPart> parts =
        [
            new Paragraph(null, Words.DisputeIntro),
            new BulletList([Words.DisputeStepPage, Words.DisputeStepReason, Words.DisputeStepEvidence, Words.DisputeStepChat]),
            new Buttons([
                new Button(Words.ButtonRefundAsked, CardTokens.WithVerb(token, OrderVerbs.HappenedOn(OrderEventKind.RefundAsked, today)), true),
                new Button(Words.ButtonShowOrder, CardTokens.WithVerb(token, OrderVerbs.Show)),
            ]),
            new Note(Words.DisputeSource),
        ];
        var title = ShownText.OnOneLine(When.Say(Words.DisputeTitle, order.Facts.Number));
        return new OutgoingMessage(CheckAnswer.Sentences(title, [Words.DisputeIntro]), new Card(Tone.Caution, title, parts), audience);
    }
}
