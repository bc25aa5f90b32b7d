using System.Text.RegularExpressions;

namespace SourcingBot.Cases;

/// <summary>Whether the words of an order that were not kept can be measured: they name a number, a day, a standard or a sample. Pure.</summary>
internal static partial class ClauseReader
{
    /// <summary>The question that is answered with the words.</summary>
    public const string Question = "clause";

    /// <summary>The question whether they can be measured.</summary>
    public const string Measurable = "clause-measurable";

    /// <summary>True where it is certain; false: a person has to say.</summary>
    /// <param name="words">The words; from outside.</param>
    public static bool IsMeasurable(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Names().IsMatch(words);
    }

    /// <summary>A digit, or the name of a standard or of an approved sample.</summary>
    [GeneratedRegex(@"\p{Nd}|[〇一二三四五六七八九十百千]+(?:个|件|台|月|日|天|毫米|厘米|克)|\b(?:ISO|ASTM|DIN|AQL|EN|GB|AISI|CE|RoHS|REACH|Pantone)\b|\b(?:approved|sealed|golden|signed) sample\b", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Names();
}
