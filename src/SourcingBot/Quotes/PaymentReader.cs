namespace SourcingBot.Quotes;

/// <summary>Reads how the price is split: the first share, the last, or everything at once.</summary>
internal static class PaymentReader
{
    /// <summary>Shares farther apart than this many characters are not told in one breath.</summary>
    private const int FarthestShare = 160;

    private static readonly WordList Deposit = WordList.Of("deposit");
    private static readonly WordList Balance = WordList.Of("balance");
    private static readonly WordList Late = WordList.Of("stagebalance");
    private static readonly WordList Full = WordList.Of("full");
    private static readonly WordList Advance = WordList.Of("advance");

    /// <summary>Reads the shares.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<PaymentShare>> Read(QuoteTokens tokens)
    {
        var found = new List<Fact<PaymentShare>>();
        var open = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == QuoteTokenKind.Number)
            {
                if (SplitAt(tokens, i) is { } last)
                {
                    found.Add(new(new(tokens[i].Value, PaymentStage.Deposit), tokens.Span(i, i)));
                    found.Add(new(new(tokens[last].Value, PaymentStage.Balance), tokens.Span(last, last)));
                    i = last;
                }
                else if (PercentAfter(tokens, i) is { } sign && tokens[i].Value is > 0 and <= 100)
                {
                    if (StageOf(tokens, i, sign) is { } stage) found.Add(new(new(tokens[i].Value, stage), tokens.Span(i, sign)));
                    else open.Add(i);
                }
            }
            else if (Full.LengthAt(tokens, i) is > 0 and var length && tokens.Near(i, 6, 6 + length, Advance))
            {
                found.Add(new(new(100, PaymentStage.Full), tokens.Span(i, i + length - 1)));
            }
        }

        Complete(tokens, found, open);
        Order(found);
        return [.. found.DistinctBy(f => (f.Value.Percent, f.Value.Stage))];
    }

    /// <summary>"30 % … 70 %" with only one of them named: the other follows from the sum.</summary>
    private static void Complete(QuoteTokens tokens, List<Fact<PaymentShare>> found, List<int> open)
    {
        foreach (var i in open)
        {
            var span = tokens.Span(i, i);
            if (found.Any(f => f.Value.Stage == PaymentStage.Deposit && f.Value.Percent + tokens[i].Value == 100))
                found.Add(new(new(tokens[i].Value, PaymentStage.Balance), span));
            else if (found.Any(f => f.Value.Stage == PaymentStage.Balance && f.Value.Percent + tokens[i].Value == 100))
                found.Insert(0, new(new(tokens[i].Value, PaymentStage.Deposit), span));
        }
    }

    /// <summary>Shares that make up the whole are told in the order in which they are paid: the first is the deposit, the last the balance.</summary>
    private static void Order(List<Fact<PaymentShare>> found)
    {
        found.Sort(static (x, y) => x.Span.Start.CompareTo(y.Span.Start));
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (first, last) = (found[i], found[i + 1]);
            if (first.Value.Percent + last.Value.Percent != 100 || last.Span.Start - first.Span.Start > FarthestShare) continue;
            found[i] = first with { Value = first.Value with { Stage = PaymentStage.Deposit } };
            found[i + 1] = last with { Value = last.Value with { Stage = PaymentStage.Balance } };
        }
    }

    /// <summary>The second number of "30/70" or "30-70", or null.</summary>
    private static int? SplitAt(QuoteTokens tokens, int i)
    {
        var at = PercentAfter(tokens, i) is { } sign ? sign + 1 : i + 1;
        if (!tokens.Is(at, "/") && !tokens.Is(at, "-") && !tokens.Is(at, "+") && !tokens.Is(at, ":")) return null;
        return tokens[at + 1].Kind == QuoteTokenKind.Number && tokens[i].Value is >= 5 and <= 95 && tokens[i].Value + tokens[at + 1].Value == 100 ? at + 1 : null;
    }

    private static int? PercentAfter(QuoteTokens tokens, int i)
    {
        if (tokens.Is(i + 1, "%") || tokens.Is(i + 1, "percent") || tokens.Is(i + 1, "pct")) return i + 1;
        return tokens.Is(i + 1, "per") && tokens.Is(i + 2, "cent") || tokens.Is(i + 1, "por") && tokens.Is(i + 2, "ciento") ? i + 2 : null;
    }

    private static PaymentStage? StageOf(QuoteTokens tokens, int number, int sign)
    {
        if (tokens[number].Value == 100) return tokens.Near(number, 5, 6, Advance) || tokens.Near(number, 4, 5, Deposit) ? PaymentStage.Full : null;

        // What stands behind the share names it ("30% deposit"), before it only if nothing does ("deposit 30%").
        if (tokens.Near(number, 0, sign - number + 2, Deposit)) return PaymentStage.Deposit;
        if (tokens.Near(number, 0, sign - number + 4, Balance) || tokens.Near(number, 0, sign - number + 4, Late)) return PaymentStage.Balance;
        if (tokens.Near(number, 3, 0, Deposit)) return PaymentStage.Deposit;
        return tokens.Near(number, 3, 0, Balance) ? PaymentStage.Balance : null;
    }
}
