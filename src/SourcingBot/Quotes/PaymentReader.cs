namespace SourcingBot.Quotes;

/// <summary>Reads how the price is split: the first share, the last, or everything at once.</summary>
internal static class PaymentReader
{
    /// <summary>So many tokens before and behind a share are asked what it is.</summary>
    private const int Reach = 7;

    /// <summary>No offer has more different shares; what follows is hostile and is not compared with all before it.</summary>
    private const int MostShares = 40;

    private const WordClass Context = WordClass.Pay | WordClass.Deposit | WordClass.Balance | WordClass.Early | WordClass.Methods;

    /// <summary>"The second half of the year" is no payment: a half needs more than its own name.</summary>
    private const WordClass HalfContext = WordClass.Pay | WordClass.Deposit | WordClass.Early;

    /// <summary>Reads the shares.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="shares">Memory for the shares that are being read.</param>
    /// <param name="found">Receives the shares.</param>
    public static void Read(QuoteTokens tokens, List<Share> shares, FactList<PaymentShare> found)
    {
        if (!tokens.HasNumbers && (tokens.Seen & (WordClass.Full | WordClass.Half)) == WordClass.None) return;
        shares.Clear();
        Collect(tokens, shares);
        ShareNames.Give(tokens, shares);
        foreach (var share in shares)
        {
            if (share.Stage is not { } stage) continue;
            var value = new PaymentShare(share.Percent, stage);
            if (found.Count < MostShares && !found.Contains(value)) found.Add(new(value, tokens.Span(share.First, share.Last)));
        }
    }

    private static void Collect(QuoteTokens tokens, List<Share> shares)
    {
        for (var i = tokens.Next(-1, WordClass.Full | WordClass.Half); i < tokens.Count; i = tokens.Next(i, WordClass.Full | WordClass.Half))
        {
            if (tokens[i].Kind == QuoteTokenKind.Number && tokens[i].Use == TokenUse.Free)
            {
                if (SplitAt(tokens, i) is { } other)
                {
                    tokens.Take(i, other, TokenUse.Percent);
                    if (IsSplit(tokens, i, other))
                    {
                        shares.Add(new(tokens[i].Value, i, i, PaymentStage.Deposit));
                        shares.Add(new(tokens[other].Value, other, other, PaymentStage.Balance));
                    }

                    i = other;
                }
                else if (PercentAt(tokens, i, out var percent) is { } sign)
                {
                    tokens.Take(i, sign, TokenUse.Percent);
                    var first = tokens.Is(i - 1, '之') && tokens.Is(i - 3, '百') ? i - 3 : i;
                    if (percent is > 0 and <= 100 && !IsOfSomethingElse(tokens, i, sign)) shares.Add(new(percent, first, sign, null));
                    i = sign;
                }
            }
            else if (tokens.LengthAt(i, WordClass.Full) is > 0 and var length)
            {
                if ((tokens.Has(i, WordClass.Early | WordClass.Pay) || tokens.Near(i, Reach, Reach + length, WordClass.Early | WordClass.Pay) || tokens.Within(i + length, i + length + 2, WordClass.Currency)) && !tokens.Near(i, 1, 0, WordClass.Refusal)) shares.Add(new(100, i, i + length - 1, PaymentStage.Full));
                i += length - 1;
            }
            else if (tokens.Has(i, WordClass.Half) && tokens.Near(i, 4, 7, HalfContext) && !tokens.Has(i + 1, WordClass.Half) && !tokens.Is(i + 2, "the") && !tokens.Is(i + 1, "price"))
            {
                shares.Add(new(50, i, i + tokens.LengthAt(i, WordClass.Half) - 1, null, IsHalf: true));
            }
        }
    }

    /// <summary>The last token of the percent sign behind a number, or null; 三成 is 30.</summary>
    private static int? PercentAt(QuoteTokens tokens, int i, out decimal percent)
    {
        percent = tokens[i].Value;
        if (tokens.Is(i - 1, '之') && tokens.Is(i - 2, '分') && tokens.Is(i - 3, '百')) return i;
        if (tokens.LengthAt(i + 1, WordClass.Percent) is not (> 0 and var length)) return null;
        if (!tokens.Is(i + 1, '成')) return i + length;
        percent = tokens[i].Value * 10;
        return percent is >= 10 and <= 90 ? i + 1 : null;
    }

    /// <summary>The second number of "30/70", "30%-70%" or "30+70", or null.</summary>
    private static int? SplitAt(QuoteTokens tokens, int i)
    {
        var at = tokens.Is(i + 1, '%') ? i + 2 : i + 1;
        if (!tokens.Is(at, '/') && !tokens.Is(at, '-') && !tokens.Is(at, '+') && !tokens.Is(at, ':')) return null;
        return tokens[at + 1].Kind == QuoteTokenKind.Number && tokens[i].Value is >= 5 and <= 95 && tokens[i].Value + tokens[at + 1].Value == 100 ? at + 1 : null;
    }

    /// <summary>Whether "30/70" splits a price: a mix of yarns is written alike, a split that is denied or declined is none.</summary>
    private static bool IsSplit(QuoteTokens tokens, int first, int last)
    {
        if (tokens.Near(first, 1, 0, WordClass.Refusal | WordClass.NotShare) || tokens.Is(first - 2, "instead") || tokens.Has(last + 1, WordClass.NotShare)) return false;
        if (tokens.Near(last, 0, 6, WordClass.Refusal) && tokens.Within(last + 1, last + 6, WordClass.Refusal) && (tokens.Is(last + 3, "declined") || tokens.Is(last + 2, "declined"))) return false;
        if (tokens[first].Value <= 60 && (tokens.Near(first, 5, 0, Context) || tokens.Near(last, 0, 4, Context | WordClass.Late))) return true;

        // Without a word of payment only the usual splits are believed.
        return tokens[first].Value is 20 or 25 or 30 or 40 or 50 && (!tokens[first].Glued || tokens.Is(first - 1, '(')) && !tokens.Near(first, 3, 0, WordClass.NotShare) && !tokens.Near(last, 0, 3, WordClass.NotShare)
            && !tokens.Has(last + 1, WordClass.NotGoods | WordClass.Measure | WordClass.Pieces);
    }

    private static bool IsOfSomethingElse(QuoteTokens tokens, int number, int sign)
    {
        if ((tokens.Is(number - 1, '-') && tokens[number].Glued) || tokens.Is(number - 1, '+') || tokens.Is(number - 1, '±') || tokens.Is(number - 1, '<') || tokens.Is(number - 1, '>')) return true;
        var to = Math.Min(tokens.ClauseEnd(sign, 3), sign + 3);
        for (var i = sign + 1; i <= to; i++)
        {
            if (tokens.Has(i, WordClass.Deposit | WordClass.Balance | WordClass.Early | WordClass.Late)) return false;
            if (tokens.Has(i, WordClass.NotShare)) return true;
        }

        return (tokens.Has(number - 1, WordClass.NotShare) && !tokens.Has(number - 1, WordClass.Pay)) || (tokens.Has(number - 2, WordClass.NotShare) && tokens.Is(number - 1, ':'));
    }
}

/// <summary>A share of the price while it is being read.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Stage">When it is due, as far as it is known.</param>
/// <param name="IsHalf">Whether it was said as a half, which can be anything.</param>
internal readonly record struct Share(decimal Percent, int First, int Last, PaymentStage? Stage, bool IsHalf = false);
