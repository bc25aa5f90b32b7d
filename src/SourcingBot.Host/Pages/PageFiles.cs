using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;

namespace SourcingBot.Host.Pages;

/// <summary>Takes files from forms of the page.</summary>
public sealed class PageFiles
{
    /// <summary>The source of an attachment that arrived without a byte.</summary>
    private const string Empty = "\"empty\"";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly FileStore _store;
    private readonly FilesRoot _root;
    private readonly EvidenceOptions _options;

    /// <summary>Takes files into a store.</summary>
    /// <param name="store">Where bytes go.</param>
    /// <param name="root">Tells whether they may.</param>
    /// <param name="options">The limits.</param>
    internal PageFiles(FileStore store, FilesRoot root, EvidenceOptions options) => (_store, _root, _options) = (store, root, options);

    /// <summary>
    /// Stores an uploaded file before the message that it comes with goes into the inbox. A file that no message takes is cleaned up after
    /// a day. One that is empty or too large becomes an attachment without bytes: what is wrong with it is told with the answer, as in chat.
    /// </summary>
    /// <param name="name">Its name; from outside.</param>
    /// <param name="mediaType">What its sender says that it is, or null.</param>
    /// <param name="content">Its bytes, read once.</param>
    /// <param name="room">Bytes that the team may still store.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The attachment for the message, or a sentence for the person where no file can be kept just now.</returns>
    public async Task<(AttachmentInfo? Attachment, string? Problem)> StoreAsync(string? name, string? mediaType, Stream content, long room, CancellationToken cancellationToken)
    {
        var shown = FileNames.Shown(name);
        if (await _root.ProblemAsync(cancellationToken) is not null) return (null, TakenFile.Not(shown, NotKeptReason.Unreachable, _options).Words);
        var attachment = new AttachmentInfo(shown, mediaType, mediaType?.StartsWith("image/", StringComparison.Ordinal) == true);
        return await _store.StoreAsync(TeamId.Only, content, Math.Clamp(room, 0, _options.LargestFile), cancellationToken) switch
        {
            Storing.Kept(var bytes) => (attachment with { Source = JsonSerializer.Serialize(bytes, Web), Size = bytes.Size }, null),

            // The size tells what was too small, when the message is answered: the largest file, or the room that is left.
            Storing.TooLarge => (attachment with { Size = room < _options.LargestFile ? Math.Max(room, 0) + 1 : _options.LargestFile + 1 }, null),
            Storing.Empty => (attachment with { Source = Empty, Size = 0 }, null),
            _ => (null, TakenFile.Not(shown, NotKeptReason.Unreachable, _options).Words),
        };
    }

    /// <summary>Deletes the bytes of files that no message takes.</summary>
    /// <param name="attachments">What <see cref="StoreAsync"/> gave.</param>
    internal void Drop(IEnumerable<AttachmentInfo> attachments)
    {
        foreach (var attachment in attachments)
        {
            if (Parse(attachment.Source) is { } bytes) _store.Delete(TeamId.Only, bytes.Id);
        }
    }

    /// <summary>Whether an attachment of the page arrived without a byte.</summary>
    /// <param name="source">The attachment's source.</param>
    internal static bool IsEmpty(string? source) => source == Empty;

    /// <summary>The stored bytes that an attachment of the page names; null where it names none.</summary>
    /// <param name="source">The attachment's source.</param>
    internal static StoredBytes? Parse(string? source)
    {
        try
        {
            return source is null ? null : JsonSerializer.Deserialize<StoredBytes>(source, Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Gives files out: as a download that no browser shows or runs.</summary>
internal static class FileDownloads
{
    /// <summary>Maps <c>GET /files/ID</c> for stored files and <c>GET /files/KIND/ID</c> for whatever a source has.</summary>
    /// <param name="app">The program.</param>
    public static IEndpointConventionBuilder MapFiles(this WebApplication app)
    {
        var files = app.MapGroup("/files");
        files.MapGet("/{id:guid}", (Guid id, HttpContext context) => GiveAsync(context, $"{StoredFileSource.KindName}/{id:N}"));
        files.MapGet("/{kind}/{id}", (string kind, string id, HttpContext context) => GiveAsync(context, $"{kind}/{id}"));
        return files;
    }

    private static async Task<IResult> GiveAsync(HttpContext context, string reference)
    {
        if (await FileSources.OpenAsync(context.RequestServices, reference, context.RequestAborted) is not { } file) return Results.NotFound();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileNames.Shown(file.Name));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(file.Content, "application/octet-stream");
    }
}
