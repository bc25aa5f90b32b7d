using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>A bare number in a message, with or without a currency.</summary>
/// <param name="Token">Its word.</param>
/// <param name="Value">The number.</param>
internal readonly record struct Figure(int Token, decimal Value);

/// <summary>Reads the numbers of a message that can be prices, for rules that compare one with another.</summary>
internal static class Figures
{
    /// <summary>Numbers below this are prices only with a decimal part: whole ones count things or days.</summary>
    private const decimal SmallestWhole = 15;

    /// <summary>Years look like whole prices.</summary>
    private static readonly (decimal First, decimal Last) Years = (1990, 2050);

    private static readonly HashSet<string> NotMoney = new(StringComparer.Ordinal)
    {
        "%", "percent", "mm", "cm", "m", "kg", "g", "gsm", "gr", "days", "day", "weeks", "hours", "pcs", "pc", "pieces", "sets", "units", "cartons", "ctns", "cbm", "am", "pm", "w", "v", "mah",
        "天", "个", "件", "套", "台", "箱", "号", "月", "年", "周", "点", "点钟", "米", "dias", "piezas", "unidades", "cajas", "jours", "pieces", "cartons", "unites",
    };

    /// <summary>The numbers that can be prices, in the order of the text: no quantities, dates, shares and order numbers.</summary>
    /// <param name="message">The message.</param>
    public static List<Figure> Prices(TaggedMessage message)
    {
        var found = new List<Figure>();
        for (var i = 0; i < message.WordCount; i++)
        {
            var word = message.Words[i];
            if (!char.IsAsciiDigit(message.Text.Chars[word.Start])) continue;
            if (NumberText.LengthAt(message.Text, word.Start, out var value) != word.Length || !CanBePrice(value)) continue;
            if (!IsFollowedByUnit(message, i) && !IsOtherFact(message, message.SpanOf(i, i))) found.Add(new Figure(i, value));
        }

        return found;
    }

    private static bool CanBePrice(decimal value)
    {
        if (value <= 0) return false;
        if (decimal.Truncate(value) != value) return true;
        return value >= SmallestWhole && (value < Years.First || value > Years.Last);
    }

    private static bool IsFollowedByUnit(TaggedMessage message, int token)
    {
        if (token + 1 >= message.WordCount) return false;
        var next = message.Words[token + 1];
        return NotMoney.GetAlternateLookup<ReadOnlySpan<char>>().Contains(message.Text.Chars.Slice(next.Start, next.Length));
    }

    private static bool IsOtherFact(TaggedMessage message, TextSpan span)
    {
        var facts = message.Facts;
        return Covers(facts.Quantities, span) || Covers(facts.Dates, span) || Covers(facts.Payment, span) || Covers(facts.OrderNumbers, span) || Covers(facts.LeadTimeDays, span);
    }

    private static bool Covers<T>(IReadOnlyList<Fact<T>> facts, TextSpan span)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i].Span.Start < span.End && span.Start < facts[i].Span.End) return true;
        }

        return false;
    }
}
