namespace SourcingBot.Text;

/// <summary>A stretch of a text, counted in UTF-16 units of the text as it was given.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="Length">How many units, at least 1.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first unit after the stretch.</summary>
    public int End => Start + Length;

    /// <summary>The words themselves.</summary>
    /// <param name="text">The text that the span was counted in.</param>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>The smallest stretch that holds both.</summary>
    /// <param name="other">The other stretch.</param>
    public TextSpan Union(TextSpan other)
    {
        var start = Math.Min(Start, other.Start);
        return new TextSpan(start, Math.Max(End, other.End) - start);
    }

    /// <summary>Whether the two share at least one unit.</summary>
    /// <param name="other">The other stretch.</param>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
