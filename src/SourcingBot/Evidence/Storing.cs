namespace SourcingBot.Evidence;

/// <summary>Bytes that lie in the store.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Size">How many.</param>
/// <param name="Sha256">Their SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Kind">What they are by the first of them.</param>
public sealed record StoredBytes(Guid Id, long Size, string Sha256, FileKind Kind);

/// <summary>What became of a stream that was to be stored.</summary>
public abstract record Storing
{
    private Storing()
    {
    }

    /// <summary>It lies on the disk, synced and named.</summary>
    /// <param name="Bytes">What was stored.</param>
    public sealed record Kept(StoredBytes Bytes) : Storing;

    /// <summary>It has more bytes than are allowed; nothing was kept.</summary>
    public sealed record TooLarge : Storing;

    /// <summary>It has no byte.</summary>
    public sealed record Empty : Storing;

    /// <summary>Its sender broke off, fell silent or took too long; nothing was kept.</summary>
    public sealed record Broken : Storing;
}
