using SourcingBot.Text;

namespace SourcingBot.Vetting;

/// <summary>
/// Reads a Chinese unified social credit code (GB 32100-2015): 18 characters, the last one a check character over the others. Pure.
/// A right check shows that nothing was mistyped, not that the company exists.
/// </summary>
public static class CreditCode
{
    /// <summary>How many characters a code has.</summary>
    public const int Length = 18;

    /// <summary>The characters of the standard, each at its value. I, O, S, V and Z are not used.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>The characters of the organisation code inside it (GB 11714), each at its value.</summary>
    private const string OrganisationAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>What the letters that are not used are mostly misread from.</summary>
    private const string Misread = "I1O0Z2S5";

    private const int AreaStart = 2;
    private const int OrganisationStart = 8;
    private const int OrganisationCheck = 16;

    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Reads the code in a text, which may hold a label, spaces and hyphens, small letters and full-width ones.</summary>
    /// <param name="text">What somebody gave.</param>
    public static CreditCodeReading Read(string text)
    {
        var code = CreditCodeText.Find(text);
        if (code.Length != Length) return new CreditCodeReading(code, CreditCodeFault.Length);
        for (var i = 0; i < Length; i++)
        {
            if (!Alphabet.Contains(code[i], StringComparison.Ordinal)) return new CreditCodeReading(code, CreditCodeFault.LetterNotUsed, i + 1, Mended(code));
        }

        for (var i = AreaStart; i < OrganisationStart; i++)
        {
            if (!char.IsAsciiDigit(code[i])) return new CreditCodeReading(code, CreditCodeFault.AreaNotDigits, i + 1);
        }

        if (code[^1] == CheckOf(code)) return new CreditCodeReading(code, CreditCodeFault.None);

        // The organisation code has a check character of its own, which tells in which half the slip is.
        return new CreditCodeReading(code, code[OrganisationCheck] == OrganisationCheckOf(code) ? CreditCodeFault.Check : CreditCodeFault.OrganisationCheck);
    }

    /// <summary>The check character for the first 17: the weights are the powers of 3 modulo 31.</summary>
    private static char CheckOf(string code)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < Length - 1; i++)
        {
            sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    private static char OrganisationCheckOf(string code)
    {
        var sum = 0;
        for (var i = 0; i < OrganisationWeights.Length; i++)
            sum += OrganisationAlphabet.IndexOf(code[OrganisationStart + i], StringComparison.Ordinal) * OrganisationWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    /// <summary>The code with misread letters put right, if that makes it a right one.</summary>
    private static string? Mended(string code)
    {
        var mended = string.Create(Length, code, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = Misread.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Misread[at + 1] : from[i];
        });
        return mended.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) && mended[^1] == CheckOf(mended) ? mended : null;
    }
}
