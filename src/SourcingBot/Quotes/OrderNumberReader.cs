namespace SourcingBot.Quotes;

/// <summary>Reads order, PO, PI and invoice numbers.</summary>
internal static class OrderNumberReader
{
    private const int LongestNumber = 40;
    private const WordClass Goods = WordClass.Pieces | WordClass.Sets | WordClass.Pairs | WordClass.Cartons | WordClass.Pallets | WordClass.Days | WordClass.Weeks;

    /// <summary>Reads the numbers.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="found">Receives them.</param>
    public static void Read(QuoteTokens tokens, FactList<string> found)
    {
        if ((tokens.Seen & WordClass.Order) == WordClass.None || !tokens.HasNumbers) return;
        for (var i = tokens.Next(-1, WordClass.Order); i < tokens.Count; i = tokens.Next(i, WordClass.Order))
        {
            var length = tokens.LengthAt(i, WordClass.Order);
            if (length > 0 && !tokens.Has(i - 1, WordClass.NotOrder) && !(tokens[i].Glued && tokens.Is(i - 1, '-')))
            {
                var at = i + length;
                var glued = (tokens.Is(at, '-') || tokens.Is(at, '/')) && tokens[at].Glued && tokens[at + 1].Glued;
                var first = glued || IsGluedNumber(tokens, i, at) ? i : SkipTo(tokens, at);
                if (End(tokens, first) is { } last && (first != i || last > i))
                {
                    Add(tokens, first, last, found);
                    i = first == i ? last : More(tokens, last, found);
                    continue;
                }
            }

            // A number that shows its kind in itself: HX-PI-260714.
            if (length > 0 && tokens.Is(i - 1, '-') && tokens[i - 1].Glued && tokens[i - 2] is { Kind: QuoteTokenKind.Word, Glued: false, Use: TokenUse.Free } && End(tokens, i - 2) is { } end)
            {
                Add(tokens, i - 2, end, found);
                i = end;
            }
            else if (tokens[i].Kind == QuoteTokenKind.Number && PlatformNumber(tokens, i) is { } last)
            {
                Add(tokens, i, last, found);
                i = last;
            }
        }
    }

    private static void Add(QuoteTokens tokens, int first, int last, FactList<string> found)
    {
        var span = tokens.Span(first, last);
        tokens.Take(first, last, TokenUse.OrderNumber);
        found.Add(new(span.In(tokens.Source), span));
    }

    /// <summary>"POs 7731, 7732 and 7745", "PO 9902 / 9903": numbers of the same form that follow. Returns the last token of them.</summary>
    private static int More(QuoteTokens tokens, int last, FactList<string> found)
    {
        while (true)
        {
            var at = last + 1;
            while (at < last + 3 && (tokens.Is(at, ',') || tokens.Is(at, '/') || tokens.Is(at, '&') || tokens.Is(at, "and") || tokens.Is(at, 'y') || tokens.Is(at, "et") || tokens.Is(at, '和'))) at++;
            if (at == last + 1 || tokens[at].Kind != QuoteTokenKind.Number || tokens[at].Length != tokens[last].Length || tokens[at].Length < 4 || End(tokens, at) != at) return last;
            Add(tokens, at, at, found);
            last = at;
        }
    }

    private static bool IsGluedNumber(QuoteTokens tokens, int word, int at) =>
        tokens[at].Kind == QuoteTokenKind.Number && tokens[at].Glued && tokens[word].Length <= 3 && tokens[word].Kind == QuoteTokenKind.Word;

    private static int SkipTo(QuoteTokens tokens, int at)
    {
        for (var skipped = 0; skipped < 5; skipped++)
        {
            if (tokens.Has(at, WordClass.Number) || tokens.Is(at, ':') || tokens.Is(at, '#') || tokens.Is(at, '.') || tokens.Is(at, '°') || tokens.Is(at, 'º') || tokens.Is(at, '(')) at++;
        }

        return tokens.Is(at, "is") && tokens[at + 1].Kind == QuoteTokenKind.Number ? at + 1 : at;
    }

    /// <summary>Three groups of four digits are a platform's order number where orders are spoken of.</summary>
    private static int? PlatformNumber(QuoteTokens tokens, int i)
    {
        if (tokens[i].Length != 4 || tokens[i].Glued && tokens[i - 1].Kind != QuoteTokenKind.Mark) return null;
        if (tokens[i + 1] is not { Kind: QuoteTokenKind.Number, Length: 4, Glued: false } || tokens[i + 2] is not { Kind: QuoteTokenKind.Number, Length: 4, Glued: false }) return null;
        if (tokens[i + 3].Kind == QuoteTokenKind.Number && !tokens[i + 3].Glued && tokens[i + 3].Length == 4) return null;
        return !tokens.Near(i, 5, 0, WordClass.NotOrder | WordClass.AccountNumber) && (tokens.Near(i, 10, 6, WordClass.Order) || tokens.Is(i - 1, '(') || tokens.Is(i - 3, "case")) ? i + 2 : null;
    }

    /// <summary>The last token of the number that begins here, or null where none does.</summary>
    private static int? End(QuoteTokens tokens, int first)
    {
        var last = first;
        var digits = CountDigits(tokens, first);
        if (tokens[first].Kind is not (QuoteTokenKind.Word or QuoteTokenKind.Number) || tokens[first].Spelled) return null;
        var dashes = 0;
        while (last - first < LongestNumber)
        {
            var joins = tokens.Is(last + 1, '-') || tokens.Is(last + 1, '/') || tokens.Is(last + 1, '_');
            var next = joins && tokens[last + 1].Glued ? last + 2 : last + 1;
            if (!tokens[next].Glued && !(tokens[last].Kind == QuoteTokenKind.Number && tokens[next].Kind == QuoteTokenKind.Number && !joins && IsGroup(tokens, last, next))) break;
            if (tokens[next].Kind is not (QuoteTokenKind.Word or QuoteTokenKind.Number)) break;
            digits += CountDigits(tokens, next);
            dashes += joins ? 1 : 0;
            last = next;
        }

        // "GR-77": letters and a dash make two digits enough.
        if (digits < (dashes > 0 && tokens[first].Kind == QuoteTokenKind.Word ? 2 : 3)) return null;
        if (first != last || tokens[first].Kind != QuoteTokenKind.Number) return last;
        if (tokens.Is(last + 1, '%') || tokens.Text(first).ContainsAny('.', ',') || tokens[last].Use != TokenUse.Free || UnitsFollow(tokens, last)) return null;

        // "order 500 USD" is an amount, "PO 60441 USD 21,380" is not.
        return Currencies.At(tokens, last + 1) is { } currency && tokens[last + 1 + currency.Length].Kind != QuoteTokenKind.Number ? null : last;
    }

    /// <summary>"2184 5560 0123": groups of four, the last one perhaps of three, that no unit follows.</summary>
    private static bool IsGroup(QuoteTokens tokens, int last, int next) => tokens[last].Length == 4 && tokens[next].Length is 3 or 4 && !UnitsFollow(tokens, next) && tokens[next].Use == TokenUse.Free;

    private static bool UnitsFollow(QuoteTokens tokens, int last) => tokens.Has(last + 1, Goods) && !tokens[last + 1].Classes.HasFlag(WordClass.Order);

    private static int CountDigits(QuoteTokens tokens, int i)
    {
        var count = 0;
        foreach (var c in tokens.Text(i)) count += char.IsAsciiDigit(c) ? 1 : 0;
        return count;
    }
}
