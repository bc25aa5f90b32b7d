using SourcingBot.Evidence;

namespace SourcingBot.Chat;

/// <summary>What came of the attempt to get at a file that a person sent.</summary>
public abstract record FileOpening
{
    private FileOpening()
    {
    }

    /// <summary>Its bytes come; whoever asked disposes of the stream.</summary>
    /// <param name="Content">The bytes, to be read once.</param>
    /// <param name="Size">How many the other side says there are, or null; it may lie.</param>
    public sealed record Opened(Stream Content, long? Size) : FileOpening;

    /// <summary>They lie in the store already.</summary>
    /// <param name="Bytes">Which they are.</param>
    public sealed record Stored(StoredBytes Bytes) : FileOpening;

    /// <summary>Its address has run out, or it was deleted.</summary>
    public sealed record Expired : FileOpening;

    /// <summary>Files do not reach the bot in this kind of conversation.</summary>
    public sealed record NotPossibleHere : FileOpening;

    /// <summary>It is only a link to another service.</summary>
    public sealed record Elsewhere : FileOpening;

    /// <summary>The platform does not let the bot at it, or its address is none that may be called.</summary>
    /// <param name="Reason">A short class, safe to log.</param>
    public sealed record Refused(string Reason) : FileOpening;

    /// <summary>Not now: a passing fault.</summary>
    /// <param name="Reason">A short class, safe to log.</param>
    public sealed record Later(string Reason) : FileOpening;
}
