namespace SourcingBot.Quotes;

/// <summary>Reads amounts that carry a currency, and those directly coordinated with one.</summary>
internal static class MoneyReader
{
    /// <summary>Amounts that are coordinated are of one size.</summary>
    private const double FurthestApart = 25;

    /// <summary>An amount while it is being read.</summary>
    /// <param name="Number">Its number token.</param>
    /// <param name="First">Its first token.</param>
    /// <param name="Last">Its last token.</param>
    /// <param name="Code">Its currency.</param>
    public readonly record struct Amount(int Number, int First, int Last, string Code);

    /// <summary>Reads the amounts.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="marked">Memory for the amounts that are being read.</param>
    /// <param name="found">Receives them, in the order of the text.</param>
    public static void Read(QuoteTokens tokens, List<Amount> marked, FactList<Money> found)
    {
        if (!tokens.HasNumbers || (tokens.Seen & WordClass.Currency) == WordClass.None) return;
        marked.Clear();
        for (var i = tokens.Next(-1, WordClass.None); i < tokens.Count; i = tokens.Next(i, WordClass.None))
        {
            if (!tokens.IsFreeNumber(i) || tokens[i].Value == 0) continue;
            if (IsMarked(tokens, i, out var amount))
            {
                marked.Add(amount);
                tokens.Take(i, i, TokenUse.Money);
            }
        }

        var own = marked.Count;
        for (var n = 0; n < own; n++) Spread(tokens, marked[n], marked);
        if (marked.Count > own) marked.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        foreach (var amount in marked)
        {
            found.Add(new(new Money(tokens[amount.Number].Value, amount.Code, MoneyRoles.Of(tokens, amount)), tokens.Span(amount.First, amount.Last)));
        }
    }

    private static bool IsMarked(QuoteTokens tokens, int i, out Amount amount)
    {
        var partOfWord = tokens[i].Glued && tokens[i - 1].Kind == QuoteTokenKind.Word && Before(tokens, i) is null;
        var before = Before(tokens, i);
        var after = partOfWord ? null : After(tokens, i);

        // "PO 60441 USD 21,380", "4 USD 189.00": between two numbers a code belongs to the one with cents, or to the one behind an order word or multiplication.
        if (after is { } one && tokens[i + 1].Kind == QuoteTokenKind.Word && tokens[i + 1 + one.Length].Kind == QuoteTokenKind.Number && before is null)
        {
            var next = i + 1 + one.Length;
            if (!HasCents(tokens, i) && HasCents(tokens, next) && !tokens.Has(next + 1, WordClass.Percent)) after = null;
        }

        amount = after is { } code ? new Amount(i, i, i + code.Length, code.Code) : before is { } mark ? new Amount(i, i - mark.Length, i, mark.Code) : default;

        // "US$ 500 USD" carries both.
        if (after is not null && before is { } also && also.Code == after.Value.Code) amount = amount with { First = i - also.Length };
        return after is not null || before is not null;
    }

    private static bool HasCents(QuoteTokens tokens, int i) => tokens[i].Value != decimal.Truncate(tokens[i].Value) || tokens.Text(i).ContainsAny('.', ',');

    private static (string Code, int Length)? After(QuoteTokens tokens, int i)
    {
        if (Currencies.At(tokens, i + 1) is not { } code) return null;

        // "500 pcs $3": the mark belongs to the number behind it when it is glued to that.
        var mark = i + 1;
        var behind = mark + code.Length;
        if (tokens[mark].Kind == QuoteTokenKind.Mark && tokens[behind].Kind == QuoteTokenKind.Number && (tokens[behind].Glued || !tokens[mark].Glued)) return null;
        if (code.Length > 1 && tokens.Is(mark + 1, '$') && tokens[behind].Kind == QuoteTokenKind.Number && tokens[behind].Glued) return null;
        return code;
    }

    private static (string Code, int Length)? Before(QuoteTokens tokens, int i)
    {
        for (var length = 3; length >= 1; length--)
        {
            if (Currencies.At(tokens, i - length) is { } found && found.Length == length) return found;
        }

        // "USD: 500", "RMB. 500"; but EUR.1 is a document.
        return tokens.Is(i - 1, ':') || (tokens.Is(i - 1, '.') && !tokens[i].Glued) ? Currencies.At(tokens, i - 2) is { Length: 1 } spaced ? (spaced.Code, 2) : null : null;
    }

    /// <summary>Gives the currency to numbers that are coordinated with a marked one: ranges, "from … to", "instead of", lists of prices.</summary>
    private static void Spread(QuoteTokens tokens, Amount amount, List<Amount> marked)
    {
        for (var direction = -1; direction <= 1; direction += 2)
        {
            // A mark before the number speaks for what follows, one behind it for what went before and for "instead of".
            if (direction < 0 && amount.First < amount.Number) continue;
            var from = amount.Number;
            var at = direction < 0 ? amount.First - 1 : amount.Last + 1;
            for (var steps = 0; steps < 6; steps++)
            {
                var links = 0;
                var comma = tokens.Is(at, ',');
                while (links < 4 && (IsLink(tokens, at) || (links == 0 && comma && direction < 0))) (at, links) = (at + direction, links + 1);
                if (links == 0 || !tokens.IsFreeNumber(at) || tokens[at].Value == 0 || tokens[at].Spelled || (comma && !(HasCents(tokens, at) && HasCents(tokens, from)))) break;
                if (Ratio(tokens[at].Value, tokens[from].Value) > FurthestApart || (direction > 0 && IsOther(tokens, at + 1)) || IsPartOfWord(tokens, at) || IsName(tokens, at)) break;
                tokens.Take(at, at, TokenUse.Money);
                marked.Add(new Amount(at, at, at, amount.Code));
                (from, at) = (at, at + direction);
            }
        }
    }

    private static bool IsPartOfWord(QuoteTokens tokens, int i) => tokens[i].Glued && tokens[i - 1].Kind == QuoteTokenKind.Word;

    /// <summary>"Tier 1 a 19 dólares", "Box 2 or 30 USD": a small number behind a capital counts nothing.</summary>
    private static bool IsName(QuoteTokens tokens, int i) => tokens[i].Value < 10 && !HasCents(tokens, i) && tokens[i - 1].Kind == QuoteTokenKind.Word && tokens.IsCapital(i - 1);

    private static double Ratio(decimal a, decimal b) => a > b ? (double)a / (double)b : (double)b / (double)a;

    /// <summary>Whether what follows a number counts goods, days or per cent rather than money.</summary>
    private static bool IsOther(QuoteTokens tokens, int next) =>
        tokens.Has(next, WordClass.Percent) || (tokens[next].Kind is QuoteTokenKind.Word or QuoteTokenKind.Ideograph && !tokens.Has(next, WordClass.Link)
            && (tokens.Has(next, WordClass.Pieces | WordClass.Sets | WordClass.Pairs | WordClass.Cartons | WordClass.Pallets | WordClass.Bulk | WordClass.Measure | WordClass.NotGoods | WordClass.Days | WordClass.Weeks)
                || tokens[next].Glued));

    private static bool IsLink(QuoteTokens tokens, int i) =>
        tokens.Has(i, WordClass.Link) || tokens.Is(i, '-') || tokens.Is(i, '~') || tokens.Is(i, '→') || tokens.Is(i, '/') || (tokens.Is(i, '>') && tokens.Is(i - 1, '-'));
}
