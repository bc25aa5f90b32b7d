namespace SourcingBot.Quotes;

/// <summary>Reads production and ready times, in days.</summary>
internal static class LeadTimeReader
{
    private const int Reach = 8;

    /// <summary>No offer has more different times; what follows is hostile and is not compared with all before it.</summary>
    private const int MostTimes = 40;

    /// <summary>Reads the times.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="found">Receives them.</param>
    public static void Read(QuoteTokens tokens, FactList<decimal> found)
    {
        if ((tokens.Seen & (WordClass.Days | WordClass.Weeks)) == WordClass.None) return;
        for (var i = tokens.Next(-1, WordClass.None); i < tokens.Count; i = tokens.Next(i, WordClass.None))
        {
            if (!tokens.IsFreeNumber(i) || tokens[i].Value is < 1 or > 400) continue;
            var second = IsRangeMark(tokens, i + 1) && tokens.IsFreeNumber(i + 2) ? i + 2 : -1;
            var last = second > 0 ? second : i;
            var unit = last + 1;
            if (tokens.Is(unit, "working") || tokens.Is(unit, "business") || tokens.Is(unit, "calendar") || tokens.Is(unit, "natural") || tokens.Is(unit, '个') || tokens.Is(unit, '-')) unit++;
            if (tokens.Is(unit, '个')) unit++;
            if (tokens.Is(unit, '工') && tokens.Is(unit + 1, '作')) unit += 2;
            var factor = tokens.Has(unit, WordClass.Weeks) ? 7 : tokens.Has(unit, WordClass.Days) ? 1 : 0;
            if (factor == 0) continue;
            var end = unit + Math.Max(1, tokens.LengthAt(unit, factor == 7 ? WordClass.Weeks : WordClass.Days)) - 1;
            tokens.Take(i, end, TokenUse.Time);
            if (IsLead(tokens, i, end))
            {
                var span = tokens.Span(i, end);
                Add(tokens[i].Value * factor, span, found);
                if (second > 0) Add(tokens[second].Value * factor, span, found);
            }

            i = end;
        }
    }

    private static void Add(decimal days, Text.TextSpan span, FactList<decimal> found)
    {
        if (found.Count < MostTimes && !found.Contains(days)) found.Add(new(days, span));
    }

    private static bool IsRangeMark(QuoteTokens tokens, int i) =>
        tokens.Is(i, '-') || tokens.Is(i, '~') || tokens.Is(i, "to") || tokens.Is(i, 'a') || tokens.Is(i, "or") || tokens.Is(i, '至') || tokens.Is(i, '到');

    private static bool IsLead(QuoteTokens tokens, int first, int end)
    {
        var from = tokens.ClauseStart(first, Reach);
        var to = tokens.ClauseEnd(end, Reach);

        // Said of the time itself: "25 days after deposit", "35 días tras el anticipo".
        var behind = tokens.Is(end + 1, "after") || tokens.Is(end + 1, "from") || tokens.Is(end + 1, "tras") || tokens.Is(end + 1, "despues") || tokens.Is(end + 1, "apres") || tokens.Is(end + 1, "desde") || tokens.Is(end + 1, "once");
        if (behind && tokens.Within(end + 2, Math.Min(end + 6, to), WordClass.LeadStart) && !IsOther(tokens, end + 2, Math.Min(end + 4, to), Reach, first, WordClass.LeadStart)) return !IsOther(tokens, from, first - 1, 6, first);
        if (tokens.Within(from, first - 1, WordClass.Lead) || tokens.Is(first - 1, "time") || (tokens.Is(first - 1, ':') && tokens.Is(first - 2, "time"))) return !IsOther(tokens, first - 3, first - 1, 3, first) && !IsOther(tokens, end + 1, Math.Min(to, end + 3), 3, first);
        if (tokens.Within(end + 1, Math.Min(to, end + 4), WordClass.Lead)) return !IsOther(tokens, from, to, 2 * Reach, first);
        return IsAlone(tokens, from, first, end, to);
    }

    /// <summary>Whether a word in a stretch says that the time is one of transport, validity, credit or the like. "After sample approval" is none.</summary>
    private static bool IsOther(QuoteTokens tokens, int first, int last, int most, int number, WordClass but = WordClass.None)
    {
        for (var i = Math.Max(first, number - most); i <= last; i++)
        {
            if (tokens.Has(i, WordClass.NotLead) && !tokens.Has(i, but)) return true;
        }

        return false;
    }

    /// <summary>A time that is an item of a list of terms by itself: "FOB Ningbo, 30 days, 30/70".</summary>
    private static bool IsAlone(QuoteTokens tokens, int from, int first, int end, int to)
    {
        for (var i = end + 1; i <= to; i++)
        {
            if (tokens[i].Kind is not (QuoteTokenKind.LineEnd or QuoteTokenKind.Mark) && !tokens.Has(i, WordClass.LeadFiller)) return false;
        }

        if (tokens[first - 1].Kind == QuoteTokenKind.CellEnd || tokens.Near(from, 14, 0, WordClass.Transit)) return false;
        for (var i = from; i < first; i++)
        {
            if (tokens[i].Kind is QuoteTokenKind.Mark or QuoteTokenKind.CellEnd or QuoteTokenKind.LineEnd) continue;
            if (!tokens.Has(i, WordClass.LeadFiller) && !(tokens[i].Length == 1 && tokens.Is(i + 1, ':'))) return false;
        }

        // "Lead time? 35 days." Else the other terms stand in the same line or the lines beside it.
        return tokens.Within(from - 4, from - 1, WordClass.Lead) || tokens.Within(from - 24, from - 1, WordClass.Terms | WordClass.Currency | WordClass.Moq | WordClass.Amount | WordClass.Deposit)
            || tokens.Within(to + 1, to + 24, WordClass.Terms | WordClass.Currency | WordClass.Deposit);
    }
}
