using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NodaTime;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Takes Slack's requests over HTTP: raw bytes, signature, then the same mapper and inbox as Socket Mode.</summary>
/// <param name="options">The settings.</param>
/// <param name="notices">Takes what is told to the app itself.</param>
/// <param name="mapper">Makes neutral events.</param>
/// <param name="inbox">Stores them before the acknowledgement.</param>
/// <param name="clock">The time, for signatures.</param>
internal sealed class SlackEndpoints(SlackOptions options, SlackNotices notices, SlackEventMapper mapper, IInbox inbox, IClock clock)
{
    /// <summary>Slack's payloads stay far below.</summary>
    private const int LargestBody = 1024 * 1024;

    /// <summary>Of a body that is refused, so much is thrown away before the connection is cut.</summary>
    private const long LargestDrained = 64L * 1024 * 1024;

    /// <summary>Maps the three paths.</summary>
    /// <param name="endpoints">The program's routes.</param>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/slack/events", context => HandleAsync(context, "application/json", EventsAsync));
        endpoints.MapPost("/slack/commands", context => HandleAsync(context, "application/x-www-form-urlencoded", CommandsAsync));
        endpoints.MapPost("/slack/interactions", context => HandleAsync(context, "application/x-www-form-urlencoded", InteractionsAsync));
    }

    private async Task HandleAsync(HttpContext context, string mediaType, Func<HttpContext, byte[], Task> handle)
    {
        if (options.SigningSecret is not { } secret)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync("Slack over HTTP is off here. Set Slack:SigningSecret and Slack:BotToken.");
            return;
        }

        if (await BodyAsync(context.Request) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        // Slack checks certificates without signing; nothing else in such a request is looked at.
        if (IsForm(context.Request) && Form(body)("ssl_check") == "1")
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return;
        }

        var headers = context.Request.Headers;
        if (!SlackSignature.Verify(secret, headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"], body, clock.GetCurrentInstant()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        await handle(context, body);
    }

    private async Task EventsAsync(HttpContext context, byte[] body)
    {
        if (LooseJson.Parse(body) is not { } payload)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (payload.Text("type") == "url_verification")
        {
            await context.Response.WriteAsJsonAsync(new { challenge = payload.Text("challenge") ?? string.Empty }, context.RequestAborted);
        }
        else
        {
            notices.See(payload);
            if (mapper.Event(payload) is { } incoming) await inbox.AddAsync(incoming, CancellationToken.None);
        }
    }

    private async Task CommandsAsync(HttpContext context, byte[] body)
    {
        if (mapper.Command(Form(body)) is { } incoming) await inbox.AddAsync(incoming, CancellationToken.None);
        else context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private async Task InteractionsAsync(HttpContext context, byte[] body)
    {
        if (Form(body)("payload") is not { } json || LooseJson.Parse(System.Text.Encoding.UTF8.GetBytes(json)) is not { } payload)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (payload.Text("type") == "block_suggestion")
        {
            await context.Response.WriteAsJsonAsync(new { options = Array.Empty<JsonElement>() }, context.RequestAborted);
        }
        else if (mapper.Interaction(payload) is { } incoming)
        {
            await inbox.AddAsync(incoming, CancellationToken.None);
        }
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static Func<string, string?> Form(byte[] body)
    {
        var fields = QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body));
        return name => fields.TryGetValue(name, out var values) ? values.ToString() : null;
    }

    /// <summary>The raw bytes, or null where there are too many; then the rest is not read.</summary>
    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        // A refused body is thrown away by the server, so that the sender sees the refusal instead of a broken connection.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestDrained;
        if (request.ContentLength > LargestBody) return null;
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
            {
                if (bytes.Length + read > LargestBody) return null;
                bytes.Write(buffer.AsSpan(0, read));
            }
        }
        catch (BadHttpRequestException)
        {
            return null;
        }

        return bytes.ToArray();
    }
}
