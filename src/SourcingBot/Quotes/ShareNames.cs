namespace SourcingBot.Quotes;

/// <summary>Finds which share is the first and which the last: by the words beside it, by what is missing to 100, by its size.</summary>
internal static class ShareNames
{
    private const int Reach = 8;
    private const WordClass Early = WordClass.Deposit | WordClass.Early;
    private const WordClass Late = WordClass.Balance | WordClass.Late;

    /// <summary>Names the shares.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="shares">The shares in the order of the text; those that are none stay unnamed.</param>
    public static void Give(QuoteTokens tokens, List<Share> shares)
    {
        for (var n = 0; n < shares.Count; n++)
        {
            if (shares[n].Stage is not null) continue;
            var from = n > 0 ? AfterName(tokens, shares[n - 1]) : 0;
            var to = n + 1 < shares.Count ? BeforeName(tokens, shares[n], shares[n + 1]) : tokens.Count - 1;
            shares[n] = shares[n] with { Stage = ByWords(tokens, shares[n], from, to) };
        }

        for (var n = 0; n + 1 < shares.Count; n++) Pair(tokens, shares, n);
        for (var n = 0; n < shares.Count; n++)
        {
            if (shares[n] is { Stage: null, IsHalf: false } && shares[n].Percent < 100) shares[n] = shares[n] with { Stage = BySize(tokens, shares[n]) };
        }

        Middle(tokens, shares);
    }

    /// <summary>The first token that can say something of the next share: the name behind a share is its own.</summary>
    private static int AfterName(QuoteTokens tokens, Share share)
    {
        for (var i = share.Last + 1; i <= share.Last + 2; i++)
        {
            if (tokens.LengthAt(i, WordClass.Deposit | WordClass.Balance) is > 0 and var length && tokens[i].Clause == tokens[share.Last].Clause) return i + length;
        }

        return share.Last + 1;
    }

    /// <summary>The last token that can say something of a share: the name before the next one, "y saldo del 70 %", is that one's.</summary>
    private static int BeforeName(QuoteTokens tokens, Share share, Share next)
    {
        for (var i = next.First - 1; i >= next.First - 3 && i > share.Last + 1; i--)
        {
            if (tokens.Has(i, WordClass.Deposit | WordClass.Balance)) return i - 1;
        }

        return next.First - 1;
    }

    private static PaymentStage? ByWords(QuoteTokens tokens, Share share, int from, int to)
    {
        var start = Math.Max(from, tokens.ClauseStart(share.First, Reach));
        var end = Math.Min(to, tokens.ClauseEnd(share.Last, Reach));
        if (share.Percent == 100) return Whole(tokens, share, start, end);

        // A name that stands before the share, close to it: "deposit 30%", "balance of USD 8,208 (70%)".
        var near = tokens.Is(share.First - 1, '(') ? Before(tokens, share.First - 2, 8, from) : Before(tokens, share.First - 1, 3, start);
        var named = After(tokens, share.Last + 1, Math.Min(end, share.Last + 3), WordClass.Deposit, WordClass.Balance);
        if (named is not null && (near is null || !tokens.Has(share.First - 1, WordClass.Deposit | WordClass.Balance))) return named;
        var behind = named ?? After(tokens, share.Last + 1, end, WordClass.Early, WordClass.Late);
        if (near is not null) return near == PaymentStage.Balance && behind == PaymentStage.Deposit && share.Percent <= 50 ? behind : near;

        // "6% after confirmation" is a rise, not a share.
        if (share.Percent < 10 || share.Percent % 5 != 0) return null;
        if (behind is not null) return behind;
        if (share.Percent <= 60 && IsEarlyBefore(tokens, share, start)) return PaymentStage.Deposit;
        if (share.IsHalf) return null;
        if (tokens.Within(share.Last + 1, Math.Min(end, share.Last + 3), WordClass.Pay)) return share.Percent <= 50 ? PaymentStage.Deposit : PaymentStage.Balance;

        // "70%(见验货报告)", "30%, once you sign": the clause behind counts when nothing else names the share and it begins with a name.
        var next = end + 1;
        if (next <= to && next < tokens.Count && tokens[next].Kind is QuoteTokenKind.Mark or QuoteTokenKind.CellEnd && After(tokens, next + 1, Math.Min(to, next + 2), Early, Late) is { } then) return then;
        return Before(tokens, share.First - 1, Reach, start);
    }

    /// <summary>先付一半, "first 30%"; but "inspection before 60%" names no first share.</summary>
    private static bool IsEarlyBefore(QuoteTokens tokens, Share share, int start)
    {
        for (var i = share.First - 1; i >= Math.Max(start, share.First - 3); i--)
        {
            if (tokens.Has(i, WordClass.Late) || tokens.Is(i, "before") || tokens.Is(i, "antes") || tokens.Is(i, "avant")) return false;
            if (tokens.Has(i, WordClass.Early)) return true;
        }

        return false;
    }

    /// <summary>100 % is a payment where paying is spoken of and nothing else is whole.</summary>
    private static PaymentStage? Whole(QuoteTokens tokens, Share share, int start, int end)
    {
        var declined = tokens.Within(share.Last + 1, share.Last + 8, WordClass.Refusal) && (tokens.Is(share.Last + 3, "we") || tokens.Is(share.Last + 4, "we"));
        var paid = tokens.Within(Math.Max(start, share.First - 5), share.First - 1, WordClass.Pay | WordClass.Deposit | WordClass.Methods)
            || tokens.Within(share.Last + 1, Math.Min(end, share.Last + 5), Early | WordClass.Pay | WordClass.Methods)
            || (tokens.Is(share.First - 1, '(') && tokens.Within(share.First - 6, share.First - 2, WordClass.Full | WordClass.Pay));
        return paid && !declined ? PaymentStage.Full : null;
    }

    private static PaymentStage? After(QuoteTokens tokens, int first, int last, WordClass early, WordClass late)
    {
        for (var i = first; i <= last; i++)
        {
            // "before shipment" is late though "before" is early: the phrase decides.
            var classes = tokens[i].Classes;
            if ((tokens[i].PhraseClasses & (early | late)) != WordClass.None) classes = tokens[i].PhraseClasses;
            if ((classes & late) != WordClass.None && (classes & WordClass.Deposit) == WordClass.None) return PaymentStage.Balance;
            if ((classes & early) != WordClass.None) return PaymentStage.Deposit;
        }

        return null;
    }

    private static PaymentStage? Before(QuoteTokens tokens, int last, int most, int from)
    {
        for (var i = last; i >= Math.Max(from, last - most + 1); i--)
        {
            if (tokens[i].Kind == QuoteTokenKind.LineEnd) return null;
            if (tokens.Has(i, WordClass.Balance)) return PaymentStage.Balance;
            if (tokens.Has(i, WordClass.Deposit)) return PaymentStage.Deposit;
        }

        return null;
    }

    /// <summary>Two shares that make 100 name each other.</summary>
    private static void Pair(QuoteTokens tokens, List<Share> shares, int n)
    {
        var (one, other) = (shares[n], shares[n + 1]);
        if (one.Percent + other.Percent != 100 || (one.Stage is not null && other.Stage is not null)) return;
        if (one.Stage == PaymentStage.Deposit) shares[n + 1] = other with { Stage = PaymentStage.Balance };
        else if (one.Stage == PaymentStage.Balance) shares[n + 1] = other with { Stage = PaymentStage.Deposit };
        else if (other.Stage == PaymentStage.Deposit) shares[n] = one with { Stage = PaymentStage.Balance };
        else if (other.Stage == PaymentStage.Balance) shares[n] = one with { Stage = PaymentStage.Deposit };
        else if (other.First - one.Last < 16 && (tokens.Near(one.First, Reach, 0, WordClass.Pay) || one.IsHalf))
            (shares[n], shares[n + 1]) = (one with { Stage = PaymentStage.Deposit }, other with { Stage = PaymentStage.Balance });
    }

    /// <summary>A single round share where paying is spoken of: up to a half is the first, more the last.</summary>
    private static PaymentStage? BySize(QuoteTokens tokens, Share share)
    {
        if (share.Percent is < 10 or > 90 || share.Percent % 5 != 0) return null;
        var start = tokens.ClauseStart(share.First, Reach);
        var end = tokens.ClauseEnd(share.Last, Reach);
        var paid = tokens.Within(start, share.First - 1, WordClass.Pay) || tokens.Within(share.Last + 1, Math.Min(end, share.Last + 5), WordClass.Pay | WordClass.Methods)
            || (IsBesideMoney(tokens, share) && tokens.Near(share.First, 14, 12, WordClass.Pay | Early | Late));
        return paid ? share.Percent <= 50 ? PaymentStage.Deposit : PaymentStage.Balance : null;
    }

    /// <summary>"USD 2,737.50 (30%)", "30% = USD 969".</summary>
    private static bool IsBesideMoney(QuoteTokens tokens, Share share) =>
        tokens.Is(share.First - 1, '(') && (tokens[share.First - 2].Kind == QuoteTokenKind.Number || tokens.Has(share.First - 2, WordClass.Currency))
        || tokens.Is(share.Last + 1, '=')
        || (tokens.Is(share.Last + 1, '(') && (tokens.Has(share.Last + 2, WordClass.Currency) || tokens[share.Last + 2].Kind == QuoteTokenKind.Number))
        || (tokens.Is(share.Last + 1, ',') && (tokens.Has(share.Last + 2, WordClass.Currency) || tokens.Has(share.Last + 3, WordClass.Currency)));

    /// <summary>Of three shares that make 100, the one in the middle is neither the first nor the last.</summary>
    private static void Middle(QuoteTokens tokens, List<Share> shares)
    {
        for (var n = 0; n + 2 < shares.Count; n++)
        {
            if (shares[n].Percent + shares[n + 1].Percent + shares[n + 2].Percent != 100 || shares[n + 2].First - shares[n].Last > 40) continue;
            if (!tokens.Near(shares[n].First, Reach, Reach, WordClass.Pay | Early)) continue;
            shares[n] = shares[n] with { Stage = PaymentStage.Deposit };
            shares[n + 1] = shares[n + 1] with { Stage = null };
            shares[n + 2] = shares[n + 2] with { Stage = PaymentStage.Balance };
        }
    }
}
