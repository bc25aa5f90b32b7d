using System.Globalization;
using SourcingBot.Resources;

namespace SourcingBot.Evidence;

/// <summary>Why a file was not kept.</summary>
public enum NotKeptReason
{
    /// <summary>It is larger than any file may be.</summary>
    TooLarge,

    /// <summary>The team's room is used up.</summary>
    QuotaFull,

    /// <summary>It has no byte.</summary>
    Empty,

    /// <summary>Its link has run out, or it was deleted.</summary>
    Expired,

    /// <summary>Files do not reach the bot in this kind of conversation.</summary>
    NotPossibleHere,

    /// <summary>It is only a link to another service.</summary>
    Elsewhere,

    /// <summary>The platform does not let the bot at it, or its address is none that may be called.</summary>
    Refused,

    /// <summary>It could not be fetched, several times over.</summary>
    Unreachable,
}

/// <summary>What became of one file of a message.</summary>
public abstract record TakenFile
{
    private TakenFile()
    {
    }

    /// <summary>It is kept; its row is saved with the turn.</summary>
    /// <param name="Row">The row.</param>
    public sealed record Kept(StoredFileRow Row) : TakenFile;

    /// <summary>It is not.</summary>
    /// <param name="Name">Its name, fit to be shown.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Words">Why, and what to do, for the person who sent it.</param>
    public sealed record NotKept(string Name, NotKeptReason Reason, string Words) : TakenFile;

    /// <summary>A file that is not kept, with its sentence.</summary>
    /// <param name="name">Its name, fit to be shown.</param>
    /// <param name="reason">Why.</param>
    /// <param name="options">The limits that the sentence names.</param>
    internal static NotKept Not(string name, NotKeptReason reason, EvidenceOptions options) => new(name, reason, string.Format(
        CultureInfo.InvariantCulture,
        reason switch
        {
            NotKeptReason.TooLarge => Resources.Words.FileTooLarge,
            NotKeptReason.QuotaFull => Resources.Words.FileQuotaFull,
            NotKeptReason.Empty => Resources.Words.FileEmpty,
            NotKeptReason.Expired => Resources.Words.FileExpired,
            NotKeptReason.NotPossibleHere => Resources.Words.FileNotPossibleHere,
            NotKeptReason.Elsewhere => Resources.Words.FileElsewhere,
            NotKeptReason.Refused => Resources.Words.FileRefused,
            _ => Resources.Words.FileUnreachable,
        },
        name,
        options.LargestFile / EvidenceOptions.Megabyte,
        options.QuotaBytes / EvidenceOptions.Megabyte));
}
