using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>Calls the Bot Connector that an activity named, after its address was checked.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="options">The settings.</param>
/// <param name="token">The bot's token.</param>
internal sealed class ConnectorClient(IHttpClientFactory clients, TeamsOptions options, BotToken token)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "teams-connector";

    /// <summary>Calls the connector.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="serviceUrl">The connector's address as the conversation keeps it.</param>
    /// <param name="path">The path below it, its ids escaped.</param>
    /// <param name="content">The body.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, or what went wrong.</returns>
    public async Task<(JsonElement Answer, SendResult? Failure)> CallAsync(
        HttpMethod method, string? serviceUrl, string path, object content, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) || !IsAllowed(address)) return (default, new SendResult.Rejected("service-url"));
        var result = await SendAsync(method, address, path, content, cancellationToken);
        if (result.Status != HttpStatusCode.Unauthorized) return (result.Answer, result.Failure);

        // The token may have been revoked early; a fresh one is tried once.
        token.Forget();
        result = await SendAsync(method, address, path, content, cancellationToken);
        return (result.Answer, result.Failure);
    }

    private bool IsAllowed(Uri address) => options.IsAllowed(address) || (!options.IsConfigured && options.AllowAnonymousEmulator && address.IsLoopback);

    private async Task<(HttpStatusCode? Status, JsonElement Answer, SendResult? Failure)> SendAsync(
        HttpMethod method, Uri serviceUrl, string path, object content, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(serviceUrl.ToString().TrimEnd('/') + "/" + path));
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(content));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            if (options.IsConfigured)
            {
                if (await token.GetAsync(cancellationToken) is not { } bearer) return (null, default, new SendResult.RetryAfter(null, "no-token"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            }

            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellationToken);
            var answer = LooseJson.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)) ?? default;
            return (response.StatusCode, answer, FailureOf(response));
        }
        catch (HttpRequestException)
        {
            return (null, default, new SendResult.RetryAfter(null, "connection"));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, default, new SendResult.RetryAfter(null, "timeout"));
        }
    }

    private static SendResult? FailureOf(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode) return null;
        var reason = "http-" + (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SendResult.RetryAfter(Duration.FromTimeSpan(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)), "429"),
            HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError => new SendResult.RetryAfter(null, reason),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new SendResult.Gone(reason),
            _ => new SendResult.Rejected(reason),
        };
    }
}
