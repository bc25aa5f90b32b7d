using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>Looks for two prices of which the dearer takes the place of the other.</summary>
internal static class RaisedPrice
{
    /// <summary>A new price is at most so many times the old one; more is another thing.</summary>
    private const decimal HighestRise = 1.8m;

    /// <summary>The two prices stand at most so many words apart.</summary>
    private const int Reach = 24;

    /// <summary>A message with more prices is a list, in which they stand together by chance.</summary>
    private const int MostPrices = 8;

    private static readonly int Shift = Concept.IdOf("PRICESHIFT");
    private static readonly int Lift = Concept.IdOf("PRICELIFT");
    private static readonly int Replaced = Concept.IdOf("PRICEINSTEAD");

    /// <summary>The first pair, from one price to the other; null where there is none.</summary>
    /// <param name="message">The message.</param>
    public static TextSpan? In(TaggedMessage message)
    {
        var prices = Figures.Prices(message);
        if (prices.Count > MostPrices) return null;
        for (var i = 0; i < prices.Count; i++)
        {
            for (var j = i + 1; j < prices.Count && prices[j].Token - prices[i].Token <= Reach; j++)
            {
                if (!IsRise(prices[i].Value, prices[j].Value) || !IsShift(message, prices[i], prices[j])) continue;
                var span = message.SpanOf(prices[i].Token, prices[j].Token);
                if (!message.IsCalm(span)) return span;
            }
        }

        return null;
    }

    private static bool IsRise(decimal one, decimal other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        return low < high && high <= low * HighestRise;
    }

    /// <summary>Whether words between two prices, or just before them, say that one takes the place of the other, and the dearer is the new one.</summary>
    private static bool IsShift(TaggedMessage message, Figure first, Figure last)
    {
        const int Before = 3;

        // “4.40 and not 4.10” names the new price first; without such a word the later one is new.
        if (last.Value < first.Value) return message.HasIn(Replaced, (first.Token + 1, last.Token - 1));
        var window = (Math.Max(0, first.Token - Before), last.Token);
        return message.HasIn(Shift, window) || message.HasIn(Lift, window);
    }
}
