using SourcingBot.Chat;

namespace SourcingBot.Packs;

/// <summary>Makes evidence packs to be sent: "pack/ID of the case". A pack is written when it is sent, so it holds all that is known by then.</summary>
/// <param name="packs">The team's packs.</param>
internal sealed class PackFileSource(CasePacks packs) : IFileSource
{
    /// <summary>The kind.</summary>
    public const string KindName = "pack";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>The reference of a case's pack.</summary>
    /// <param name="caseId">The case.</param>
    public static string ReferenceOf(Guid caseId) => $"{KindName}/{caseId:N}";

    /// <inheritdoc/>
    public async Task<FileContent?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out _) || await packs.FindAsync(id, cancellationToken) is not { } stored || !CasePacks.HasPack(stored)) return null;
        var content = await packs.OpenAsync(stored, cancellationToken);
        return new FileContent(content, content.Length, CasePacks.NameOf(stored));
    }
}
