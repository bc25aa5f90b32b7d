namespace SourcingBot.Quotes;

/// <summary>Reads trade terms and their named places.</summary>
internal static class IncotermReader
{
    private const int LongestPlace = 3;

    private static readonly WordList Terms = WordList.Of("terms");
    private static readonly WordList Ports = WordList.Of("ports");
    private static readonly WordList StopWords = WordList.Of("stopplace");

    /// <summary>Reads every term that is written.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<Incoterm>> Read(QuoteTokens tokens)
    {
        var found = new List<Fact<Incoterm>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (term, last) = TermAt(tokens, i);
            if (term is null) continue;
            var place = PlaceAfter(tokens, last + 1, out var end);
            found.Add(new Fact<Incoterm>(new Incoterm(term, place), tokens.Span(i, place is null ? last : end)));
            i = Math.Max(last, place is null ? last : end);
        }

        return found;
    }

    /// <summary>The one that is offered; null where there are several alternatives.</summary>
    /// <param name="terms">All terms.</param>
    public static Fact<Incoterm>? Offered(List<Fact<Incoterm>> terms)
    {
        if (terms.Count == 0 || terms.Select(t => t.Value.Term).Distinct(StringComparer.Ordinal).Count() > 1) return null;
        var places = terms.Where(t => t.Value.Place is not null).ToList();
        if (places.Select(t => t.Value.Place).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1) return null;
        return places.Count > 0 ? places[0] : terms[0];
    }

    private static (string? Term, int Last) TermAt(QuoteTokens tokens, int i)
    {
        if (tokens.Is(i, "ex") && (tokens.Is(i + 1, "work") || tokens.Is(i + 1, "works"))) return ("EXW", i + 1);
        if (tokens.Is(i, "ex") && tokens.Is(i + 1, "-") && (tokens.Is(i + 2, "work") || tokens.Is(i + 2, "works"))) return ("EXW", i + 2);
        if (tokens.Is(i, "c") && tokens.Is(i + 1, "&") && tokens.Is(i + 2, "f")) return ("C&F", i + 2);
        if (!Terms.At(tokens, i)) return (null, i);

        // "dat" and "des" are words too: a term in small letters must be one of the unmistakable ones.
        var written = tokens.Written(i, i);
        return char.IsUpper(written[0]) || written is "fob" or "exw" or "ddp" or "cif" or "fca" or "ddu" or "dap" ? (written.ToUpperInvariant(), i) : (null, i);
    }

    private static string? PlaceAfter(QuoteTokens tokens, int at, out int end)
    {
        end = at;
        if (tokens.Is(at, "(") || tokens.Is(at, ":") || tokens.Is(at, ",")) at++;
        if (tokens.Is(at, "port") && tokens.Is(at + 1, "of")) at += 2;
        if (tokens.Is(at, "to") || tokens.Is(at, "a") || tokens.Is(at, "en") || tokens.Is(at, "到")) at++;
        var last = at - 1;
        if (tokens[at].Kind == QuoteTokenKind.Ideograph)
        {
            while (last + 1 < at + 6 && tokens[last + 1].Kind == QuoteTokenKind.Ideograph && !StopWords.At(tokens, last + 1)) last++;
        }
        else
        {
            while (last + 1 < at + LongestPlace && tokens[last + 1].Kind == QuoteTokenKind.Word && !StopWords.At(tokens, last + 1)
                && (char.IsUpper(tokens.Written(last + 1, last + 1)[0]) || Ports.At(tokens, last + 1)) && !Terms.At(tokens, last + 1)
                && Currencies.At(tokens, last + 1) is null) last++;
        }

        end = last;
        return last < at ? null : tokens.Written(at, last);
    }
}
