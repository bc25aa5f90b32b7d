using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Evidence;

namespace SourcingBot.Host.Pages;

/// <summary>
/// Takes the forms with files of a case. They are read as they come, file by file into the store, so that no size of the whole form
/// ends in a bare refusal: what is too large or empty is told with the answer, beside what was kept.
/// </summary>
internal static class CaseUploads
{
    private const int MostFiles = 20;
    private const int MostFields = 20;
    private const int LongestField = 512 * 1024;

    /// <summary>Maps <c>POST /cases/NAME/files</c>.</summary>
    /// <param name="app">The program.</param>
    public static IEndpointConventionBuilder MapCaseUploads(this WebApplication app) => app.MapPost("/cases/{id}/files", TakeAsync);

    private static async Task<IResult> TakeAsync(string id, HttpContext context, ICaseBoards boards, IAntiforgery antiforgery, FileRoom room, PageFiles files, Ask ask)
    {
        // The store ends a file that is too large; the rest of it is read and thrown away, so that the browser shows the answer.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await boards.FindAsync(id, context.RequestAborted) is not { } sheet) return Results.Redirect($"/cases/{Uri.EscapeDataString(id)}");
        try
        {
            var form = await ReadAsync(context, boundary.ToString(), antiforgery, files, await room.LeftAsync(context.RequestAborted));
            if (form is null) return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (form.Problem is { } problem)
            {
                files.Drop(form.Files);
                return Results.Text(problem, "text/plain; charset=utf-8", statusCode: form.HasTooMany ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status503ServiceUnavailable);
            }

            var about = CaseFields.FormOf(sheet, form.Field("Question"), form.Field("Verb"), form.Field("Shown"));
            return Results.Redirect(await ask.SendAsync(context, sheet.Line.Name, about, form.Field("Text") ?? string.Empty, form.Files, form.Field("Zone")));
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or DecoderFallbackException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Reads a form to its end; null where it is none of this page's. No byte of a file is kept before that is certain.</summary>
    private static async Task<UploadedForm?> ReadAsync(HttpContext context, string boundary, IAntiforgery antiforgery, PageFiles store, long room)
    {
        var reader = new MultipartReader(boundary, context.Request.Body);
        var form = new UploadedForm();
        var isOurs = false;
        while (await NextAsync(reader, context.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition) continue;
            if (!disposition.IsFileDisposition())
            {
                if (form.Fields.Count >= MostFields) return null;
                form.Fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await TextAsync(section.Body, context.RequestAborted);
                continue;
            }

            // The token stands before the files.
            isOurs = isOurs || await IsOursAsync(context, form, antiforgery);
            if (!isOurs) return null;
            if (form.Problem is not null) continue;
            if (form.Files.Count >= MostFiles)
            {
                form.HasTooMany = true;
                form.Problem = $"More than {MostFiles} files came at once, and nothing was kept. Go back and hand them in in two rounds.";
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(StringSegment.IsNullOrEmpty(disposition.FileNameStar) ? disposition.FileName : disposition.FileNameStar).ToString();
            var (file, problem) = await store.StoreAsync(name, section.ContentType, section.Body, room, context.RequestAborted);
            if (file is not null) form.Files.Add(file);
            if (PageFiles.Parse(file?.Source) is { } kept) room -= kept.Size;
            form.Problem ??= problem;
        }

        return isOurs || await IsOursAsync(context, form, antiforgery) ? form : null;
    }

    /// <summary>The next part; a form that breaks off is told from a disk that fails.</summary>
    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException fault)
        {
            throw new InvalidDataException("The form broke off.", fault);
        }
    }

    private static Task<bool> IsOursAsync(HttpContext context, UploadedForm form, IAntiforgery antiforgery)
    {
        context.Request.Form = new FormCollection(form.Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value), StringComparer.Ordinal));
        return antiforgery.IsRequestValidAsync(context);
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (text.Length + read > LongestField) throw new InvalidDataException("A field of the form is too long.");
            await text.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private sealed class UploadedForm
    {
        public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

        public List<AttachmentInfo> Files { get; } = [];

        public string? Problem { get; set; }

        public bool HasTooMany { get; set; }

        public string? Field(string name) => Fields.GetValueOrDefault(name);
    }
}
