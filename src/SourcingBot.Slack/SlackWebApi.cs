using System.Net.Http.Headers;
using System.Text.Json;
using SourcingBot.Chat;

namespace SourcingBot.Slack;

/// <summary>Calls Slack's Web API and response URLs.</summary>
/// <param name="clients">Makes the client.</param>
/// <param name="options">The settings.</param>
/// <param name="standing">Is told when Slack refuses the bot itself.</param>
internal sealed class SlackWebApi(IHttpClientFactory clients, SlackOptions options, SlackStanding standing)
{
    /// <summary>The name of the client.</summary>
    public const string Client = "slack";

    /// <summary>Calls a method that writes, with the bot's token.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<SlackApiResult> CallAsync(string method, object arguments, CancellationToken cancellationToken)
    {
        var result = await PostAsync(new Uri(options.ApiBaseUrl, method), options.BotToken, Json(arguments), cancellationToken);
        if (result.Failure is SendResult.Paused) standing.Refused(method, result.Answer);
        return result;
    }

    /// <summary>
    /// Calls a method that reads, with the bot's token; these methods take forms alone. A scope that is missing is no trouble:
    /// the bot does without what it may not read.
    /// </summary>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">Its arguments; those without a value are left out.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<SlackApiResult> ReadAsync(string method, IEnumerable<(string Name, string? Value)> arguments, CancellationToken cancellationToken)
    {
        var form = new FormUrlEncodedContent(arguments.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!)));
        var result = await PostAsync(new Uri(options.ApiBaseUrl, method), options.BotToken, form, cancellationToken);
        if (result.Failure is SendResult.Paused { Reason: not SlackStanding.MissingScope }) standing.Refused(method, result.Answer);
        return result;
    }

    /// <summary>Calls a method that writes and takes a form alone, with the bot's token.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="arguments">Its arguments; those without a value are left out.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<SlackApiResult> CallWithFormAsync(string method, IEnumerable<(string Name, string? Value)> arguments, CancellationToken cancellationToken)
    {
        var form = new FormUrlEncodedContent(arguments.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, a.Value!)));
        var result = await PostAsync(new Uri(options.ApiBaseUrl, method), options.BotToken, form, cancellationToken);
        if (result.Failure is SendResult.Paused) standing.Refused(method, result.Answer);
        return result;
    }

    /// <summary>Calls a method with the app's token.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<SlackApiResult> CallAsAppAsync(string method, CancellationToken cancellationToken)
    {
        var result = await PostAsync(new Uri(options.ApiBaseUrl, method), options.AppToken, Json(new { }), cancellationToken);
        if (result.Failure is SendResult.Paused(var error)) standing.AppRefused(error);
        else if (result.Failure is null) standing.AppAccepted();
        return result;
    }

    /// <summary>Answers through a response URL that was checked before it was stored. It answers "ok" in words or JSON.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SlackApiResult> RespondAsync(string url, object message, CancellationToken cancellationToken) =>
        PostAsync(new Uri(url), null, Json(message), cancellationToken);

    private async Task<SlackApiResult> PostAsync(Uri address, string? token, HttpContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (token is null && response.IsSuccessStatusCode) return new SlackApiResult(default, null);
            return token is null && (int)response.StatusCode is >= 400 and < 500 and not 429
                ? new SlackApiResult(default, new SendResult.Rejected("response-url-" + (int)response.StatusCode))
                : SlackApiResult.Of(response, body);
        }
        catch (HttpRequestException fault)
        {
            return SlackApiResult.Later("connection", inDoubt: !WasNeverSent(fault.HttpRequestError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SlackApiResult.Later("timeout", inDoubt: true);
        }
    }

    private static bool WasNeverSent(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static ByteArrayContent Json(object content)
    {
        var json = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(content));
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return json;
    }
}
