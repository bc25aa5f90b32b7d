namespace SourcingBot.Quotes;

/// <summary>Reads the ways to pay that are asked for, accepted or used.</summary>
internal static class MethodReader
{
    /// <summary>Reads them, each once.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="found">Receives them.</param>
    public static void Read(QuoteTokens tokens, FactList<string> found)
    {
        if ((tokens.Seen & WordClass.Methods) == WordClass.None) return;
        for (var i = tokens.Next(-1, WordClass.Methods); i < tokens.Count; i = tokens.Next(i, WordClass.Methods))
        {
            if (tokens.LengthAt(i, WordClass.Methods) is not (> 0 and var length)) continue;
            var name = tokens.MeaningAt(i, WordClass.Methods)!;
            if (!tokens.Near(i, 4, 0, WordClass.Refusal) && !found.Contains(name)) found.Add(new(name, tokens.Span(i, i + length - 1)));
            i += length - 1;
        }
    }
}
