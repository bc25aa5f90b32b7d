using System.Net.Http.Headers;
using System.Text.Json;

namespace SourcingBot.Slack;

/// <summary>Calls Slack's Web API and response URLs.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="options">The settings.</param>
internal sealed class SlackWebApi(IHttpClientFactory clients, SlackOptions options)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "slack";

    /// <summary>Calls a method with the bot's token.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SlackApiResult> CallAsync(string method, object arguments, CancellationToken cancellationToken) =>
        PostAsync(new Uri(options.ApiBaseUrl, method), options.BotToken, arguments, cancellationToken);

    /// <summary>Calls a method with the app's token.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SlackApiResult> CallAsAppAsync(string method, CancellationToken cancellationToken) =>
        PostAsync(new Uri(options.ApiBaseUrl, method), options.AppToken, new { }, cancellationToken);

    /// <summary>Answers through a response URL that was checked before it was stored. It answers "ok" in words or JSON.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SlackApiResult> RespondAsync(string url, object message, CancellationToken cancellationToken) =>
        PostAsync(new Uri(url), null, message, cancellationToken);

    private async Task<SlackApiResult> PostAsync(Uri address, string? token, object content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(content));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (token is null && response.IsSuccessStatusCode) return new SlackApiResult(default, null);
            return token is null && (int)response.StatusCode is >= 400 and < 500 and not 429
                ? new SlackApiResult(default, new Chat.SendResult.Rejected("response-url-" + (int)response.StatusCode))
                : SlackApiResult.Of(response, body);
        }
        catch (HttpRequestException)
        {
            return SlackApiResult.Later("connection");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SlackApiResult.Later("timeout");
        }
    }
}
