using System.Globalization;
using System.Net;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Sends a file: asks for an address, puts the bytes there, and shares the file with its words.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="api">Calls Slack.</param>
/// <param name="options">The settings.</param>
internal sealed class SlackFileSender(IHttpClientFactory clients, SlackWebApi api, SlackOptions options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "slack-upload";

    /// <summary>Sends the file of a message.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="thread">The thread's time stamp, or null.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What went wrong; null where nothing did.</returns>
    public async Task<SendResult?> SendAsync(Delivery delivery, string channel, string? thread, CancellationToken cancellationToken)
    {
        await using var file = delivery.OpenFile is { } open ? await open(cancellationToken) : null;
        if (file is null) return new SendResult.Rejected("no-file");
        var asked = await api.CallWithFormAsync(
            "files.getUploadURLExternal", [("filename", delivery.Message.File!.Name), ("length", file.Length.ToString(CultureInfo.InvariantCulture))], cancellationToken);
        if (asked.Failure is { } failure) return Surely(failure);
        if (!Uri.TryCreate(asked.Answer.Text("upload_url"), UriKind.Absolute, out var address) || !options.IsFileUrl(address) || asked.Answer.Text("file_id") is not { } id)
            return new SendResult.Rejected("upload-address");
        if (await UploadAsync(address, file, cancellationToken) is { } notTaken) return notTaken;

        // Only this call shows the file to people.
        var shared = await api.CallWithFormAsync(
            "files.completeUploadExternal",
            [
                ("files", JsonSerializer.Serialize(new[] { new { id, title = delivery.Message.File.Name } })),
                ("channel_id", channel),
                ("thread_ts", thread),
                ("initial_comment", SlackText.Escape(SlackLimits.Cut(delivery.Message.Text, SlackLimits.Text))),
            ],
            cancellationToken);
        return shared.Failure;
    }

    /// <summary>Puts the bytes where Slack wants them; the address is the permission, no token goes with them.</summary>
    private async Task<SendResult?> UploadAsync(Uri address, FileContent file, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StreamContent(file.Content);
            content.Headers.ContentType = new("application/octet-stream");
            content.Headers.ContentLength = file.Length;
            using var client = clients.CreateClient(Client);
            using var response = await client.PostAsync(address, content, cancellationToken);
            var reason = "upload-" + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => null,
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

    /// <summary>Before the file is shared nobody can have seen it, however the call ended.</summary>
    private static SendResult Surely(SendResult failure) => failure is SendResult.RetryAfter later ? later with { InDoubt = false } : failure;
}
