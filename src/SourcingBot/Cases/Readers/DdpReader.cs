using System.Text.RegularExpressions;
using SourcingBot.Quotes;

namespace SourcingBot.Cases;

/// <summary>
/// Which of the sixteen questions that a delivered-duty-paid price has to answer (<c>ddp.flow.json</c>) a supplier's text answers. Careful: yes only where
/// the text says it outright, no where it denies it or does not speak of it at all, nothing where a person has to look. English. Pure.
/// </summary>
internal static partial class DdpReader
{
    /// <summary>A code at the level of the destination has eight digits or more; six are the worldwide part (Harmonized System).</summary>
    private const int DestinationDigits = 8;

    private const int LongestCode = 13;
    private const int LongestLine = 160;

    private static readonly AnswerPhrases Phrases = new("SourcingBot.Cases.Readers.ddp.txt");
    private static readonly HashSet<string> CodeWords = new(StringComparer.Ordinal) { "hs", "hts", "htsus", "hscode", "taric", "commodity" };

    /// <summary>Yes or no by question; what a person has to look at is not in it.</summary>
    /// <param name="text">The supplier's words; from outside.</param>
    public static IReadOnlyDictionary<string, bool> Answers(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = Phrases.Read(text);
        if (found.Count == 0) return found;
        if (HasFullPlace(text)) found["place"] = true;
        if (HasDestinationCode(text)) found["hs-code"] = true;
        return found;
    }

    /// <summary>A postal code in the line of the term, and a word on who unloads.</summary>
    private static bool HasFullPlace(string text)
    {
        if (!text.Contains("unload", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var term in QuoteReader.Read(text).Terms.Where(t => t.Value.Term == "DDP"))
        {
            var line = text.AsSpan(term.Span.Start);
            if (line.IndexOfAny('\n', ';') is > 0 and var end) line = line[..end];
            if (PostalCode().IsMatch(line.Length > LongestLine ? line[..LongestLine] : line)) return true;
        }

        return false;
    }

    /// <summary>"LS1 4AP", "M5V 2T6", "3542 AD", "Moreno Valley, CA 92551", "Hamburg 20095", "20095 Hamburg"; not "USD 12000" and not "12000 pcs".</summary>
    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\b|\b[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]\b|\b(?!20)[1-9][0-9]{3} ?[A-Z]{2}\b|\b(?!USD|EUR|CNY|RMB|GBP|MOQ)[A-Z][A-Za-z-]+,? [0-9]{5}(?:-[0-9]{4})?(?=[,.)]|\s*$)|\b[0-9]{5} [A-Z][a-z]+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex PostalCode();

    private static bool HasDestinationCode(string text)
    {
        var words = text.Split([' ', '\n', '\t', ',', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (!CodeWords.Contains(words[i].ToLowerInvariant())) continue;
            var digits = string.Empty;
            for (var j = i + 1; j < words.Length && j <= i + 6 && digits.Length < LongestCode; j++)
            {
                var bare = words[j].Replace(".", string.Empty, StringComparison.Ordinal);
                if (bare.Length > 0 && bare.All(char.IsAsciiDigit)) digits += bare;
                else if (digits.Length > 0) break;
            }

            if (digits.Length is >= DestinationDigits and <= LongestCode) return true;
        }

        return false;
    }
}
