namespace SourcingBot.Quotes;

/// <summary>Reads how many goods, cartons or pallets are ordered, offered or affected.</summary>
internal static class QuantityReader
{
    private static readonly (WordList Words, string Unit)[] Units =
    [
        (WordList.Of("pieces"), "pcs"), (WordList.Of("sets"), "sets"), (WordList.Of("pairs"), "pairs"), (WordList.Of("cartons"), "ctns"), (WordList.Of("pallets"), "pallets"),
        (WordList.Of("weight"), string.Empty),
    ];

    private static readonly WordList NotGoods = WordList.Of("notgoods");

    /// <summary>Reads the quantities.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="money">Places that are amounts of money.</param>
    public static List<Fact<Quantity>> Read(QuoteTokens tokens, IReadOnlyList<Fact<Money>> money)
    {
        var found = new List<Fact<Quantity>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != QuoteTokenKind.Number || tokens[i].Value <= 0) continue;
            var span = tokens.Span(i, i);
            if (money.Any(m => m.Span.Overlaps(span))) continue;
            var value = tokens[i].Value;
            var at = i + 1;
            if (tokens.Is(at, "k") && tokens[at].Glued) (value, at) = (value * 1000, at + 1);
            if (tokens.Is(at, "万")) (value, at) = (value * 10000, at + 1);
            else if (tokens.Is(at, "千") || (tokens.Is(at, "mil") && tokens[at].Kind == QuoteTokenKind.Word)) (value, at) = (value * 1000, at + 1);
            var unit = UnitAt(tokens, at, out var length) ?? ItemNoun(tokens, i, at, out length);
            var minimum = tokens.Near(i, 4, 0, Moq);
            if (unit is null && minimum && !NotGoods.At(tokens, at)) (unit, length) = ("pcs", 0);
            if (unit is null || IsPacking(tokens, i, at + length)) continue;
            found.Add(new Fact<Quantity>(new Quantity(value, unit, minimum), tokens.Span(i, Math.Max(i, at + length - 1))));
        }

        return found;
    }

    private static readonly WordList Moq = WordList.Of("moq");

    private static string? UnitAt(QuoteTokens tokens, int at, out int length)
    {
        foreach (var (words, unit) in Units)
        {
            length = words.LengthAt(tokens, at);
            if (length > 0) return unit.Length > 0 ? unit : tokens.Text(at).ToString();
        }

        length = 0;
        return null;
    }

    /// <summary>"1,200 umbrellas": a plural noun, perhaps behind one more word, that is no measure or time.</summary>
    private static string? ItemNoun(QuoteTokens tokens, int number, int at, out int length)
    {
        length = 0;
        if (tokens[number].Value < 20 || tokens[number].Value != decimal.Truncate(tokens[number].Value)) return null;
        if (tokens[number].Value is >= 1990 and <= 2039 && tokens[number].Length == 4) return null;
        for (var word = at; word <= at + 2 && tokens[word].Kind == QuoteTokenKind.Word; word++)
        {
            if (NotGoods.At(tokens, word)) return null;
            var text = tokens.Text(word);
            if (text.Length < 4 || text[^1] != 's' || text[^2] == 's') continue;
            length = word - at + 1;
            return "pcs";
        }

        return null;
    }

    /// <summary>"24 pcs/carton": how goods are packed is not how many there are.</summary>
    private static bool IsPacking(QuoteTokens tokens, int number, int behind) =>
        (tokens.Is(behind, "/") || tokens.Is(behind, "per") || tokens.Is(behind, "each") || tokens.Is(behind, "in") || tokens.Is(behind, "por") || tokens.Is(behind, "par"))
        && (Units[3].Words.At(tokens, behind + 1) || Units[4].Words.At(tokens, behind + 1) || tokens.Is(behind + 1, "inner") || tokens.Is(behind + 1, "export") || tokens.Is(behind + 1, "master"))
        || tokens.Is(number - 1, "#");
}
