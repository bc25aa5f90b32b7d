using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>A message as tokens, with what the readers of facts ask of them. Its memory is used again for the next message.</summary>
internal sealed partial class QuoteTokens
{
    private static QuoteToken _outside = new() { Kind = QuoteTokenKind.LineEnd, Clause = -1 };

    private QuoteToken[] _tokens = new QuoteToken[256];
    private FoldedText _text = new();

    /// <summary>How many tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The lists of which the message holds a word.</summary>
    public WordClass Seen { get; private set; }

    /// <summary>Whether the message holds a number.</summary>
    public bool HasNumbers { get; private set; }

    /// <summary>The text as it was given.</summary>
    public string Source => _text.Source;

    /// <summary>A token; the end of a line outside the text.</summary>
    /// <param name="i">Its place.</param>
    public ref readonly QuoteToken this[int i] => ref (uint)i < (uint)Count ? ref _tokens[i] : ref _outside;

    /// <summary>The folded characters of a token; empty outside the text.</summary>
    /// <param name="i">Its place.</param>
    public ReadOnlySpan<char> Text(int i) => (uint)i < (uint)Count ? _text.Chars.Slice(_tokens[i].Start, _tokens[i].Length) : default;

    /// <summary>Whether a token is this, folded.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="word">The folded word.</param>
    public bool Is(int i, string word) => (uint)i < (uint)Count && _tokens[i].Length == word.Length && Text(i).SequenceEqual(word);

    /// <summary>Whether a token is this single character.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="c">The folded character.</param>
    public bool Is(int i, char c) => (uint)i < (uint)Count && _tokens[i].Length == 1 && _text.Chars[_tokens[i].Start] == c;

    /// <summary>Whether a word or phrase of one of some lists begins at a token.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="lists">The lists.</param>
    public bool Has(int i, WordClass lists) => (this[i].Classes & lists) != WordClass.None;

    /// <summary>How many tokens the word or phrase of one of some lists has that begins at a token; 0 where none does.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="lists">The lists.</param>
    public int LengthAt(int i, WordClass lists)
    {
        ref readonly var token = ref this[i];
        return (token.PhraseClasses & lists) != WordClass.None ? token.PhraseLength : (token.Classes & lists) != WordClass.None ? 1 : 0;
    }

    /// <summary>What the word or phrase of a list that begins at a token means.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="list">The list.</param>
    public string? MeaningAt(int i, WordClass list)
    {
        ref readonly var token = ref this[i];
        return (token.PhraseClasses & list) != WordClass.None ? token.Phrase!.Meaning : (token.Classes & list) != WordClass.None ? token.Known!.Meaning : null;
    }

    /// <summary>The next token that is a number or a word of some lists; the count of tokens where there is none.</summary>
    /// <param name="i">Where to look on from.</param>
    /// <param name="lists">The lists.</param>
    public int Next(int i, WordClass lists)
    {
        var tokens = _tokens.AsSpan(0, Count);
        for (i++; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == QuoteTokenKind.Number || (tokens[i].Classes & lists) != WordClass.None) break;
        }

        return i;
    }

    /// <summary>Whether a number that no other reader has taken stands at a place.</summary>
    /// <param name="i">Its place.</param>
    public bool IsFreeNumber(int i) => this[i] is { Kind: QuoteTokenKind.Number, Use: TokenUse.Free };

    /// <summary>Takes tokens for a fact.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="use">What for.</param>
    public void Take(int first, int last, TokenUse use)
    {
        for (var i = first; i <= last; i++) _tokens[i].Use = use;
    }

    /// <summary>The words of tokens as they were written.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    public string Written(int first, int last) => Span(first, last).In(_text.Source);

    /// <summary>Whether a token was written with a capital.</summary>
    /// <param name="i">Its place.</param>
    public bool IsCapital(int i) => (uint)i < (uint)Count && char.IsUpper(_text.Written(_tokens[i].Start));

    /// <summary>Where tokens stand in the text as it was given.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    public TextSpan Span(int first, int last) =>
        _text.SourceOf(_tokens[first].Start, _tokens[last].Start + _tokens[last].Length - _tokens[first].Start);

    /// <summary>Whether a word of some lists stands near a token, on the same line.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="before">How many tokens before it are looked at.</param>
    /// <param name="after">How many after it.</param>
    /// <param name="lists">The lists.</param>
    public bool Near(int i, int before, int after, WordClass lists)
    {
        if ((Seen & lists) == WordClass.None) return false;
        for (var at = i - 1; at >= Math.Max(0, i - before) && _tokens[at].Kind != QuoteTokenKind.LineEnd; at--)
        {
            if ((_tokens[at].Classes & lists) != WordClass.None) return true;
        }

        for (var at = i + 1; at <= Math.Min(Count - 1, i + after) && _tokens[at].Kind != QuoteTokenKind.LineEnd; at++)
        {
            if ((_tokens[at].Classes & lists) != WordClass.None) return true;
        }

        return false;
    }

    /// <summary>Whether a word of some lists begins in a stretch of tokens.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="lists">The lists.</param>
    public bool Within(int first, int last, WordClass lists)
    {
        for (var at = Math.Max(0, first); at <= Math.Min(Count - 1, last); at++)
        {
            if ((_tokens[at].Classes & lists) != WordClass.None) return true;
        }

        return false;
    }

    /// <summary>The first token of the clause of a token, at most so many tokens before it.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="most">How many.</param>
    public int ClauseStart(int i, int most)
    {
        var at = i;
        while (at > 0 && i - at < most && _tokens[at - 1].Clause == _tokens[i].Clause) at--;
        return at;
    }

    /// <summary>The last token of the clause of a token, at most so many tokens behind it.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="most">How many.</param>
    public int ClauseEnd(int i, int most)
    {
        var at = i;
        while (at + 1 < Count && at - i < most && _tokens[at + 1].Clause == _tokens[i].Clause) at++;
        return at;
    }

    /// <summary>Lets go of the text.</summary>
    public void Release()
    {
        _text = Empty;
        Count = 0;
    }

    private static readonly FoldedText Empty = new();
}
