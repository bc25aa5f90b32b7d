namespace SourcingBot.Quotes;

/// <summary>Knows where the mark, code or name of a currency stands.</summary>
internal static class Currencies
{
    /// <summary>The currency that begins at a token, and how many tokens it takes; null where none does.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="i">The place.</param>
    public static (string Code, int Length)? At(QuoteTokens tokens, int i)
    {
        ref readonly var token = ref tokens[i];
        if (token.Kind == QuoteTokenKind.Word && token.Length <= 2 && tokens.Is(i + 1, '$') && tokens[i + 1].Glued)
        {
            var code = tokens.Is(i, "us") || tokens.Is(i, 'u') ? "USD" : tokens.Is(i, "hk") ? "HKD" : tokens.Is(i, "c") || tokens.Is(i, "ca") ? "CAD" : tokens.Is(i, "a") || tokens.Is(i, "au") ? "AUD" : tokens.Is(i, "r") ? "BRL" : null;
            if (code is not null) return (code, 2);
        }

        if ((token.Classes & WordClass.Currency) == WordClass.None) return null;

        // "try" and "rs" are words too, "Sar" a name: such a code is written in capitals.
        var name = tokens.MeaningAt(i, WordClass.Currency)!;
        if (name is "TRY" or "SAR" or "INR" && token.Kind == QuoteTokenKind.Word && token.Length <= 3 && !tokens.IsCapital(i)) return null;
        return (name, tokens.LengthAt(i, WordClass.Currency));
    }
}
