using System.Text;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>Opens the bytes of a file that is kept for a case; null where they are no longer there.</summary>
/// <param name="file">The file.</param>
/// <param name="cancellationToken">Ends the work.</param>
public delegate Task<Stream?> OpenExhibit(ExhibitFile file, CancellationToken cancellationToken);

/// <summary>What became of a pack.</summary>
/// <param name="Exhibits">How many exhibits are in it.</param>
/// <param name="Warnings">What the buyer should know before sending it, a sentence or two each; they stand in the pack too.</param>
public sealed record PackReport(int Exhibits, IReadOnlyList<string> Warnings);

/// <summary>Writes a case's evidence pack: one ZIP with the claim statement, the timeline, the index of exhibits, the exhibits and a text for the form.</summary>
public static class EvidencePack
{
    private const int BufferSize = 81_920;

    /// <summary>
    /// Writes the pack. The same case file gives the same bytes. Files pass through in pieces; a file whose bytes are gone or are no longer
    /// those that came in is left out, and the index says so.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="zip">Where it goes: seekable and empty. It stays open.</param>
    /// <param name="openFile">Opens a file's bytes; called twice for each.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The stream cannot seek, or an exhibit's number stands twice.</exception>
    /// <exception cref="IOException">The stream cannot be written, or a file changed while it was packed. What was written is of no use.</exception>
    public static async Task<PackReport> WriteAsync(CaseFile file, Stream zip, OpenExhibit openFile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(openFile);
        if (!zip.CanSeek) throw new ArgumentException("A pack needs a stream that can seek.", nameof(zip));

        var rules = UploadRules.BuiltIn;
        var exhibits = PackPlan.Of(file, await LeftOutAsync(file, openFile, cancellationToken), rules);
        var formText = FormText.Of(file, exhibits);
        var warnings = SendNotes.Warnings(file, exhibits, formText, rules);

        await using var pack = await FixedZip.CreateAsync(zip, file.Changed, cancellationToken);
        await pack.AddAsync("1-claim-statement.docx", await ClaimStatement.WriteAsync(file, cancellationToken), cancellationToken);
        await pack.AddAsync("2-timeline.docx", await TimelineDocument.WriteAsync(file, cancellationToken), cancellationToken);
        await pack.AddAsync("3-exhibits.docx", await ExhibitIndex.WriteAsync(file, exhibits, cancellationToken), cancellationToken);
        await pack.AddAsync("before-you-send.txt", Encoding.UTF8.GetBytes(SendNotes.Of(file, warnings, rules)), cancellationToken);
        foreach (var exhibit in exhibits.Where(e => e.Path is not null)) await AddAsync(pack, file, exhibit, openFile, cancellationToken);
        await pack.AddAsync("paste-into-the-form.txt", Encoding.UTF8.GetBytes(formText), cancellationToken);

        // As `sha256sum -c` reads it, so without '\r'.
        await pack.AddAsync("sha256sums.txt", Encoding.UTF8.GetBytes(string.Concat(pack.Files.Select(f => $"{f.Sha256}  {f.Path}\n"))), cancellationToken);
        return Report(exhibits, warnings);
    }

    /// <summary>What there is to know of a pack before it is written; that a file's bytes are gone or changed shows only then. Pure.</summary>
    /// <param name="file">The case.</param>
    /// <exception cref="ArgumentException">An exhibit's number stands twice.</exception>
    public static PackReport Foresee(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var exhibits = PackPlan.Of(file, new Dictionary<int, string>(), UploadRules.BuiltIn);
        return Report(exhibits, SendNotes.Warnings(file, exhibits, FormText.Of(file, exhibits), UploadRules.BuiltIn));
    }

    private static PackReport Report(IReadOnlyList<PackedExhibit> exhibits, IReadOnlyList<string> warnings) =>
        new(exhibits.Count(e => e.LeftOut is null && e.Exhibit.Content is not ExhibitMissing), warnings);

    private static Task AddAsync(FixedZip pack, CaseFile file, PackedExhibit packed, OpenExhibit openFile, CancellationToken cancellationToken)
    {
        if (packed.Exhibit.Content is ExhibitText text) return AddTextAsync();
        var given = (ExhibitFile)packed.Exhibit.Content;
        return packed.Inside is { } name ? pack.AddZippedAsync(packed.Path!, name, CopyAsync, cancellationToken) : pack.AddAsync(packed.Path!, CopyAsync, cancellationToken);

        async Task AddTextAsync() => await pack.AddAsync(packed.Path!, await TextExhibit.WriteAsync(file, packed.Exhibit, text, cancellationToken), cancellationToken);

        async Task CopyAsync(Stream to)
        {
            await using var from = await openFile(given, cancellationToken) ?? throw Changed();
            await using var hashing = new HashingStream(to);
            await CopyAtMostAsync(from, hashing, given.Size, cancellationToken);
            if (!given.Sha256.Equals(hashing.Sha256(), StringComparison.OrdinalIgnoreCase)) throw Changed();
        }

        IOException Changed() => new($"The file of exhibit {packed.Exhibit.Label} changed while it was packed.");
    }

    // The documents stand before the exhibits in the pack and say what was left out, so every file is read once before anything is written.
    private static async Task<Dictionary<int, string>> LeftOutAsync(CaseFile file, OpenExhibit openFile, CancellationToken cancellationToken)
    {
        var leftOut = new Dictionary<int, string>();
        foreach (var exhibit in file.Exhibits)
        {
            if (exhibit.Content is not ExhibitFile given) continue;
            await using var from = await openFile(given, cancellationToken);
            if (from is null)
            {
                leftOut[exhibit.Number] = Words.PackGone;
                continue;
            }

            await using var hashing = new HashingStream(Stream.Null);
            await CopyAtMostAsync(from, hashing, given.Size, cancellationToken);
            if (!given.Sha256.Equals(hashing.Sha256(), StringComparison.OrdinalIgnoreCase)) leftOut[exhibit.Number] = Words.PackChanged;
        }

        return leftOut;
    }

    // One byte more than the file had is enough to know that it is another file; nobody waits for the end of an endless one.
    private static async Task CopyAtMostAsync(Stream from, Stream to, long size, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        for (var left = size + 1; left > 0;)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, BufferSize)), cancellationToken);
            if (read == 0) return;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            left -= read;
        }
    }
}
