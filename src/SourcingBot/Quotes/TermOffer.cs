namespace SourcingBot.Quotes;

/// <summary>Chooses the term that is offered or agreed among those that a message names.</summary>
internal struct TermOffer
{
    /// <summary>How much a mention says: talk of a term, a bare term, a term with a place.</summary>
    private int _strength;

    private bool _conflict;
    private Fact<Incoterm>? _best;

    /// <summary>The term, or null where there is none or several alternatives.</summary>
    public readonly Fact<Incoterm>? Best => _conflict ? null : _best;

    /// <summary>Takes a mention into account.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="fact">The mention.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="last">Its last token.</param>
    public void Weigh(QuoteTokens tokens, Fact<Incoterm> fact, int first, int last)
    {
        var strength = StrengthOf(tokens, fact.Value, first, last);
        if (strength == 0 || strength < _strength) return;
        if (strength > _strength)
        {
            (_strength, _conflict, _best) = (strength, false, fact);
            return;
        }

        var known = _best!.Value.Value;
        if (known.Term != fact.Value.Term || (known.Place is not null && fact.Value.Place is not null && !IsSamePlace(known.Place, fact.Value.Place))) _conflict = true;
    }

    private static bool IsSamePlace(string one, string other) =>
        one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase);

    private static int StrengthOf(QuoteTokens tokens, Incoterm term, int first, int last)
    {
        if (IsRejected(tokens, first) || (tokens.Is(last + 1, "alternative") && term.Place is null)) return 0;
        var asked = tokens.Is(last + 1, '?') && tokens.Is(first - 1, '=') is false;
        if (term.Place is not null) return asked ? 2 : 3;
        if (IsTalk(tokens, first, last)) return 0;
        return asked ? 1 : 2;
    }

    /// <summary>"instead of CFR", "not FOB", "en vez de CIF", "was FOB".</summary>
    private static bool IsRejected(QuoteTokens tokens, int first) =>
        tokens.Is(first - 1, "not") || (tokens.Is(first - 1, "of") && tokens.Is(first - 2, "instead")) || (tokens.Is(first - 1, "de") && (tokens.Is(first - 2, "vez") || tokens.Is(first - 2, "lieu") || tokens.Is(first - 2, "lugar")))
        || tokens.Is(first - 1, "was") || tokens.Is(first - 1, "than") || (tokens.Is(first - 1, '是') && tokens.Is(first - 2, '不'));

    /// <summary>A bare term that is spoken of: in quotation marks, with an article, "means", 的单子, "unlike EXW".</summary>
    private static bool IsTalk(QuoteTokens tokens, int first, int last)
    {
        if (tokens.Is(first - 1, '\'') && tokens.Is(last + 1, '\'')) return true;
        if (tokens.Is(first - 1, 'a') || tokens.Is(first - 1, "an") || tokens.Is(first - 1, "un") || tokens.Is(first - 1, "does") || tokens.Is(first - 1, "under") || tokens.Is(first - 1, "with") || tokens.Is(first - 1, "bajo")) return true;
        return tokens.Is(last + 1, "means") || tokens.Is(last + 1, "mean") || tokens.Is(last + 1, "changes") || tokens.Is(last + 1, "sans") || tokens.Is(last + 1, "sin")
            || (tokens.Is(last + 1, '的') && tokens.Is(last + 2, '单')) || (tokens.Is(last + 1, '是') && tokens.Is(last + 2, '指'));
    }
}
