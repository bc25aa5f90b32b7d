using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <content>Cuts a message into tokens and clauses and looks each word up, once.</content>
internal sealed partial class QuoteTokens
{
    /// <summary>A disguised word is no longer than this.</summary>
    private const int LongestDisguise = 24;

    /// <summary>Cuts a message.</summary>
    /// <param name="text">The message, folded.</param>
    public void Cut(FoldedText text)
    {
        (_text, Count, Seen, HasNumbers) = (text, 0, WordClass.None, false);
        var chars = text.Chars;
        var vocabulary = Vocabulary.BuiltIn;
        var clause = 0;
        var end = 0;
        for (var i = 0; i < chars.Length;)
        {
            var c = chars[i];
            var kind = CharFolding.KindOf(c);
            if (kind == CharKind.Space && text.Written(i) != '\t')
            {
                i++;
                continue;
            }

            if (Count == _tokens.Length) Array.Resize(ref _tokens, _tokens.Length * 2);
            ref var token = ref _tokens[Count];
            token = default;
            token.Start = i;
            token.Length = 1;
            token.Glued = Count > 0 && end == i;
            switch (kind)
            {
                case CharKind.Space:
                    token.Kind = QuoteTokenKind.CellEnd;
                    clause++;
                    break;
                case CharKind.Digit:
                    token.Kind = QuoteTokenKind.Number;
                    token.Length = NumberText.LengthAt(text, i, out token.Value);
                    HasNumbers = true;
                    break;
                case CharKind.Ideograph:
                    token.Kind = QuoteTokenKind.Ideograph;
                    token.Known = vocabulary.Find(chars.Slice(i, 1));
                    break;
                case CharKind.Mark:
                    token.Kind = c == '\n' ? QuoteTokenKind.LineEnd : QuoteTokenKind.Mark;
                    if (c is '$' or '%' || c > 127) token.Known = vocabulary.Find(chars.Slice(i, 1));
                    if (EndsClause(chars, i)) clause++;
                    break;
                default:
                    token.Kind = QuoteTokenKind.Word;
                    token.Known = vocabulary.WordAt(chars, i, out token.Length);
                    if (token.Known is null) Undisguise(chars, ref token);
                    break;
            }

            token.Clause = clause;
            if (token.Known is { } known)
            {
                token.Classes = known.Classes;
                Seen |= known.Classes;
            }

            i += token.Length;
            end = i;
            Count++;
        }

        if ((Seen & WordClass.Spelled) != WordClass.None) JoinSpelled();
        FindPhrases();
    }

    /// <summary>A comma, a full stop behind a word, a bracket, a line end: what stands behind it is told apart from what stands before.</summary>
    private static bool EndsClause(ReadOnlySpan<char> chars, int at)
    {
        switch (chars[at])
        {
            case '\n' or ';' or ',' or '!' or '?' or '|' or '(' or ')' or '[' or ']' or '…' or '•' or '·':
                return true;
            case '/' or '+' or '-' or '=':
                // Only with spaces around it, and no dash between two numbers: "20 - 25 days".
                return at > 0 && chars[at - 1] == ' ' && at + 1 < chars.Length && chars[at + 1] == ' '
                    && !(chars[at] == '-' && at > 1 && char.IsAsciiDigit(chars[at - 2]) && at + 2 < chars.Length && char.IsAsciiDigit(chars[at + 2]));
            case '.':
                return (at + 1 == chars.Length || chars[at + 1] is ' ' or '\n' || CharFolding.IsIdeograph(chars[at + 1])) && !IsAbbreviation(chars[..at]);
            default:
                return false;
        }
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && before.Length - start < 7 && CharFolding.KindOf(before[start - 1]) >= CharKind.Latin) start--;
        return before[start..] is "no" or "nr" or "min" or "max" or "approx" or "qty" or "ca" or "inv" or "aug" or "sept" or "sep" or "oct" or "nov" or "dec" or "jan" or "feb" or "mar" or "apr"
            or "jun" or "jul" or "incl" or "excl" or "pcs" or "ref" or "p";
    }

    /// <summary>Words with digits for letters ("dep0sit", "th1rty") are looked up as what they look like.</summary>
    private static void Undisguise(ReadOnlySpan<char> chars, ref QuoteToken token)
    {
        var end = token.Start + token.Length;
        if (end >= chars.Length || !(char.IsAsciiDigit(chars[end]) || chars[end] == '@')) return;
        Span<char> word = stackalloc char[LongestDisguise];
        var length = 0;
        var letters = false;
        for (var i = token.Start; ; i++)
        {
            var c = i < chars.Length ? chars[i] : ' ';
            var plain = c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' => 's', '7' => 't', _ => c };
            if (CharFolding.KindOf(plain) != CharKind.Latin) break;
            if (length == LongestDisguise) return;
            letters = plain == c;
            word[length++] = plain;
        }

        if (!letters || Vocabulary.BuiltIn.Find(word[..length]) is not { } known) return;
        (token.Known, token.Length) = (known, length);
    }

    private void FindPhrases()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_tokens[i].Known is not { Phrases.Length: > 0 } known || _tokens[i].Kind == QuoteTokenKind.Number) continue;
            foreach (var phrase in known.Phrases)
            {
                if (LastOf(phrase, i) is not (>= 0 and var last)) continue;
                ref var token = ref _tokens[i];
                (token.Phrase, token.PhraseLength) = (phrase.Means, (byte)(last - i + 1));

                // A Chinese character has no meaning of its own inside a longer word; a word does.
                token.Classes = token.Kind == QuoteTokenKind.Ideograph ? phrase.Means.Classes : token.Classes | phrase.Means.Classes;
                Seen |= phrase.Means.Classes;
                break;
            }
        }
    }

    private int LastOf(KnownPhrase phrase, int at)
    {
        for (var n = 1; n < phrase.Words.Length; n++)
        {
            at++;
            if (at < Count && _tokens[at].Known != phrase.Words[n] && _tokens[at].Kind == QuoteTokenKind.Mark && _text.Chars[_tokens[at].Start] is '/' or '-' or '.' or '&' or '\'') at++;
            if (at >= Count || _tokens[at].Known != phrase.Words[n]) return -1;
        }

        return at;
    }
}
