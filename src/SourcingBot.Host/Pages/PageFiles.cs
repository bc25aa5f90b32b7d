using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;

namespace SourcingBot.Host.Pages;

/// <summary>Takes files from forms of the page and gives files out. Give an upload's page model <c>[RequestFormLimits(MultipartBodyLengthLimit = PageFiles.LargestForm)]</c>.</summary>
public sealed class PageFiles
{
    /// <summary>The largest form with a file, in bytes.</summary>
    public const long LargestForm = 120L * 1024 * 1024;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly FileStore _store;
    private readonly FilesRoot _root;
    private readonly EvidenceOptions _options;

    /// <summary>Takes files into a store.</summary>
    /// <param name="store">Where bytes go.</param>
    /// <param name="root">Tells whether they may.</param>
    /// <param name="options">The limits.</param>
    internal PageFiles(FileStore store, FilesRoot root, EvidenceOptions options) => (_store, _root, _options) = (store, root, options);

    /// <summary>Stores an uploaded file before the message that it comes with goes into the inbox. A file that no message takes is cleaned up after a day.</summary>
    /// <param name="file">The file of the form.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The attachment for the message, or a sentence for the person where it cannot be kept.</returns>
    public async Task<(AttachmentInfo? Attachment, string? Problem)> StoreAsync(IFormFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var name = FileNames.Shown(file.FileName);
        if (await _root.ProblemAsync(cancellationToken) is not null) return (null, TakenFile.Not(name, NotKeptReason.Unreachable, _options).Words);
        await using var content = file.OpenReadStream();
        var storing = await _store.StoreAsync(TeamId.Only, content, _options.LargestFile, cancellationToken);
        return storing switch
        {
            Storing.Kept(var bytes) => (new AttachmentInfo(name, file.ContentType, file.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true, JsonSerializer.Serialize(bytes, Web), bytes.Size), null),
            Storing.TooLarge => (null, TakenFile.Not(name, NotKeptReason.TooLarge, _options).Words),
            Storing.Empty => (null, TakenFile.Not(name, NotKeptReason.Empty, _options).Words),
            _ => (null, TakenFile.Not(name, NotKeptReason.Unreachable, _options).Words),
        };
    }

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
