using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>What a token is.</summary>
internal enum QuoteTokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>A number, separators and all.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Ideograph,

    /// <summary>Anything else that shows.</summary>
    Mark,

    /// <summary>The end of a line.</summary>
    LineEnd,
}

/// <summary>A piece of a message for the readers of facts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first folded character.</param>
/// <param name="Length">How many.</param>
/// <param name="Value">The number, or 0.</param>
/// <param name="Glued">Whether nothing stands between it and the token before.</param>
internal readonly record struct QuoteToken(QuoteTokenKind Kind, int Start, int Length, decimal Value, bool Glued);

/// <summary>A message as tokens, with what the readers of facts ask of them.</summary>
internal sealed class QuoteTokens
{
    private readonly List<QuoteToken> _tokens;
    private readonly FoldedText _text;

    /// <summary>Cuts a message.</summary>
    /// <param name="text">As it was given.</param>
    public QuoteTokens(string text)
    {
        _text = FoldedText.Of(text);
        _tokens = new List<QuoteToken>(text.Length / 4);
        var chars = _text.Chars;
        for (var i = 0; i < chars.Length;)
        {
            var c = chars[i];
            if (c == ' ')
            {
                i++;
                continue;
            }

            var (kind, length, value) = c switch
            {
                '\n' => (QuoteTokenKind.LineEnd, 1, 0m),
                >= '0' and <= '9' => (QuoteTokenKind.Number, NumberText.LengthAt(chars, i, out var v), v),
                _ when CharFolding.IsIdeograph(c) => (QuoteTokenKind.Ideograph, 1, 0m),
                _ when char.IsLetter(c) => (QuoteTokenKind.Word, WordLength(chars, i), 0m),
                _ => (QuoteTokenKind.Mark, 1, 0m),
            };
            _tokens.Add(new QuoteToken(kind, i, length, value, _tokens.Count > 0 && _tokens[^1].Start + _tokens[^1].Length == i));
            i += length;
        }
    }

    /// <summary>How many tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>The text as it was given.</summary>
    public string Source => _text.Source;

    /// <summary>A token; an empty mark outside the text.</summary>
    /// <param name="i">Its place.</param>
    public QuoteToken this[int i] => i >= 0 && i < _tokens.Count ? _tokens[i] : new QuoteToken(QuoteTokenKind.LineEnd, 0, 0, 0, false);

    /// <summary>The folded characters of a token; empty outside the text.</summary>
    /// <param name="i">Its place.</param>
    public ReadOnlySpan<char> Text(int i) => i >= 0 && i < _tokens.Count ? _text.Chars.Slice(_tokens[i].Start, _tokens[i].Length) : default;

    /// <summary>Whether a token is this, folded.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="word">The folded word.</param>
    public bool Is(int i, string word) => Text(i).SequenceEqual(word);

    /// <summary>Whether the characters from a token on are these.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="phrase">Folded characters without spaces at the ends.</param>
    public bool StartsAt(int i, string phrase) => i >= 0 && i < _tokens.Count && _text.Chars[_tokens[i].Start..].StartsWith(phrase);

    /// <summary>The words of tokens as they were written.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    public string Written(int first, int last) => Span(first, last).In(_text.Source);

    /// <summary>Where tokens stand in the text as it was given.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    public TextSpan Span(int first, int last) =>
        _text.SourceOf(_tokens[first].Start, _tokens[last].Start + _tokens[last].Length - _tokens[first].Start);

    /// <summary>Whether one of some words stands near a token, on the same line.</summary>
    /// <param name="i">Its place.</param>
    /// <param name="before">How many tokens before it are looked at.</param>
    /// <param name="after">How many after it.</param>
    /// <param name="words">The words.</param>
    public bool Near(int i, int before, int after, WordList words)
    {
        for (var at = i - 1; at >= Math.Max(0, i - before) && _tokens[at].Kind != QuoteTokenKind.LineEnd; at--)
        {
            if (words.At(this, at)) return true;
        }

        for (var at = i + 1; at <= Math.Min(Count - 1, i + after) && _tokens[at].Kind != QuoteTokenKind.LineEnd; at++)
        {
            if (words.At(this, at)) return true;
        }

        return false;
    }

    private static int WordLength(ReadOnlySpan<char> chars, int at)
    {
        var end = at + 1;
        while (end < chars.Length && char.IsLetter(chars[end]) && !CharFolding.IsIdeograph(chars[end])) end++;
        return end - at;
    }
}
