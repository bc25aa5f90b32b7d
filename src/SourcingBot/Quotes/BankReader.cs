using System.Text;
using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads bank details: IBAN by its check digits, SWIFT code, account number and name.</summary>
internal static class BankReader
{
    /// <summary>ISO 13616: no IBAN is shorter or longer.</summary>
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    private const WordClass Signs = WordClass.Bic | WordClass.AccountNumber | WordClass.AccountName;

    /// <summary>Reads them; one entry for a message, because its parts belong together.</summary>
    /// <param name="tokens">The message.</param>
    public static IReadOnlyList<Fact<BankDetails>> Read(QuoteTokens tokens)
    {
        string? iban = null, swift = null, number = null, name = null;
        TextSpan? span = null;
        void Grow(TextSpan more) => span = span is { } known ? known.Union(more) : more;
        for (var i = tokens.Next(-1, Signs); i < tokens.Count; i = tokens.Next(i, Signs))
        {
            // Two letters and the check digits, written together: every IBAN begins so (ISO 13616).
            if (tokens[i].Kind == QuoteTokenKind.Number)
            {
                if (iban is null && tokens[i].Glued && tokens[i - 1] is { Kind: QuoteTokenKind.Word, Length: 2 } && IbanAt(tokens.Source, tokens.Span(i - 1, i - 1).Start) is { } found)
                {
                    iban = found.Value;
                    Grow(found.Span);
                }

                continue;
            }

            if (swift is null && tokens.Has(i, WordClass.Bic))
            {
                var at = i + 1;
                while (at < i + 5 && (tokens.Is(at, "code") || tokens.Is(at, ':') || tokens.Is(at, '/') || tokens.Is(at, "bic"))) at++;
                if (CodeAt(tokens, at) is { } code)
                {
                    swift = code.Value;
                    Grow(code.Span);
                }
            }

            if (number is null && tokens.LengthAt(i, WordClass.AccountNumber) is > 0 and var length)
            {
                var at = i + length;
                while (at < i + length + 4 && (tokens.Is(at, ':') || tokens.Is(at, '.') || tokens.Is(at, "no") || tokens.Is(at, "number") || tokens.Is(at, '#'))) at++;
                if (tokens[at].Kind == QuoteTokenKind.Number && tokens[at].Length >= 6)
                {
                    var last = at;
                    while (tokens[last + 1].Kind == QuoteTokenKind.Number) last++;
                    number = tokens.Written(at, last);
                    Grow(tokens.Span(at, last));
                }
            }

            if (name is null && tokens.LengthAt(i, WordClass.AccountName) is > 0 and var words && tokens.Is(i + words, ':'))
            {
                var last = i + words;
                while (last + 1 < tokens.Count && last < i + words + 12 && IsName(tokens, last + 1)) last++;
                if (last > i + words)
                {
                    name = tokens.Written(i + words + 1, last);
                    Grow(tokens.Span(i + words + 1, last));
                }
            }
        }

        if (span is null) return [];
        var country = iban?[..2] ?? swift?.Substring(4, 2);
        return [new(new BankDetails(iban, swift, number, name, null, country), span.Value)];
    }

    /// <summary>A name ends before the next detail: at a comma, a number, or the word for another part.</summary>
    private static bool IsName(QuoteTokens tokens, int i) =>
        tokens[i].Kind is QuoteTokenKind.Word or QuoteTokenKind.Ideograph or QuoteTokenKind.Mark
        && !tokens.Is(i, ',') && !tokens.Is(i, ';') && !tokens.Is(i, ':') && !tokens.Is(i, "iban") && !tokens.Is(i, "swift") && !tokens.Is(i, "bank")
        && !tokens.Has(i, WordClass.AccountNumber | WordClass.AccountName);

    private static Fact<string>? IbanAt(string text, int start)
    {
        if (start + ShortestIban > text.Length || !char.IsAsciiLetterUpper(text[start]) || !char.IsAsciiLetterUpper(text[start + 1])) return null;
        var iban = new StringBuilder(LongestIban);
        Fact<string>? found = null;
        for (var i = start; i < text.Length && iban.Length < LongestIban; i++)
        {
            var c = text[i];
            if (c is ' ' or '\u00a0' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1])) continue;
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) break;
            iban.Append(c);
            var wholeGroup = i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]);
            if (iban.Length >= ShortestIban && wholeGroup && IsIban(iban)) found = new(iban.ToString(), new TextSpan(start, i + 1 - start));
        }

        return found;
    }

    /// <summary>ISO 7064 modulo 97: the first four characters go to the end, letters count from 10.</summary>
    private static bool IsIban(StringBuilder iban)
    {
        if (!char.IsAsciiDigit(iban[2]) || !char.IsAsciiDigit(iban[3])) return false;
        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    private static Fact<string>? CodeAt(QuoteTokens tokens, int at)
    {
        var last = at;
        while (tokens[last + 1].Glued && tokens[last + 1].Kind is QuoteTokenKind.Word or QuoteTokenKind.Number && last < at + 4) last++;
        if (at >= tokens.Count) return null;
        var code = tokens.Written(at, Math.Min(last, tokens.Count - 1));
        return code.Length is 8 or 11 && code[..6].All(char.IsAsciiLetterUpper) && code.All(char.IsAsciiLetterOrDigit) ? new(code, tokens.Span(at, last)) : null;
    }
}
