using System.Text;

namespace SourcingBot.Orders;

/// <summary>Compares order numbers as people write them.</summary>
public static class OrderNumbers
{
    /// <summary>The comparable form: ASCII letters in capitals and digits alone, so that "PI-0388", "pi 0388" and "#PI0388" are one.</summary>
    /// <param name="number">As written; full-width letters and digits count as plain ones.</param>
    /// <returns>Empty when nothing comparable is in it.</returns>
    public static string Key(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var key = new StringBuilder(number.Length);
        foreach (var c in number)
        {
            var plain = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (char.IsAsciiLetterOrDigit(plain)) key.Append(char.ToUpperInvariant(plain));
        }

        return key.ToString();
    }

    /// <summary>The known numbers that are near to one that is not known: at most two typing slips away, or ending the same; nearest first.</summary>
    /// <param name="number">What somebody wrote.</param>
    /// <param name="known">The team's numbers.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<string> Near(string number, IEnumerable<string> known, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(known);
        var key = Key(number);
        return
        [
            .. known.Select(n => (Number: n, Distance: Distance(key, Key(n)))).Where(n => n.Distance is not null)
                .OrderBy(n => n.Distance).ThenBy(n => n.Number, StringComparer.Ordinal).Take(most).Select(n => n.Number),
        ];
    }

    private static int? Distance(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return null;

        // People often give the last digits alone.
        if (one.Length >= 4 && other.EndsWith(one, StringComparison.Ordinal)) return 0;
        if (Math.Abs(one.Length - other.Length) > 2) return null;
        var (before, row) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        int[] beforeThat = [];
        for (var i = 1; i <= one.Length; i++)
        {
            (beforeThat, before, row) = (before, row, new int[other.Length + 1]);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], beforeThat[j - 2] + 1);
            }
        }

        return row[^1] <= 2 ? row[^1] : null;
    }
}
