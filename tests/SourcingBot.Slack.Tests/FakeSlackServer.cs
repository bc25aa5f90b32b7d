using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SourcingBot.Slack.Tests;

/// <summary>Slack's Web API on this machine, for the program as a process of its own.</summary>
internal sealed class FakeSlackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeSlackServer(WebApplication app, Func<string, Dictionary<string, JsonElement>, Task<object?>> answer, Func<string, byte[]>? files)
    {
        _app = app;
        if (files is not null) _app.MapGet("/files/{name}", (HttpContext context, string name) => context.Request.Headers.Authorization == "Bearer xoxb-test" ? Results.Bytes(files(name)) : Results.NotFound());
        _app.MapPost("/api/{method}", async (HttpContext context, string method) =>
        {
            if (await answer(method, await ArgumentsAsync(context.Request)) is { } body) await context.Response.WriteAsJsonAsync(body);
            else context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        });
    }

    /// <summary>The base of the API.</summary>
    public string Api { get; private set; } = null!;

    /// <summary>Where files lie.</summary>
    public string Files { get; private set; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="answer">Answers a method with its arguments; null where nobody foresaw the call.</param>
    /// <param name="files">The bytes of a file that somebody sent, by its name; given to who has the bot's token.</param>
    public static async Task<FakeSlackServer> StartAsync(Func<string, Dictionary<string, JsonElement>, Task<object?>> answer, Func<string, byte[]>? files = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var fake = new FakeSlackServer(builder.Build(), answer, files);
        await fake._app.StartAsync();
        fake.Api = fake._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/api/";
        fake.Files = fake.Api.Replace("/api/", "/files/", StringComparison.Ordinal);
        return fake;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Methods that write take JSON, those that read take a form.</summary>
    private static async Task<Dictionary<string, JsonElement>> ArgumentsAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return (await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(request.Body))!;
        var form = await request.ReadFormAsync();
        return form.ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value.ToString()), StringComparer.Ordinal);
    }
}
