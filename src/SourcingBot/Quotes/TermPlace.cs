namespace SourcingBot.Quotes;

/// <summary>Reads the named place behind a trade term, as it was written.</summary>
internal static class TermPlace
{
    private const int LongestPlace = 6;
    private const int LongestAddress = 12;
    private const int LongestChinese = 12;

    /// <summary>The place, or null.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="at">The first token behind the term.</param>
    /// <param name="end">The place's last token.</param>
    public static string? After(QuoteTokens tokens, int at, out int end)
    {
        end = at - 1;
        at = Start(tokens, at);
        var last = tokens[at].Kind == QuoteTokenKind.Ideograph ? Chinese(tokens, at) : IsAddress(tokens, at) ? Address(tokens, at) : Name(tokens, at);
        if (last < at) return null;
        end = last;
        return tokens.Written(at, last).Replace("\u200b", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>Skips what stands between a term and its place: "by sea to", "port of", a colon or bracket.</summary>
    private static int Start(QuoteTokens tokens, int at)
    {
        if (tokens.Is(at, "term") || tokens.Is(at, "terms")) at++;
        if (tokens.Is(at, '(') || tokens.Is(at, ':') || (tokens.Is(at, '-') && !tokens[at].Glued) || tokens.Is(at, '"')) at++;
        if (tokens.Is(at, '2') && tokens.Is(at + 1, "door")) return at + 2;
        if ((tokens.Is(at, "door") || tokens.Is(at, "puerta") || tokens.Is(at, "porte")) && tokens[at + 2].Kind != QuoteTokenKind.LineEnd) at += tokens.Is(at + 1, '-') ? 5 : 3;
        if (tokens.Is(at, "jusqu") && tokens.Is(at + 1, '\'')) return at + 3;
        if (tokens.Is(at, "hasta") || tokens.Is(at, "until")) at++;
        if (tokens.Is(at, "by") && tokens[at + 1].Kind == QuoteTokenKind.Word) at += 2;
        if (tokens.Is(at, "any")) return at + 99;
        if (tokens.Is(at, "port") && (tokens.Is(at + 1, "of") || tokens.Is(at + 1, "de"))) return at + 2;
        if (tokens.Is(at, "to") || tokens.Is(at, 'a') || tokens.Is(at, "en") || tokens.Is(at, "from") || tokens.Is(at, '到') || tokens.Is(at, '至')) at++;
        return at;
    }

    private static int Chinese(QuoteTokens tokens, int at)
    {
        var last = at - 1;
        while (last + 1 < at + LongestChinese && (tokens[last + 1].Kind == QuoteTokenKind.Ideograph && !tokens.Has(last + 1, WordClass.StopPlace) && !tokens.Has(last + 1, WordClass.Currency)
            || (last >= at && tokens[last + 1] is { Kind: QuoteTokenKind.Number, Length: >= 4 and <= 6, Glued: true } && tokens[last + 2].Kind == QuoteTokenKind.Ideograph && !tokens.Has(last + 2, WordClass.Currency)))) last++;
        return last - at >= 1 ? last : at - 1;
    }

    /// <summary>A street or postal code first: "18 rue des Docks, 76600 Le Havre", "Calle Rivadavia 455, Rosario", "3542 AD Utrecht".</summary>
    private static bool IsAddress(QuoteTokens tokens, int at) =>
        tokens.Is(at, "calle") || tokens.Is(at, "avenida") || tokens.Is(at, "rue")
        || (tokens[at].Kind == QuoteTokenKind.Number && tokens[at].Length <= 5 && !tokens.Text(at).ContainsAny('.', ',') && Currencies.At(tokens, at - 1) is null
            && (tokens.Is(at + 1, "rue") || tokens.Is(at + 1, "calle") || (tokens[at].Length is 4 or 5 && tokens[at + 1].Kind == QuoteTokenKind.Word && tokens.IsCapital(at + 1) && Currencies.At(tokens, at + 1) is null)));

    private static int Address(QuoteTokens tokens, int at)
    {
        var last = at;
        var comma = false;
        while (last + 1 < at + LongestAddress)
        {
            var next = last + 1;
            if (tokens.Is(next, ',') && !comma && (tokens.IsCapital(next + 1) || tokens[next + 1] is { Kind: QuoteTokenKind.Number, Length: 4 or 5 }) && tokens[at].Length < 4 | tokens[at].Kind == QuoteTokenKind.Word) (last, comma) = (next, true);
            else if (IsNamePart(tokens, next) || IsParticle(tokens, next) || tokens[next] is { Kind: QuoteTokenKind.Number, Length: <= 5 } || tokens.Has(next, WordClass.PlacePart)) last = next;
            else break;
        }

        return tokens.Is(last, ',') ? last - 1 : last;
    }

    private static int Name(QuoteTokens tokens, int at)
    {
        // "your warehouse in Brno 61700" and "aeropuerto de El Dorado" begin small.
        var own = (tokens.Is(at, "your") || tokens.Is(at, "our") || tokens.Is(at, "su") || tokens.Is(at, "votre")) && tokens.Has(at + 1, WordClass.PlacePart);
        if (!own && !IsNamePart(tokens, at) && !tokens.Has(at, WordClass.PlacePart)) return at - 1;
        var last = own ? at + 1 : at;
        while (last + 1 < at + LongestPlace)
        {
            var next = last + 1;
            if (tokens[next].Clause != tokens[last].Clause) break;
            if (IsNamePart(tokens, next) || (tokens.Has(next, WordClass.PlacePart) && !tokens.Is(next, "factory")) || IsPostalCode(tokens, next)) last = next;
            else if ((IsParticle(tokens, next) || (own && tokens.Is(next, "in"))) && IsNamePart(tokens, next + 1)) last = next + 1;
            else if (tokens.Is(next, '-') && tokens[next].Glued && tokens[next + 1].Glued && tokens.IsCapital(next + 1)) last = next + 1;
            else if (IsParticle(tokens, next) && IsParticle(tokens, next + 1) && tokens.IsCapital(next + 2)) last = next + 2;
            else if (IsParticle(tokens, next) && tokens.Is(next + 1, 'l') && tokens.Is(next + 2, '\'') && tokens.IsCapital(next + 3)) last = next + 3;
            else if (tokens.Is(next, '\'') && tokens[next].Glued && tokens[next + 1].Glued) last = next + 1;
            else break;
        }

        return own && last == at + 1 && !tokens.Is(at, "your") ? at - 1 : last;
    }

    private static bool IsNamePart(QuoteTokens tokens, int i) =>
        tokens[i].Kind == QuoteTokenKind.Word && (tokens.IsCapital(i) || tokens.Has(i, WordClass.Ports)) && !tokens.Has(i, WordClass.Terms) && Currencies.At(tokens, i) is null
        && (!tokens.Has(i, WordClass.StopPlace) || (tokens.Has(i, WordClass.Ports) && !tokens.Is(i, "us")));

    private static bool IsParticle(QuoteTokens tokens, int i) =>
        tokens.Is(i, "de") || tokens.Is(i, "del") || tokens.Is(i, "la") || tokens.Is(i, "el") || tokens.Is(i, "es") || tokens.Is(i, "du") || tokens.Is(i, "des") || tokens.Is(i, "le") || tokens.Is(i, "of") || tokens.Is(i, "am") || tokens.Is(i, 'l');

    private static bool IsPostalCode(QuoteTokens tokens, int i) =>
        tokens[i] is { Kind: QuoteTokenKind.Number, Length: 4 or 5 or 3, Spelled: false, Glued: false } && !tokens.Text(i).ContainsAny('.', ',')
        && (tokens[i].Length >= 4 || tokens[i + 1] is { Kind: QuoteTokenKind.Number, Length: 2 } || (tokens[i].Length == 3 && tokens[i + 1] is { Kind: QuoteTokenKind.Number, Length: 2 }))
        && Currencies.At(tokens, i + 1) is null && !tokens.Has(i + 1, WordClass.Pieces | WordClass.Sets | WordClass.Cartons | WordClass.Pairs) && tokens[i].Value is < 1990 or > 2039;
}
