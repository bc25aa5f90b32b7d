using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>Takes activities: token, then mapper and inbox, then the acknowledgement.</summary>
/// <param name="options">The settings.</param>
/// <param name="validator">Checks the token.</param>
/// <param name="mapper">Makes neutral events.</param>
/// <param name="inbox">Stores them.</param>
internal sealed class TeamsEndpoint(TeamsOptions options, TeamsTokenValidator validator, TeamsActivityMapper mapper, IInbox inbox)
{
    private const int LargestBody = 1024 * 1024;
    private const long LargestDrained = 64L * 1024 * 1024;

    /// <summary>Handles POST /api/messages.</summary>
    /// <param name="context">The request.</param>
    public async Task HandleAsync(HttpContext context)
    {
        // A web page elsewhere can make a browser post plain text or a form to this machine without asking first, but not JSON.
        if (!IsJson(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (await BodyAsync(context.Request) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var activity = LooseJson.Parse(body);
        var status = await AuthoriseAsync(context, activity ?? default);
        if (status != StatusCodes.Status200OK)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (activity is not { } known || known.Text("type") is not { } type)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var isCardAction = type == "invoke" && known.Text("name") == "adaptiveCard/action";
        var isFileConsent = type == "invoke" && known.Text("name") == TeamsActivityMapper.FileConsent;
        if (type == "invoke" && !isCardAction && !isFileConsent)
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        if (isCardAction && known.At("value").At("action").ValueKind != JsonValueKind.Object)
        {
            await AnswerInvokeAsync(context, StatusCodes.Status400BadRequest, "application/vnd.microsoft.error", new { code = "BadRequest", message = "The button's data is missing." });
            return;
        }

        // The work must not depend on Teams keeping the connection open.
        if (mapper.Map(known) is { } incoming) await inbox.AddAsync(incoming, CancellationToken.None);
        if (isCardAction) await AnswerInvokeAsync(context, StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", "One moment…");
    }

    private async Task<int> AuthoriseAsync(HttpContext context, JsonElement activity)
    {
        if (options.AppId is null)
        {
            var local = LocalCaller.Is(context) && Uri.TryCreate(activity.Text("serviceUrl"), UriKind.Absolute, out var url) && url.IsLoopback;
            return options.AllowAnonymousEmulator && local ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        }

        var serviceUrl = activity.Text("serviceUrl");
        var status = await validator.ValidateAsync(context.Request.Headers.Authorization, activity.Text("channelId"), serviceUrl, context.RequestAborted);

        // A token that is right for a body that is none: say that the body is wrong.
        if (status == StatusCodes.Status403Forbidden && activity.ValueKind == JsonValueKind.Undefined) return StatusCodes.Status400BadRequest;
        if (status != StatusCodes.Status200OK) return status;
        return Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && options.IsAllowed(address) ? status : StatusCodes.Status403Forbidden;
    }

    private static Task AnswerInvokeAsync(HttpContext context, int statusCode, string type, object value)
    {
        context.Response.StatusCode = statusCode;
        return context.Response.WriteAsJsonAsync(new { statusCode, type, value }, context.RequestAborted);
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        // A refused body is thrown away by the server, so that the sender sees the refusal instead of a broken connection.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestDrained;
        if (request.ContentLength > LargestBody) return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (bytes.Length + read > LargestBody) return null;
            bytes.Write(buffer.AsSpan(0, read));
        }

        return bytes.ToArray();
    }
}
