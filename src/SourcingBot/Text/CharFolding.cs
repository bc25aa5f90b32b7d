namespace SourcingBot.Text;

/// <summary>Brings the many forms of one character to a single one: width, case, accents, quotation marks and look-alikes.</summary>
internal static class CharFolding
{
    /// <summary>The character is left out: it is invisible.</summary>
    public const char Hidden = '\0';

    private static readonly char[] Table = Build();
    private static readonly CharKind[] Kinds = BuildKinds();
    /// <summary>Latin letters that Cyrillic and Greek ones look like; applied only in words that hold Latin letters too.</summary>
    private const string LookAlikes = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwαaβbεeιiκkνvοoρpτtυuχx";

    /// <summary>The folded form of a character, or <see cref="Hidden"/>.</summary>
    /// <param name="c">A UTF-16 unit.</param>
    public static char Fold(char c) => Table[c];

    /// <summary>What a folded character is.</summary>
    /// <param name="c">A folded character.</param>
    public static CharKind KindOf(char c) => Kinds[c];

    /// <summary>The Latin letter that a folded character looks like, or the character itself.</summary>
    /// <param name="c">A folded character.</param>
    public static char LatinLookAlike(char c)
    {
        for (var i = 0; i < LookAlikes.Length; i += 2)
        {
            if (LookAlikes[i] == c) return LookAlikes[i + 1];
        }

        return c;
    }

    /// <summary>Whether a character stands for a word or a part of one by itself: Chinese, and Japanese kana.</summary>
    /// <param name="c">A folded character.</param>
    public static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++) table[i] = char.ToLowerInvariant((char)i);

        // Full-width forms are the ASCII ones, moved.
        for (var i = 0xff01; i <= 0xff5e; i++) table[i] = char.ToLowerInvariant((char)(i - 0xfee0));
        Map(table, "àáâãäåāăą", 'a');
        Map(table, "çćĉċč", 'c');
        Map(table, "ďđ", 'd');
        Map(table, "èéêëēĕėęě", 'e');
        Map(table, "ĝğġģ", 'g');
        Map(table, "ìíîïĩīĭįı", 'i');
        Map(table, "ñńņňŉ", 'n');
        Map(table, "òóôõöøōŏő", 'o');
        Map(table, "śŝşšș", 's');
        Map(table, "ţťŧț", 't');
        Map(table, "ùúûüũūŭůűų", 'u');
        Map(table, "ýÿŷ", 'y');
        Map(table, "źżž", 'z');
        Map(table, "ľĺļłŀ", 'l');
        Map(table, "‘’‛ʼ´`′", '\'');
        Map(table, "“”„‟«»″『』「」《》", '"');
        Map(table, "‐‑‒–—―−", '-');
        Map(table, "￥", '¥');
        Map(table, "￡", '£');
        Map(table, "。", '.');
        Map(table, "、", ',');
        Map(table, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", ' ');
        Map(table, "\u2028\u2029\r", '\n');

        // Zero-width and formatting characters, variation selectors, combining accents, the soft hyphen.
        foreach (var (from, to) in new[] { (0x200b, 0x200f), (0x202a, 0x202e), (0x2060, 0x2069), (0xfe00, 0xfe0f), (0x0300, 0x036f), (0xad, 0xad), (0xfeff, 0xfeff), (0, 8) })
        {
            for (var i = from; i <= to; i++) table[i] = Hidden;
        }

        foreach (var pair in TraditionalToSimplified()) table[pair.Traditional] = pair.Simplified;
        return table;
    }

    private static CharKind[] BuildKinds()
    {
        var kinds = new CharKind[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            kinds[i] = c == ' ' ? CharKind.Space
                : char.IsAsciiDigit(c) ? CharKind.Digit
                : IsIdeograph(c) ? CharKind.Ideograph
                : char.IsAsciiLetter(c) ? CharKind.Latin
                : LookAlikes.Contains(c, StringComparison.Ordinal) ? CharKind.LatinLookAlike
                : char.IsLetter(c) ? CharKind.OtherLetter
                : CharKind.Mark;
        }

        return kinds;
    }

    private static void Map(char[] table, string from, char to)
    {
        foreach (var c in from)
        {
            table[c] = to;
            table[char.ToUpperInvariant(c)] = to;
        }
    }

    private static IEnumerable<(char Traditional, char Simplified)> TraditionalToSimplified()
    {
        var pairs = Resource.Lines("SourcingBot.Text.traditional.txt").Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var pair in pairs) yield return (pair[0], pair[1]);
    }
}
