using System.Globalization;
using SourcingBot.Flows;
using SourcingBot.Quotes;
using SourcingBot.Resources;

namespace SourcingBot.Disputes;

/// <summary>How much to claim, with the arithmetic that a case handler can follow.</summary>
/// <param name="Amount">The amount, or null where too little is known.</param>
/// <param name="Lines">The steps, as "40 of 500 pcs × USD 2.10 = USD 84.00".</param>
/// <param name="Capped">Whether it was cut to what was paid through the marketplace, because only that is covered.</param>
public sealed record ClaimAmount(Money? Amount, IReadOnlyList<string> Lines, bool Capped)
{
    /// <summary>Works it out from the answers of a dispute. Pure.</summary>
    /// <param name="answers">The answers by question.</param>
    public static ClaimAmount Of(IReadOnlyDictionary<string, Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var lines = new List<string>();
        var paidInAll = answers.GetValueOrDefault("paid-total")?.Money;
        var goods = paidInAll is not null ? Line(lines, CaseWords.ClaimPaid, paidInAll) : OfGoods(answers, lines);
        var total = goods;
        if (answers.GetValueOrDefault("other-costs")?.Money is { Amount: > 0 } costs)
        {
            if (total is null || total.Currency == costs.Currency)
            {
                lines.Add(Say(CaseWords.ClaimCosts, Show(costs)));
                total = (total ?? costs with { Amount = 0 }) with { Amount = (total?.Amount ?? 0) + costs.Amount };
                if (goods is not null) lines.Add(Say(CaseWords.ClaimTotal, Show(total)));
            }
            else
            {
                // Two currencies are not added: the rate is the marketplace's to choose.
                lines.Add(Say(CaseWords.ClaimCostsApart, Show(costs)));
            }
        }

        var there = answers.GetValueOrDefault("paid-there")?.Money;
        if (total is null || there is null || there.Currency != total.Currency || there.Amount >= total.Amount) return new ClaimAmount(total, lines, false);
        lines.Add(Say(CaseWords.ClaimCapped, Show(there)));
        return new ClaimAmount(there, lines, true);
    }

    /// <summary>An amount as people read it: "USD 1,240.50".</summary>
    /// <param name="money">The amount.</param>
    public static string Show(Money money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return string.Create(CultureInfo.InvariantCulture, $"{money.Currency} {money.Amount:#,0.00}");
    }

    private static Money? OfGoods(IReadOnlyDictionary<string, Answer> answers, List<string> lines)
    {
        var affected = answers.GetValueOrDefault("affected")?.Quantity;
        var ordered = answers.GetValueOrDefault("ordered")?.Quantity;
        var price = answers.GetValueOrDefault("unit-price")?.Money;
        var order = answers.GetValueOrDefault("order-amount")?.Money;

        // All money back is the whole order, however many pieces are bad.
        if (order is not null && answers.GetValueOrDefault("remedy")?.Choice == "full-refund") return Line(lines, CaseWords.ClaimWhole, order);
        if (affected is null) return null;
        if (ordered is not null && ordered.Unit != affected.Unit)
        {
            lines.Add(Say(CaseWords.ClaimUnits, Count(affected), Count(ordered)));
            return null;
        }

        if (price is not null)
        {
            var goods = price with { Amount = decimal.Round(affected.Value * price.Amount, 2, MidpointRounding.AwayFromZero) };
            lines.Add(Say(CaseWords.ClaimByPiece, Count(affected), Show(price), Show(goods)));
            return goods;
        }

        if (order is null || ordered is not { Value: > 0 } || affected.Value > ordered.Value) return null;
        var share = order with { Amount = decimal.Round(order.Amount * affected.Value / ordered.Value, 2, MidpointRounding.AwayFromZero) };
        lines.Add(Say(CaseWords.ClaimByShare, Count(affected), Count(ordered), Show(order), Show(share)));
        return share;
    }

    private static Money Line(List<string> lines, string words, Money money)
    {
        lines.Add(Say(words, Show(money)));
        return money;
    }

    private static string Count(Quantity quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:#,0.##} {quantity.Unit}");

    private static string Say(string words, params object[] values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
