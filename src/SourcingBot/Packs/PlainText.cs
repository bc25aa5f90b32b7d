using System.Globalization;
using System.Text;

namespace SourcingBot.Packs;

/// <summary>Makes words from outside fit for a document that others open: they say what they say, and do nothing.</summary>
internal static class PlainText
{
    private const int ZeroWidthNonJoiner = 0x200c;
    private const int ZeroWidthJoiner = 0x200d;

    /// <summary>
    /// The words without characters that XML refuses, control characters, half characters and invisible ones that turn the direction of
    /// writing around; line ends are '\n', other white space is a space, the ends are trimmed.
    /// </summary>
    /// <param name="text">Words from outside.</param>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // A half character comes out of EnumerateRunes as U+FFFD.
            if (rune.Value == '\n') clean.Append('\n');
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) clean.Append(' ');
            else if (IsShown(rune)) clean.Append(rune);
        }

        return clean.ToString().Trim();
    }

    /// <summary>The same on one line.</summary>
    /// <param name="text">Words from outside.</param>
    public static string OnOneLine(string text) => string.Join(' ', Of(text).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The words with the signs of typesetters as those of a typewriter, because the marketplace's form refuses characters that are not
    /// English (<see cref="UploadRules.EnglishSource"/>). Letters of other alphabets stay.
    /// </summary>
    /// <param name="text">Words that were made clean.</param>
    public static string Typewriter(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '‘' or '’' or '‚' or '′' => plain.Append('\''),
                '“' or '”' or '„' or '″' or '«' or '»' => plain.Append('"'),
                '‐' or '‑' or '‒' or '–' or '—' or '−' => plain.Append('-'),
                '…' => plain.Append("..."),
                '×' => plain.Append('x'),
                '•' or '·' => plain.Append('-'),
                _ => plain.Append(c),
            };
        }

        return plain.ToString();
    }

    /// <summary>The first words that hold characters other than English ones, at most a few.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<string> NotEnglish(string text, int most) =>
        [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(w => !w.All(char.IsAscii)).Distinct(StringComparer.Ordinal).Take(most)];

    // Format characters hold the direction marks, overrides and isolates (UAX 9), the byte order mark and the invisible tags; two of them join letters.
    private static bool IsShown(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
}
