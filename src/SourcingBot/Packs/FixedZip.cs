using System.IO.Compression;
using NodaTime;

namespace SourcingBot.Packs;

/// <summary>A file in a pack, and what its bytes come to.</summary>
/// <param name="Path">Its path with '/'.</param>
/// <param name="Sha256">In hexadecimal, lower case.</param>
internal readonly record struct PackedFile(string Path, string Sha256);

/// <summary>Writes a ZIP whose bytes depend on nothing but what goes in: one time for all, nothing compressed, the order of the calls.</summary>
internal sealed class FixedZip : IAsyncDisposable
{
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _time;
    private readonly List<PackedFile> _files = [];

    private FixedZip(ZipArchive zip, Instant time) => (_zip, _time) = (zip, DosTime(time));

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<PackedFile> Files => _files;

    /// <summary>Starts a ZIP.</summary>
    /// <param name="to">Where it goes: seekable, so that sizes stand in front of the bytes, which some programs need. It stays open.</param>
    /// <param name="time">The time of all entries.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<FixedZip> CreateAsync(Stream to, Instant time, CancellationToken cancellationToken) =>
        new(await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken), time);

    /// <summary>Writes an entry.</summary>
    /// <param name="path">Its path with '/'.</param>
    /// <param name="write">Writes its bytes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AddAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = _time;
        await using var stream = await entry.OpenAsync(cancellationToken);
        await using var hashing = new HashingStream(stream);
        await write(hashing);
        _files.Add(new PackedFile(path, hashing.Sha256()));
    }

    /// <summary>Writes an entry whose bytes are at hand.</summary>
    /// <param name="path">Its path with '/'.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task AddAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        AddAsync(path, stream => stream.WriteAsync(bytes, cancellationToken).AsTask(), cancellationToken);

    /// <summary>Writes an entry that is a ZIP of its own with one compressed file.</summary>
    /// <param name="path">Its path with '/'.</param>
    /// <param name="name">The name of the file inside.</param>
    /// <param name="write">Writes the bytes of the file inside.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task AddZippedAsync(string path, string name, Func<Stream, Task> write, CancellationToken cancellationToken) => AddAsync(path, async stream =>
    {
        // The stream cannot seek, so sizes follow the bytes; every program reads that where the entry is compressed.
        await using var inner = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var entry = inner.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _time;
        await using var into = await entry.OpenAsync(cancellationToken);
        await write(into);
    }, cancellationToken);

    /// <summary>Writes the directory at the end.</summary>
    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    // A ZIP knows the years 1980 to 2107, in steps of two seconds and without a zone; UTC is taken.
    private static DateTimeOffset DosTime(Instant time)
    {
        var least = Instant.FromUtc(1980, 1, 1, 0, 0);
        var most = Instant.FromUtc(2107, 12, 31, 0, 0);
        return (time < least ? least : time > most ? most : time).ToDateTimeOffset();
    }
}
