namespace SourcingBot.Risk.Engine;

/// <summary>How near to each other the parts of a frame must stand.</summary>
public enum Scope
{
    /// <summary>In one clause.</summary>
    Clause,

    /// <summary>In one sentence.</summary>
    Sentence,

    /// <summary>In a sentence and the next.</summary>
    TwoSentences,

    /// <summary>Anywhere in the same part of the message; blank lines part it.</summary>
    Message,
}

/// <summary>A request stated once over concepts, whatever its words and language.</summary>
/// <param name="Scope">How near its parts must stand.</param>
/// <param name="Needs">What must be there, apart by spaces: `A|B` either; `A~5~B` within five words of each other; `A&gt;5&gt;B` also in this order; `A?` also where it is negated ("inspection is not allowed").</param>
/// <param name="Unless">Concepts that silence it within the scope.</param>
/// <param name="UnlessAnywhere">Concepts that silence it anywhere in the message.</param>
/// <param name="Stops">Whether it means stop; else it means ask.</param>
public sealed record Frame(Scope Scope, string Needs, string Unless = "", string UnlessAnywhere = "", bool Stops = false)
{
    internal Need[] Parts { get; } = [.. Needs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Need.Parse)];

    internal int[] Blockers { get; } = Need.Alternatives(Unless.Replace(' ', '|'));

    internal int[] MessageBlockers { get; } = Need.Alternatives(UnlessAnywhere.Replace(' ', '|'));
}

/// <summary>One thing that a frame needs.</summary>
/// <param name="Left">Concepts of which one must be there.</param>
/// <param name="Right">Concepts of which one must be near it; empty where nothing must.</param>
/// <param name="Distance">The most words between the two.</param>
/// <param name="Ordered">Whether the right one must follow.</param>
/// <param name="LeftNegated">Whether a negated left one counts too.</param>
/// <param name="RightNegated">Whether a negated right one counts too.</param>
internal sealed record Need(int[] Left, int[] Right, int Distance, bool Ordered, bool LeftNegated = false, bool RightNegated = false)
{
    /// <summary>Reads a need.</summary>
    /// <param name="text">As in <see cref="Frame.Needs"/>.</param>
    /// <exception cref="FormatException">It is not well formed.</exception>
    public static Need Parse(string text)
    {
        var separator = text.Contains('~', StringComparison.Ordinal) ? '~' : '>';
        var pieces = text.Split(separator);
        return pieces switch
        {
            [var left] => new Need(Alternatives(left.TrimEnd('?')), [], 0, false, left.EndsWith('?')),
            [var left, var distance, var right] when int.TryParse(distance, out var words) =>
                new Need(Alternatives(left.TrimEnd('?')), Alternatives(right.TrimEnd('?')), words, separator == '>', left.EndsWith('?'), right.EndsWith('?')),
            _ => throw new FormatException($"“{text}” is not a need: write A, A|B, A~5~B or A>5>B, with ? behind a side that may be negated."),
        };
    }

    /// <summary>Reads `A|B`.</summary>
    /// <param name="text">Concepts apart by bars; empty for none.</param>
    public static int[] Alternatives(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Concept.IdOf)];
}
