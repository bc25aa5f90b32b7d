namespace SourcingBot.Quotes;

/// <summary>Reads how many goods, cartons or pallets are ordered, offered or affected.</summary>
internal static class QuantityReader
{
    private const WordClass Countable = WordClass.Pieces | WordClass.Sets | WordClass.Pairs | WordClass.Cartons | WordClass.Pallets | WordClass.Bulk;

    /// <summary>Lengths and areas below this are dimensions.</summary>
    private const int LeastMeasure = 100;

    /// <summary>A number before a bare noun is a quantity from here on; smaller ones need an article or the like.</summary>
    private const int LeastBeforeNoun = 20;

    /// <summary>Reads the quantities.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="found">Receives them.</param>
    public static void Read(QuoteTokens tokens, FactList<Quantity> found)
    {
        if (!tokens.HasNumbers) return;
        for (var i = tokens.Next(-1, WordClass.None); i < tokens.Count; i = tokens.Next(i, WordClass.None))
        {
            if (!tokens.IsFreeNumber(i) || tokens[i].Value <= 0) continue;
            var at = i + 1;
            var unit = UnitAt(tokens, i, at, out var length);
            var minimum = tokens.Near(i, 4, 0, WordClass.Moq) || (length > 0 && tokens.Is(at + length, '起'));
            if (unit is null) unit = Bare(tokens, i, at, minimum, out length);
            if (unit is null || (unit is not ("ctns" or "pallets") && IsPacking(tokens, i, at + length)) || (unit == "pcs" && IsTest(tokens, i, at + length))) continue;
            if (IsPartOfWord(tokens, i)) continue;
            found.Add(new(new Quantity(tokens[i].Value, unit, minimum), tokens.Span(i, Math.Max(i, at + length - 1))));
        }
    }

    /// <summary>"GK-17 pcs" and the like: a number that hangs on a word is a part of a name.</summary>
    private static bool IsPartOfWord(QuoteTokens tokens, int i) =>
        tokens[i].Glued && (tokens[i - 1].Kind == QuoteTokenKind.Word && !tokens.Is(i - 1, 'x') || tokens.Is(i - 1, '#') || tokens.Is(i - 1, '@')
            || (tokens.Is(i - 1, '.') && tokens[i - 1].Glued && tokens[i - 2].Kind == QuoteTokenKind.Word));

    private static string? UnitAt(QuoteTokens tokens, int number, int at, out int length)
    {
        length = tokens.LengthAt(at, Countable | WordClass.Measure);
        if (length == 0 || tokens.Has(at, WordClass.NotGoods) && tokens[at].Kind == QuoteTokenKind.Ideograph) return null;
        var words = tokens[at].Classes;
        if ((words & WordClass.Measure) != WordClass.None)
        {
            // "1,100 m2" is a quantity, "3 m" and "0.75 m" are dimensions.
            if (tokens[at + 1] is { Glued: true, Kind: QuoteTokenKind.Number } area)
            {
                if (area.Value != 2) return null;
                length = 2;
            }

            if (tokens[number].Value < LeastMeasure || tokens.Near(number, 3, 0, WordClass.PlacePart)) return null;
            return length == 2 ? "m2" : tokens.Text(at).ToString();
        }

        // 两套, 三张: so few, in words, are papers and ways more often than goods.
        if (tokens[number] is { Spelled: true, Value: < 10 } && tokens[at].Kind == QuoteTokenKind.Ideograph && (words & (WordClass.Pieces | WordClass.Sets)) != WordClass.None) return null;
        if ((words & WordClass.Pieces) != WordClass.None) return "pcs";
        if ((words & WordClass.Sets) != WordClass.None) return "sets";
        if ((words & WordClass.Pairs) != WordClass.None) return "pairs";
        if ((words & WordClass.Cartons) != WordClass.None) return "ctns";
        return (words & WordClass.Pallets) != WordClass.None ? "pallets" : tokens.Text(at).ToString();
    }

    /// <summary>A number without a unit: behind "MOQ", "qty" or "x", before a noun, in a list that a unit ends, or behind "pallets".</summary>
    private static string? Bare(QuoteTokens tokens, int i, int at, bool minimum, out int length)
    {
        length = 0;
        if (tokens.Has(at, WordClass.NotGoods | WordClass.Percent | WordClass.Currency)) return null;
        var value = tokens[i].Value;
        if (value != decimal.Truncate(value) || (value is >= 1990 and <= 2039 && tokens[i].Length == 4 && !minimum)) return null;
        if (IsList(tokens, i, out var listed)) return listed;
        if (tokens[at].Kind == QuoteTokenKind.Word && ItemNoun(tokens, i, at, out length) is { } noun) return noun;
        length = 0;
        if (minimum && value >= 10 && (tokens.Has(i - 1, WordClass.Moq) || tokens.Has(i - 2, WordClass.Moq)) && !(tokens[at].Kind == QuoteTokenKind.Word && tokens[at].Length == 1)) return "pcs";
        if (tokens.Has(i - 1, WordClass.Amount) || ((tokens.Is(i - 1, ':') || tokens.Is(i - 1, '.')) && tokens.Has(i - 2, WordClass.Amount))) return "pcs";
        if (tokens.Is(i - 1, 'x') && IsPrice(tokens, i - 2) && value >= 2 && !tokens.Is(at, 'x')) return "pcs";
        if (tokens.Is(at, 'x') && (tokens.Has(at + 1, WordClass.Currency) || (tokens.Is(at + 1, "us") && tokens.Is(at + 2, '$'))) && value >= 2) return "pcs";

        // "46 broken lids (of 1,000)", "210 of 400 (PO 1167)"
        var ends = tokens[at].Kind is QuoteTokenKind.Mark or QuoteTokenKind.LineEnd;
        if (tokens.Is(i - 1, "of") && value >= LeastBeforeNoun && ends && (tokens.Is(i - 2, '(') || (tokens[i - 2].Kind == QuoteTokenKind.Number && tokens[i - 2].Value >= LeastBeforeNoun))) return "pcs";
        if (tokens.Is(at, "of") && value >= LeastBeforeNoun && tokens.IsFreeNumber(at + 1) && tokens[at + 1].Value > value && tokens[at + 2].Kind is QuoteTokenKind.Mark or QuoteTokenKind.LineEnd) return "pcs";

        // "cartons 412, short 0", "pallets 8."
        if (tokens[at].Clause == tokens[i].Clause && tokens[at].Kind is not (QuoteTokenKind.LineEnd or QuoteTokenKind.Mark)) return null;
        if (tokens.Is(i - 1, "pallets") || (tokens.Is(i - 1, ':') && tokens.Is(i - 2, "pallets"))) return "pallets";
        return tokens.Is(i - 1, "cartons") || tokens.Is(i - 1, "ctns") ? "ctns" : null;
    }

    /// <summary>Whether a currency or a unit behind one ends at a token: "11.20 usd/pc x 300".</summary>
    private static bool IsPrice(QuoteTokens tokens, int i) =>
        tokens.Has(i, WordClass.Currency) || tokens[i].Use == TokenUse.Money || (tokens.Has(i, Countable) && tokens.Is(i - 1, '/'));

    /// <summary>"300 / 600 / 1,200 pcs", "210 of 400 pcs": the unit stands behind the last one.</summary>
    private static bool IsList(QuoteTokens tokens, int i, out string? unit)
    {
        unit = null;
        var at = i;
        for (var steps = 0; steps < 4; steps++)
        {
            if (!((tokens.Is(at + 1, '/') && !tokens[at + 1].Glued) || tokens.Is(at + 1, "or") || tokens.Is(at + 1, "of") || tokens.Is(at + 1, "and")) || !tokens.IsFreeNumber(at + 2)) return false;
            at += 2;
            if (tokens.Has(at + 1, Countable))
            {
                unit = UnitAt(tokens, at, at + 1, out _);
                return tokens[i].Value >= 2;
            }
        }

        return false;
    }

    /// <summary>"1,200 umbrellas": a plural noun, perhaps behind one or two more words, that is no measure or time.</summary>
    private static string? ItemNoun(QuoteTokens tokens, int number, int at, out int length)
    {
        length = 0;
        var value = tokens[number].Value;
        if (value < 2 || (value < LeastBeforeNoun && !tokens.Has(number - 1, WordClass.Before)) || (tokens[number].Spelled && value < 10)) return null;
        if (tokens[number - 1] is { Kind: QuoteTokenKind.Mark } && tokens[number].Glued && !tokens.Is(number - 1, '(')) return null;
        if (tokens.Is(at, "of") && tokens.Has(at + 1, WordClass.Before)) at += 2;
        for (var word = at; word <= at + 2 && tokens[word].Kind == QuoteTokenKind.Word; word++)
        {
            if (tokens.Has(word, WordClass.NotGoods | WordClass.Currency | WordClass.Packing | WordClass.Months | WordClass.Pay)) return null;
            var text = tokens.Text(word);
            if (text is "in" or "on" or "at" or "for" or "is" or "are" or "by" or "with" or "and" or "or" or "to" or "from" or "per" or "if" or "as" or "was" or "needs" or "wants" or "costs" or "does" or "applies" or "comes" or "goes" or "takes" or "gets" or "always" or "this" or "plus" or "less" or "mas" or "pas" or "des" or "les" or "sans" or "vous" or "nous" or "sous" or "dans" or "pues" or "has" or "de" or "en" or "por" or "con" or "y" or "et") return null;
            if (text.Length < 4 || !IsPlural(text)) continue;
            length = word - number;
            return "pcs";
        }

        return null;
    }

    private static bool IsPlural(ReadOnlySpan<char> word) => word[^1] == 's' ? word[^2] is not ('s' or 'u' or 'i') : word.EndsWith("aux") || word.EndsWith("eux");

    /// <summary>"24 pcs/carton", "carton: 48 pcs", "ctn 1-60, 40 pcs each": how goods are packed is not how many there are.</summary>
    private static bool IsPacking(QuoteTokens tokens, int number, int behind)
    {
        if (tokens.Is(number - 1, '#')) return true;
        if (tokens.Is(behind, '/') || tokens.Is(behind, "per") || tokens.Is(behind, "each") || tokens.Is(behind, "in") || tokens.Is(behind, "por") || tokens.Is(behind, "par") || tokens.Is(behind, 'a') || tokens.Is(behind, "cada"))
        {
            var at = tokens.Is(behind + 1, "each") || tokens.Is(behind + 1, 'a') || tokens.Is(behind + 1, "un") || tokens.Is(behind + 1, "one") ? behind + 2 : behind + 1;
            if (tokens.Has(at, WordClass.Cartons | WordClass.Pallets | WordClass.Packing) || tokens.Is(at, "lot") || tokens.Is(at, "layer") || tokens.Is(at, '箱')) return true;
            if (tokens.Is(behind, "each") && tokens.Near(number, 12, 0, WordClass.Cartons)) return true;
            if (tokens.Is(behind, '/') && tokens[at].Kind == QuoteTokenKind.Word && !tokens.Is(at, "month") && !tokens.Is(behind - 1, "pc") && at == behind + 1 && tokens[behind].Glued && tokens.Has(at, WordClass.Bulk | WordClass.Sets)) return true;
        }

        if (tokens.Has(behind - 1, WordClass.Cartons | WordClass.Pallets)) return false;
        if (tokens.Is(number - 1, '每') || tokens.Is(number - 2, '每') || tokens.Is(number - 1, "of") && tokens.Has(number - 2, WordClass.Cartons | WordClass.Bulk)) return true;

        // Back over dimensions to a carton that no number counts.
        for (var i = number - 1; i >= 0 && number - i < 14 && tokens[i].Kind != QuoteTokenKind.LineEnd; i--)
        {
            if (tokens.Has(i, WordClass.Cartons | WordClass.Packing)) return tokens[i - 1].Kind != QuoteTokenKind.Number && !tokens.Is(i, "packed") && !tokens.Is(i, "cases");
            var dimension = tokens[i].Kind is QuoteTokenKind.Number or QuoteTokenKind.Mark || tokens.Is(i, 'x') || tokens.Is(i, "cm") || tokens.Is(i, "mm") || tokens.Is(i, "size") || tokens.Is(i, "dimension") || tokens.Is(i, "and");
            if (!dimension) return false;
        }

        return false;
    }

    /// <summary>Whether the pieces are those of a test or an inspection.</summary>
    private static bool IsTest(QuoteTokens tokens, int number, int behind)
    {
        if (!tokens.Has(number + 1, WordClass.Pieces) && tokens[number].Value >= LeastBeforeNoun) return false;
        var from = Math.Max(tokens.ClauseStart(number, 4), number - 4);
        for (var i = number - 1; i >= from; i--)
        {
            if (tokens.Has(i, WordClass.Testing) && !tokens.Has(i, WordClass.Order)) return true;
        }

        return tokens.Has(behind, WordClass.Testing) && !tokens.Is(behind, "lot");
    }
}
