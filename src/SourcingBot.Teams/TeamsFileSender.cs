using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>
/// Hands files over as Teams wants it: in the personal chat the person is asked first, then the bytes go into that person's OneDrive and
/// a card shows them. In channels and groups a bot can give no file; a sentence says so.
/// </summary>
/// <param name="clients">Makes the client.</param>
/// <param name="options">The settings.</param>
internal sealed class TeamsFileSender(IHttpClientFactory clients, TeamsOptions options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "teams-upload";

    /// <summary>The activity that offers, shows or excuses the file, once all before it is done.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="isPersonal">Whether it goes to the personal chat.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The activity, or why it cannot be sent.</returns>
    public async Task<(Dictionary<string, object>? Activity, SendResult? Failure)> PrepareAsync(Delivery delivery, bool isPersonal, CancellationToken cancellationToken)
    {
        var file = delivery.Message.File!;
        if (!isPersonal) return (TeamsCards.Activity(new OutgoingMessage($"{delivery.Message.Text} {file.Otherwise}", null, delivery.Message.Audience), shorter: false), null);
        await using var content = delivery.OpenFile is { } open ? await open(cancellationToken) : null;
        if (content is null) return (null, new SendResult.Rejected("no-file"));
        if (file.Upload is null) return (Offer(delivery, file, content.Length), null);
        var upload = LooseJson.Parse(Encoding.UTF8.GetBytes(file.Upload)) ?? default;
        if (!Uri.TryCreate(upload.Text("uploadUrl"), UriKind.Absolute, out var address) || !options.IsFileUrl(address)) return (null, new SendResult.Rejected("upload-address"));
        return await UploadAsync(address, content, cancellationToken) is { } failure ? (null, failure) : (Shown(delivery, file, upload), null);
    }

    private static Dictionary<string, object> Offer(Delivery delivery, FileToSend file, long length) => With(delivery, new
    {
        contentType = "application/vnd.microsoft.teams.card.file.consent",
        name = file.Name,
        content = new
        {
            description = TeamsLimits.Cut(delivery.Message.Text, TeamsLimits.ShortText),
            sizeInBytes = length,
            acceptContext = new { offer = delivery.OutboxId.ToString("N") },
            declineContext = new { offer = delivery.OutboxId.ToString("N") },
        },
    });

    private static Dictionary<string, object> Shown(Delivery delivery, FileToSend file, JsonElement upload) => With(delivery, new
    {
        contentType = "application/vnd.microsoft.teams.card.file.info",
        contentUrl = upload.Text("contentUrl"),
        name = upload.Text("name") ?? file.Name,
        content = new { uniqueId = upload.Text("uniqueId"), fileType = upload.Text("fileType") },
    });

    private static Dictionary<string, object> With(Delivery delivery, object attachment) => new(StringComparer.Ordinal)
    {
        ["type"] = "message",
        ["textFormat"] = "plain",
        ["summary"] = TeamsLimits.Cut(delivery.Message.Text, TeamsLimits.ShortText),
        ["attachments"] = new[] { attachment },
    };

    /// <summary>Puts the bytes into the person's OneDrive; putting them there again replaces them. The address is the permission, no token goes with them.</summary>
    private async Task<SendResult?> UploadAsync(Uri address, FileContent file, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StreamContent(file.Content);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Headers.ContentLength = file.Length;
            content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Length - 1, file.Length);
            using var client = clients.CreateClient(Client);
            using var response = await client.PutAsync(address, content, cancellationToken);
            if (response.IsSuccessStatusCode) return null;
            var reason = "upload-" + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response.StatusCode switch
            {
                HttpStatusCode.TooManyRequests => new SendResult.RetryAfter(Duration.FromTimeSpan(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)), "429"),
                HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.RetryAfter(null, reason),
                _ => new SendResult.Rejected(reason),
            };
        }
        catch (HttpRequestException)
        {
            return new SendResult.RetryAfter(null, "connection");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.RetryAfter(null, "timeout");
        }
    }
}
