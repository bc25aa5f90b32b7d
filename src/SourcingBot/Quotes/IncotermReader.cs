namespace SourcingBot.Quotes;

/// <summary>Reads trade terms and their named places.</summary>
internal static class IncotermReader
{
    /// <summary>Reads every term that is written.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="found">Receives them.</param>
    /// <returns>The one that is offered; null where there is none, or several alternatives.</returns>
    public static Fact<Incoterm>? Read(QuoteTokens tokens, FactList<Incoterm> found)
    {
        if ((tokens.Seen & WordClass.Terms) == WordClass.None) return null;
        var offer = new TermOffer();
        for (var i = tokens.Next(-1, WordClass.Terms); i < tokens.Count; i = tokens.Next(i, WordClass.Terms))
        {
            if (TermAt(tokens, i, out var last) is not { } term) continue;
            var place = TermPlace.After(tokens, last + 1, out var end);
            if (place is null) end = last;
            else tokens.Take(last + 1, end, TokenUse.Place);
            var fact = new Fact<Incoterm>(new Incoterm(term, place), tokens.Span(i, end));
            found.Add(fact);
            offer.Weigh(tokens, fact, i, end);
            i = end;
        }

        return offer.Best;
    }

    private static string? TermAt(QuoteTokens tokens, int i, out int last)
    {
        last = i;
        var length = tokens.LengthAt(i, WordClass.Terms);
        if (length == 0 || (tokens[i].Glued && tokens[i - 1].Kind == QuoteTokenKind.Number)) return null;
        last = i + length - 1;
        if (tokens.Is(i, "ex")) return tokens.Has(i - 1, WordClass.Days | WordClass.Weeks) ? null : "EXW";
        if (tokens.Is(i, 'c') && tokens.Is(last, 'f') && length is 2 or 3 && !tokens.Is(i + 1, 'i')) return tokens.Is(i + 1, '&') ? "C&F" : null;
        if (length > 1) return Letters(tokens, i, last);

        // "dat" and "fas" are words too: a term in small letters must be one of the unmistakable ones.
        if (!tokens.IsCapital(i) && !(tokens.Is(i, "fob") || tokens.Is(i, "exw") || tokens.Is(i, "ddp") || tokens.Is(i, "cif") || tokens.Is(i, "fca") || tokens.Is(i, "ddu") || tokens.Is(i, "dap"))) return null;
        return Name(tokens.Text(i));
    }

    private static string? Letters(QuoteTokens tokens, int first, int last)
    {
        Span<char> letters = stackalloc char[3];
        var n = 0;
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].Kind != QuoteTokenKind.Word) continue;
            if (n == 3) return null;
            letters[n++] = tokens.Text(i)[0];
        }

        return n == 3 ? Name(letters) : null;
    }

    private static string Name(ReadOnlySpan<char> term) => term switch
    {
        "fob" => "FOB",
        "exw" => "EXW",
        "cif" => "CIF",
        "cfr" => "CFR",
        "fca" => "FCA",
        "ddp" => "DDP",
        "dap" => "DAP",
        "cpt" => "CPT",
        "cip" => "CIP",
        "cnf" => "CNF",
        _ => term.ToString().ToUpperInvariant(),
    };
}
