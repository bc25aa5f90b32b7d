using SourcingBot.Risk;
using SourcingBot.Text;

namespace SourcingBot.SecondReader;

/// <summary>What became of asking the second reader.</summary>
public enum SecondReadingStatus
{
    /// <summary>It answered in the form that was asked for.</summary>
    Read,

    /// <summary>It did not answer in time.</summary>
    TooSlow,

    /// <summary>It could not be reached, refused, or answered in another form; what it said was dropped.</summary>
    Unusable,

    /// <summary>The team's limit of today is reached; nothing was sent.</summary>
    LimitReached,
}

/// <summary>A category that the second reader named, with the words that it quoted.</summary>
/// <param name="Category">A category of the closed set.</param>
/// <param name="Evidence">Where its quotes stand in the message; at least one.</param>
public sealed record SecondFinding(string Category, IReadOnlyList<TextSpan> Evidence);

/// <summary>What the second reader says of a message.</summary>
/// <param name="Status">What became of asking.</param>
/// <param name="Verdict">What it would do.</param>
/// <param name="Findings">What it found; only what stands in the message.</param>
public sealed record SecondReading(SecondReadingStatus Status, Verdict Verdict, IReadOnlyList<SecondFinding> Findings)
{
    /// <summary>A reading without an answer.</summary>
    /// <param name="status">Why there is none.</param>
    public static SecondReading Without(SecondReadingStatus status) => new(status, Verdict.None, []);
}

/// <summary>A team's own language model, asked about one message.</summary>
public interface ISecondReader
{
    /// <summary>Asks it. The words go out as data, with account numbers masked.</summary>
    /// <param name="masked">The message, masked.</param>
    /// <param name="cancellationToken">Ends the question; running out of time is no exception but <see cref="SecondReadingStatus.TooSlow"/>.</param>
    Task<SecondReading> ReadAsync(string masked, CancellationToken cancellationToken);
}
