namespace SourcingBot.Quotes;

/// <summary>Reads production and ready times, in days.</summary>
internal static class LeadTimeReader
{
    private static readonly WordList Days = WordList.Of("days");
    private static readonly WordList Weeks = WordList.Of("weeks");
    private static readonly WordList Lead = WordList.Of("lead");
    private static readonly WordList NotLead = WordList.Of("notlead");
    private static readonly WordList Named = WordList.Of("leadnamed");
    private static readonly WordList Start = WordList.Of("leadstart");

    /// <summary>Reads the times.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<decimal>> Read(QuoteTokens tokens)
    {
        var found = new List<Fact<decimal>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != QuoteTokenKind.Number || tokens[i].Value is < 1 or > 400) continue;
            var second = tokens.Is(i + 1, "-") || tokens.Is(i + 1, "to") || tokens.Is(i + 1, "~") || tokens.Is(i + 1, "a") || tokens.Is(i + 1, "至") || tokens.Is(i + 1, "到") ? i + 2 : -1;
            if (second > 0 && tokens[second].Kind != QuoteTokenKind.Number) second = -1;
            var last = second > 0 ? second : i;
            var unit = last + 1;
            if (tokens.Is(unit, "working") || tokens.Is(unit, "business") || tokens.Is(unit, "calendar") || tokens.Is(unit, "个")) unit++;
            if (tokens.Is(unit, "工") && tokens.Is(unit + 1, "作")) unit += 2;
            var factor = Days.At(tokens, unit) ? 1 : Weeks.At(tokens, unit) ? 7 : 0;
            if (factor == 0) continue;

            // "Lead time 30 days" says it at once, whatever follows; other words of production must not stand beside words of transport.
            var named = tokens.Near(i, 3, 0, Named);
            var near = tokens.Near(i, 5, unit - i + 4, Lead) || (tokens.Is(unit + 1, "after") && tokens.Near(unit, 0, 5, Start));
            if ((named && !tokens.Near(i, 3, 0, NotLead)) || (near && !tokens.Near(i, 4, unit - i + 4, NotLead)))
            {
                found.Add(new(tokens[i].Value * factor, tokens.Span(i, unit)));
                if (second > 0) found.Add(new(tokens[second].Value * factor, tokens.Span(i, unit)));
            }

            i = unit;
        }

        return [.. found.DistinctBy(f => f.Value)];
    }
}
