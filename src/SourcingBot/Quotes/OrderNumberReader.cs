namespace SourcingBot.Quotes;

/// <summary>Reads order, PO, PI and invoice numbers.</summary>
internal static class OrderNumberReader
{
    private const int LongestNumber = 40;

    private static readonly WordList Orders = WordList.Of("order");
    private static readonly WordList NumberWords = WordList.Of("number");
    private static readonly WordList Others = WordList.Of("notorder");

    /// <summary>Reads the numbers.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<string>> Read(QuoteTokens tokens)
    {
        var found = new List<Fact<string>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = Orders.LengthAt(tokens, i);
            if (length > 0 && !Others.At(tokens, i - 1) && !(tokens[i].Glued && tokens.Is(i - 1, "-")))
            {
                var at = i + length;
                var glued = tokens.Is(at, "-") && tokens[at].Glued && tokens[at + 1].Glued;
                var first = glued || IsGluedNumber(tokens, i, at) ? i : SkipTo(tokens, at);
                if (End(tokens, first, requireDigits: true) is { } last && (first != i || last > i))
                {
                    found.Add(new(tokens.Written(first, last), tokens.Span(first, last)));
                    i = last;
                    continue;
                }
            }

            // A number that shows its kind in itself: HX-PI-260714, INV/2026/18.
            if (tokens[i].Kind == QuoteTokenKind.Word && !tokens[i].Glued && tokens.Is(i + 1, "-") && tokens[i + 1].Glued
                && Orders.At(tokens, i + 2) && End(tokens, i, requireDigits: true) is { } end)
            {
                found.Add(new(tokens.Written(i, end), tokens.Span(i, end)));
                i = end;
            }
        }

        return [.. found.DistinctBy(f => f.Value.ToUpperInvariant())];
    }

    private static bool IsGluedNumber(QuoteTokens tokens, int word, int at) =>
        tokens[at].Kind == QuoteTokenKind.Number && tokens[at].Glued && tokens[word].Length <= 3 && tokens[word].Kind == QuoteTokenKind.Word;

    private static int SkipTo(QuoteTokens tokens, int at)
    {
        for (var skipped = 0; skipped < 5; skipped++)
        {
            if (NumberWords.At(tokens, at) || tokens.Is(at, ":") || tokens.Is(at, "#") || tokens.Is(at, ".") || tokens.Is(at, "°") || tokens.Is(at, "º")) at++;
        }

        return at;
    }

    /// <summary>The last token of the number that begins here, or null where none does.</summary>
    private static int? End(QuoteTokens tokens, int first, bool requireDigits)
    {
        var last = first;
        var digits = CountDigits(tokens, first);
        if (tokens[first].Kind is not (QuoteTokenKind.Word or QuoteTokenKind.Number)) return null;
        while (last - first < LongestNumber)
        {
            var joins = tokens.Is(last + 1, "-") || tokens.Is(last + 1, "/") || tokens.Is(last + 1, "_");
            var next = joins && tokens[last + 1].Glued ? last + 2 : last + 1;
            if (!tokens[next].Glued && !(tokens[last].Kind == QuoteTokenKind.Number && tokens[next].Kind == QuoteTokenKind.Number && !joins && IsGroup(tokens, last, next))) break;
            if (tokens[next].Kind is not (QuoteTokenKind.Word or QuoteTokenKind.Number)) break;
            digits += CountDigits(tokens, next);
            last = next;
        }

        if (digits < (requireDigits ? 3 : 1)) return null;
        if (first == last && tokens[first].Kind == QuoteTokenKind.Number && (tokens.Is(last + 1, "%") || Currencies.At(tokens, last + 1) is not null || tokens.Text(first).ContainsAny('.', ','))) return null;
        return UnitsFollow(tokens, last) && first == last ? null : last;
    }

    /// <summary>"2184 5560 0123": groups of four.</summary>
    private static bool IsGroup(QuoteTokens tokens, int last, int next) => tokens[last].Length >= 3 && tokens[next].Length is 3 or 4;

    private static bool UnitsFollow(QuoteTokens tokens, int last) =>
        tokens.Is(last + 1, "pcs") || tokens.Is(last + 1, "sets") || tokens.Is(last + 1, "pieces") || tokens.Is(last + 1, "units") || tokens.Is(last + 1, "ctns") || tokens.Is(last + 1, "个")
        || tokens.Is(last + 1, "件") || tokens.Is(last + 1, "days") || tokens.Is(last + 1, "unidades");

    private static int CountDigits(QuoteTokens tokens, int i)
    {
        var count = 0;
        foreach (var c in tokens.Text(i)) count += char.IsAsciiDigit(c) ? 1 : 0;
        return count;
    }
}
