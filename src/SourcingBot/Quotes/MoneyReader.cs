namespace SourcingBot.Quotes;

/// <summary>Reads amounts that carry a currency, and those directly coordinated with one.</summary>
internal static class MoneyReader
{
    private static readonly WordList Range = WordList.Of("range");
    private static readonly (WordList Words, MoneyRole Role, int Before, int After)[] Roles =
    [
        (WordList.Of("other"), MoneyRole.Other, 4, 2), (WordList.Of("deposit"), MoneyRole.Deposit, 5, 3), (WordList.Of("balance"), MoneyRole.Balance, 5, 3),
        (WordList.Of("unit"), MoneyRole.UnitPrice, 1, 3), (WordList.Of("freight"), MoneyRole.Freight, 5, 4), (WordList.Of("fee"), MoneyRole.Fee, 5, 4),
        (WordList.Of("total"), MoneyRole.Total, 6, 3),
    ];

    /// <summary>Reads the amounts.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<Money>> Read(QuoteTokens tokens)
    {
        var currency = new Dictionary<int, (string Code, int First, int Last)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != QuoteTokenKind.Number) continue;
            var last = Multiplier(tokens, i).Last;
            if (CodeAfter(tokens, last) is { } after && !IsMarkOfNext(tokens, last + 1, after.Length)) currency[i] = (after.Code, i, last + after.Length);
            else if (CodeBefore(tokens, i) is { } before) currency[i] = (before.Code, i - before.Length, last);
        }

        foreach (var (i, found) in currency.ToList()) Spread(tokens, i, found.Code, found.Last, currency);
        return
        [
            .. currency.OrderBy(c => c.Key).Select(c => new Fact<Money>(
                new Money(Multiplier(tokens, c.Key).Value, c.Value.Code, RoleOf(tokens, c.Key, c.Value.Last)), tokens.Span(c.Value.First, c.Value.Last))),
        ];
    }

    private static (decimal Value, int Last) Multiplier(QuoteTokens tokens, int i)
    {
        var value = tokens[i].Value;
        if (tokens.Is(i + 1, "k") && tokens[i + 1].Glued) return (value * 1000, i + 1);
        if (tokens.Is(i + 1, "万")) return (value * 10000, i + 1);
        if (tokens.Is(i + 1, "千")) return (value * 1000, i + 1);
        if (tokens.Is(i + 1, "million") || tokens.Is(i + 1, "mio")) return (value * 1_000_000, i + 1);
        if (tokens.Is(i + 1, "thousand") || tokens.Is(i + 1, "mil")) return (value * 1000, i + 1);
        return (value, i);
    }

    private static (string Code, int Length)? CodeAfter(QuoteTokens tokens, int last) => Currencies.At(tokens, last + 1);

    /// <summary>"500 pcs $3": the mark belongs to the number behind it when it is glued to that.</summary>
    private static bool IsMarkOfNext(QuoteTokens tokens, int mark, int length) =>
        tokens[mark].Kind == QuoteTokenKind.Mark && !tokens[mark].Glued && tokens[mark + length].Kind == QuoteTokenKind.Number && tokens[mark + length].Glued;

    private static (string Code, int Length)? CodeBefore(QuoteTokens tokens, int i)
    {
        for (var length = 3; length >= 1; length--)
        {
            if (i - length >= 0 && Currencies.At(tokens, i - length) is { } found && found.Length == length) return found;
        }

        // "USD: 500", "USD. 500"
        return i >= 2 && (tokens.Is(i - 1, ":") || tokens.Is(i - 1, ".")) && Currencies.At(tokens, i - 2) is { Length: 1 } spaced ? (spaced.Code, 2) : null;
    }

    /// <summary>Gives the currency to numbers that are coordinated with a marked one: ranges, "from … to", "instead of".</summary>
    private static void Spread(QuoteTokens tokens, int i, string code, int last, Dictionary<int, (string Code, int First, int Last)> currency)
    {
        for (var direction = -1; direction <= 1; direction += 2)
        {
            var at = direction < 0 ? i - 1 : last + 1;
            if (direction < 0 && CodeBefore(tokens, i) is not null) continue;
            var links = 0;
            while (links < 3 && IsLink(tokens, at)) (at, links) = (at + direction, links + 1);
            if (links == 0 || tokens[at].Kind != QuoteTokenKind.Number || currency.ContainsKey(at)) continue;
            var next = at + 1;
            if (direction > 0 && (tokens.Is(next, "%") || (tokens[next].Kind is QuoteTokenKind.Word or QuoteTokenKind.Ideograph && !Range.At(tokens, next) && !tokens.Is(next, "per")))) continue;
            currency[at] = (code, at, at);
        }
    }

    private static bool IsLink(QuoteTokens tokens, int i) =>
        tokens.Is(i, "-") || tokens.Is(i, "~") || tokens.Is(i, "→") || tokens.Is(i, "/") || Range.At(tokens, i);

    private static MoneyRole RoleOf(QuoteTokens tokens, int number, int last)
    {
        if (tokens.Is(last + 1, "/") && !tokens.Is(last + 2, "kg")) return MoneyRole.UnitPrice;
        foreach (var (words, role, before, after) in Roles)
        {
            if (tokens.Near(number, before, after + last - number, words)) return role;
        }

        return MoneyRole.Other;
    }
}
