namespace SourcingBot.Text;

/// <summary>A word, a Chinese character, a number, an address or a mark.</summary>
/// <param name="Start">The first folded character.</param>
/// <param name="Length">How many.</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="Clause">The number of its clause, counted through the text.</param>
/// <param name="Block">The number of its block: blank lines part blocks.</param>
internal readonly record struct Token(int Start, int Length, int Sentence, int Clause, int Block);

/// <summary>Cuts a folded text into tokens, clauses, sentences and blocks.</summary>
internal static class Tokens
{
    /// <summary>Words without an end are cut, so that no text makes the search for what belongs together long.</summary>
    private const int LongestSentence = 200;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
        { "no", "nr", "co", "ltd", "inc", "mr", "mrs", "ms", "dr", "st", "pcs", "pc", "approx", "incl", "excl", "etc", "e.g", "i.e", "vs", "ref", "art", "inv", "qty", "tel", "sra", "sr", "av", "env" };

    private static readonly HashSet<string> ClauseWords = new(StringComparer.Ordinal)
        { "because", "but", "so", "otherwise", "porque", "pero", "sino", "mais", "car", "sinon", "donc" };

    /// <summary>Cuts the text.</summary>
    /// <param name="text">The folded text.</param>
    public static List<Token> Of(FoldedText text)
    {
        var tokens = new List<Token>(Math.Max(16, text.Length / 4));
        Cut(text, tokens);
        return tokens;
    }

    /// <summary>Cuts the text into memory that is used again.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Receives the tokens in place of those it holds.</param>
    public static void Cut(FoldedText text, List<Token> tokens)
    {
        var chars = text.Chars;
        tokens.Clear();
        int sentence = 0, clause = 0, block = 0, sentenceStart = 0;
        for (var i = 0; i < chars.Length;)
        {
            var c = chars[i];
            if (c == '\n')
            {
                var blank = BlankLineAfter(chars, i);
                sentence++;
                clause++;
                if (blank) block++;
                i++;
                continue;
            }

            if (c == ' ')
            {
                i++;
                continue;
            }

            var length = LengthAt(chars, i);
            if (length == 1 && c is '.' or '!' or '?' or '…')
            {
                if (c != '.' || EndsSentence(chars, i, tokens))
                {
                    sentence++;
                    clause++;
                }

                i++;
                continue;
            }

            if (length == 1 && c is ',' or ';' or ':' or '(' or ')' or '|')
            {
                clause++;
                if (c is ';') sentence++;
                i++;
                continue;
            }

            if (length == 1 && c is '-' or '"' or '\'' or '*' or '_' or '~' or '>')
            {
                if (c == '-' && i > 0 && chars[i - 1] == ' ') clause++;
                i++;
                continue;
            }

            if (ClauseWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chars.Slice(i, length))) clause++;
            if (tokens.Count - sentenceStart >= LongestSentence || (tokens.Count > 0 && tokens[^1].Sentence != sentence))
            {
                if (tokens.Count > 0 && tokens[^1].Sentence == sentence) (sentence, clause) = (sentence + 1, clause + 1);
                sentenceStart = tokens.Count;
            }

            tokens.Add(new Token(i, length, sentence, clause, block));
            i += length;
        }
    }

    private static int LengthAt(ReadOnlySpan<char> chars, int at)
    {
        var c = chars[at];
        if (CharFolding.IsIdeograph(c)) return 1;
        if (char.IsSurrogate(c)) return at + 1 < chars.Length && char.IsSurrogatePair(c, chars[at + 1]) ? 2 : 1;
        if (!char.IsLetterOrDigit(c)) return 1;
        var end = at + 1;
        while (end < chars.Length && (IsWordChar(chars[end]) || JoinsWord(chars, end))) end++;
        return end - at;
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) && !CharFolding.IsIdeograph(c);

    /// <summary>An apostrophe in a word, the point in a number or address, the parts of a link.</summary>
    private static bool JoinsWord(ReadOnlySpan<char> chars, int at)
    {
        if (at + 1 >= chars.Length || !IsWordChar(chars[at + 1])) return false;
        return chars[at] switch
        {
            '\'' => true,
            '.' or ',' => char.IsAsciiDigit(chars[at - 1]) && char.IsAsciiDigit(chars[at + 1]),
            _ => false,
        };
    }

    private static bool EndsSentence(ReadOnlySpan<char> chars, int at, List<Token> tokens)
    {
        var next = at + 1;
        if (next < chars.Length && chars[next] is not (' ' or '\n' or '"') && !CharFolding.IsIdeograph(chars[next])) return false;
        if (tokens.Count == 0) return false;
        var last = tokens[^1];
        if (last.Start + last.Length != at) return true;
        return !Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chars.Slice(last.Start, last.Length));
    }

    private static bool BlankLineAfter(ReadOnlySpan<char> chars, int at)
    {
        for (var i = at + 1; i < chars.Length; i++)
        {
            if (chars[i] == '\n') return true;
            if (chars[i] != ' ') return false;
        }

        return false;
    }
}
