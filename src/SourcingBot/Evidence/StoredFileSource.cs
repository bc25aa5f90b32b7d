using SourcingBot.Chat;

namespace SourcingBot.Evidence;

/// <summary>Gives stored files out again: "stored/ID".</summary>
/// <param name="files">The team's files.</param>
internal sealed class StoredFileSource(EvidenceFiles files) : IFileSource
{
    /// <summary>The kind.</summary>
    public const string KindName = "stored";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>The reference of a stored file.</summary>
    /// <param name="file">The file.</param>
    public static string ReferenceOf(StoredFileRow file) => $"{KindName}/{file.Id:N}";

    /// <inheritdoc/>
    public async Task<FileContent?> OpenAsync(string id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var file) && await files.OpenAsync(file, cancellationToken) is var (row, content) ? new FileContent(content, row.Size, row.Name) : null;
}
