using System.Globalization;
using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Vetting;

/// <summary>Finds a credit code in what somebody wrote, and says in words what was read.</summary>
public static class CreditCodeText
{
    /// <summary>A word of so many characters is the whole code, if a mistyped one; shorter ones are groups of it.</summary>
    private const int LongGroup = 15;

    /// <summary>What stands further back in a text is not looked at.</summary>
    private const int LongestText = 500;

    /// <summary>A group without a digit has at most so many letters.</summary>
    private const int LongestLetters = 2;

    /// <summary>The words for a person: what is wrong and what to do, or what the code says.</summary>
    /// <param name="reading">What was read.</param>
    public static string Of(CreditCodeReading reading) => reading.Fault switch
    {
        CreditCodeFault.Length when reading.Code.Length == 0 => Words.CreditCodeNone,
        CreditCodeFault.Length => Say(Words.CreditCodeLength, reading.Code.Length),
        CreditCodeFault.LetterNotUsed when reading.Suggestion is { } meant => Say(Words.CreditCodeMeant, Wrong(reading), reading.Position, meant),
        CreditCodeFault.LetterNotUsed => Say(Words.CreditCodeLetter, Wrong(reading), reading.Position),
        CreditCodeFault.AreaNotDigits => Say(Words.CreditCodeArea, Wrong(reading), reading.Position),
        CreditCodeFault.Check => Words.CreditCodeCheck,
        CreditCodeFault.OrganisationCheck => Words.CreditCodeOrganisationCheck,
        _ => Say(HolderWords(reading.Holder), reading.Region ?? Words.CreditCodeUnknownRegion),
    };

    /// <summary>The code in a text: a word as long as one, or the first word with a digit and the groups after it. In capitals; empty where there is none.</summary>
    /// <param name="text">What somebody wrote.</param>
    internal static string Find(string text)
    {
        var groups = Groups(text);
        if (groups.Find(g => g.Length >= LongGroup && HasDigit(g)) is { } whole) return whole;
        var first = groups.FindIndex(HasDigit);
        if (first < 0) return string.Empty;
        var code = groups[first];
        foreach (var group in groups.Skip(first + 1))
        {
            if (code.Length >= CreditCode.Length || (group.Length > LongestLetters && !HasDigit(group))) break;
            code += group;
        }

        return code;
    }

    private static List<string> Groups(string text)
    {
        var folded = FoldedText.Of(text.Length <= LongestText ? text : text[..LongestText]);
        var groups = new List<string>();
        for (var i = 0; i < folded.Length; i++)
        {
            var start = i;
            while (i < folded.Length && char.IsAsciiLetterOrDigit(folded.Chars[i])) i++;
            if (i > start) groups.Add(folded.Chars[start..i].ToString().ToUpperInvariant());
        }

        return groups;
    }

    private static bool HasDigit(string group) => group.Any(char.IsAsciiDigit);

    private static char Wrong(CreditCodeReading reading) => reading.Code[reading.Position!.Value - 1];

    private static string HolderWords(CreditCodeHolder? holder) => holder switch
    {
        CreditCodeHolder.Company => Words.CreditCodeCompany,
        CreditCodeHolder.SoleTrader => Words.CreditCodeSoleTrader,
        CreditCodeHolder.Cooperative => Words.CreditCodeCooperative,
        _ => Words.CreditCodeNoBusiness,
    };

    private static string Say(string words, params object?[] values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
