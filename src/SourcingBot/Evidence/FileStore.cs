using System.Security.Cryptography;
using SourcingBot.Data;

namespace SourcingBot.Evidence;

/// <summary>
/// Keeps the bytes of files, each under an id of our own in its team's folder. Bytes are written under a temporary name, hashed on the
/// way, synced to the disk and then named; a row tells of them afterwards. Nothing is ever opened or run.
/// </summary>
/// <param name="options">Where, and how large.</param>
/// <param name="time">Measures silence.</param>
public sealed class FileStore(EvidenceOptions options, TimeProvider time)
{
    /// <summary>The ending of bytes that are being written.</summary>
    internal const string Unfinished = ".part";

    private const int BufferSize = 128 * 1024;

    /// <summary>Stores a stream.</summary>
    /// <param name="team">Whose it is.</param>
    /// <param name="content">The bytes; read once, to their end or to the first byte too many.</param>
    /// <param name="most">The most bytes; nothing is kept of more.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is kept then.</param>
    /// <exception cref="IOException">The disk does not take the bytes.</exception>
    public async Task<Storing> StoreAsync(TeamId team, Stream content, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var id = Guid.CreateVersion7();
        var path = PathOf(team, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var storing = await WriteAsync(id, path + Unfinished, content, most, cancellationToken);
            if (storing is Storing.Kept) Name(path);
            return storing;
        }
        finally
        {
            File.Delete(path + Unfinished);
        }
    }

    /// <summary>Opens stored bytes for reading; null where there are none.</summary>
    /// <param name="team">Whose they are.</param>
    /// <param name="id">Their id.</param>
    public Stream? Open(TeamId team, Guid id)
    {
        try
        {
            return new FileStream(PathOf(team, id), new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes bytes; those that are gone already are no fault.</summary>
    /// <param name="team">Whose they are.</param>
    /// <param name="id">Their id.</param>
    public void Delete(TeamId team, Guid id)
    {
        if (Directory.Exists(FolderOf(team))) File.Delete(PathOf(team, id));
    }

    private string FolderOf(TeamId team) => Path.Combine(options.Root, team.Value.ToString("N"));

    private string PathOf(TeamId team, Guid id) => Path.Combine(FolderOf(team), id.ToString("N"));

    private async Task<Storing> WriteAsync(Guid id, string path, Stream content, long most, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, Creation());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var limit = new CancellationTokenSource(options.LongestDownload, time);
        await using var ends = limit.Token.Register(whole.Cancel);
        var head = new byte[FileSniffer.HeadLength];
        var buffer = new byte[BufferSize];
        long size = 0;
        while (await ReadAsync(content, buffer, whole.Token, cancellationToken) is var read)
        {
            if (read is not { } count) return new Storing.Broken();
            if (count == 0) break;
            if (size + count > most) return new Storing.TooLarge();
            if (size < head.Length) buffer.AsSpan(0, (int)Math.Min(count, head.Length - size)).CopyTo(head.AsSpan((int)size));
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            size += count;
        }

        if (size == 0) return new Storing.Empty();
        await file.FlushAsync(cancellationToken);
        var kind = FileSniffer.KindOf(head.AsSpan(0, (int)Math.Min(size, head.Length)));
        if (kind == FileKind.Zip) kind = ZipDirectory.KindOf(file);
        file.Flush(flushToDisk: true);
        return new Storing.Kept(new StoredBytes(id, size, Convert.ToHexStringLower(hash.GetHashAndReset()), kind));
    }

    /// <summary>How many bytes came; null where the sender broke off or fell silent.</summary>
    private async Task<int?> ReadAsync(Stream content, byte[] buffer, CancellationToken whole, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(options.LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, whole);
        try
        {
            return await content.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Names the bytes for good. Syncing them once more under the new name writes the name itself on file systems with a journal, whose own folders cannot be synced from here.</summary>
    private static void Name(string path)
    {
        File.Move(path + Unfinished, path);
        using var named = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(named);
    }

    /// <summary>Only the program's own user reads and writes it.</summary>
    private static FileStreamOptions Creation()
    {
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return creation;
    }
}
