using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Quotes;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.Suppliers;

namespace SourcingBot.Orders;

/// <summary>Adds to the answer on a checked message what the team's orders say of it: a balance that should wait, or an order to follow.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="book">The orders.</param>
/// <param name="suppliers">The suppliers.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderHints(SourcingDbContext db, OrderBook book, SupplierBook suppliers, IClock clock)
{
    private const string BalanceCategory = "balance-before-inspection";

    private static readonly HashSet<string> BalanceWords = new(StringComparer.Ordinal) { "balance", "remaining", "remainder", "rest", "saldo", "restante", "solde", "reste" };

    /// <summary>The answer with the hints; the same answer where there are none.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="report">What was made of the message.</param>
    /// <param name="text">The message.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<OutgoingMessage> AddAsync(Turn turn, RiskReport report, string text, OutgoingMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Card is not { } card) return answer;
        foreach (var number in report.Facts.OrderNumbers.Select(n => n.Value).Distinct(StringComparer.Ordinal).Take(3))
        {
            foreach (var order in await book.FindAsync(number, cancellationToken))
            {
                if (SupplierBook.WorryOf(report) is { } reason) await suppliers.WorryAsync(order.Facts.Supplier, reason, cancellationToken);
                if (TooSoon(order, report.Facts, text) is { } words) return Stop(answer, card, report, order, words);
                return answer;
            }
        }

        return IsQuote(report.Facts) ? Offer(turn, report.Facts, answer, card) : answer;
    }

    /// <summary>Why the balance should wait, where the message asks for it and no inspection of the finished goods was passed; else null.</summary>
    private string? TooSoon(StoredOrder order, Quote facts, string text)
    {
        var asks = facts.Money.Any(m => m.Value.Role == MoneyRole.Balance) || facts.Payment.Any(p => p.Value.Stage == PaymentStage.Balance)
            || text.Contains("尾款", StringComparison.Ordinal) || text.Contains("余款", StringComparison.Ordinal) || Word.Of(text).Any(w => BalanceWords.Contains(w.Text));
        var state = order.State(clock.GetCurrentInstant());
        if (!asks || state.Inspection == InspectionStanding.Passed || state.Has(OrderEventKind.BalancePaid) || state.Has(OrderEventKind.PaidInFull)) return null;
        if (state.Phase is OrderPhase.Closed or OrderPhase.Cancelled) return null;
        var last = state.Events.LastOrDefault(e => e.Kind is OrderEventKind.InspectionBooked or OrderEventKind.InspectionPassed or OrderEventKind.InspectionFailed);
        return BalanceText.For(state.Inspection, last, state);
    }

    private static OutgoingMessage Stop(OutgoingMessage answer, Card card, RiskReport report, StoredOrder order, string words)
    {
        var heading = ShownText.OnOneLine(When.Say(Words.BalanceCheckTitle, order.Facts.Number));

        // Over a calm answer it is the answer; over a warning of the same, the next step; over another warning, one reason more.
        List<CardPart> parts = report.Findings switch
        {
            [] => [new Paragraph(heading, words)],
            [{ Category: BalanceCategory }, ..] => [new Paragraph(Words.LabelDo, heading + ". " + words)],
            _ => [card.Parts[0], new Heading(heading, Tone.Danger), new Paragraph(null, words)],
        };
        parts.AddRange(report.Findings.Count == 0 ? card.Parts : card.Parts.Skip(1));
        var title = report.Findings is [{ Category: not BalanceCategory }, ..] && card.Tone == Tone.Danger ? card.Title : Words.BalanceStop;
        return answer with { Text = CheckAnswer.Sentences(title, [words]), Card = new Card(Tone.Danger, title, parts) };
    }

    private OutgoingMessage Offer(Turn turn, Quote facts, OutgoingMessage answer, Card card)
    {
        var token = CardTokens.Create();
        var draft = OrderTextReader.Facts(facts);
        db.CardTokens.Add(CardTokens.Row(
            token, turn.Event.Conversation, answer.Audience == Audience.Conversation ? null : turn.Event.From.Id, new OrderSubject(Guid.Empty, "card/" + token, draft).ToJson(), clock.GetCurrentInstant()));
        return answer with { Card = card with { Parts = [.. card.Parts, new Buttons([new Button(Words.ButtonTrack, CardTokens.WithVerb(token, OrderVerbs.Track))])] } };
    }

    /// <summary>A message that states terms of a deal: a quantity or a term, with a price or a split.</summary>
    private static bool IsQuote(Quote facts) =>
        (facts.Quantities.Count > 0 || facts.Incoterm is not null || facts.OrderNumbers.Count > 0) && (facts.Money.Count > 0 || facts.Payment.Count > 0);
}
