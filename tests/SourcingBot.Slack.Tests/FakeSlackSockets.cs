using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SourcingBot.Slack.Tests;

/// <summary>Slack's side of Socket Mode on this machine: takes sockets, greets, sends envelopes and reads acknowledgements.</summary>
internal sealed class FakeSlackSockets : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<FakeSocket> _opened = Channel.CreateUnbounded<FakeSocket>();

    private FakeSlackSockets(WebApplication app) => _app = app;

    /// <summary>Whether the next sockets are cut before they are greeted.</summary>
    public bool CutsAtOnce { get; set; }

    /// <summary>What apps.connections.open gives.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<FakeSlackSockets> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var fake = new FakeSlackSockets(builder.Build());
        fake._app.UseWebSockets();
        fake._app.Map("/link", fake.TakeAsync);
        await fake._app.StartAsync();
        var address = fake._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        fake.Address = new Uri(address.Replace("http://", "ws://", StringComparison.Ordinal) + "/link/?ticket=once");
        return fake;
    }

    /// <summary>The next socket that the program opens, greeted.</summary>
    public async Task<FakeSocket> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _opened.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var fake = new FakeSocket(socket, context);
        if (CutsAtOnce)
        {
            _opened.Writer.TryWrite(fake);
            fake.Cut();
            return;
        }

        await fake.SendAsync(new { type = "hello", num_connections = 1, connection_info = new { app_id = "A1" } });
        _opened.Writer.TryWrite(fake);
        await fake.ReadAsync();
    }
}

/// <summary>One socket, seen from Slack's side.</summary>
internal sealed class FakeSocket(WebSocket socket, HttpContext context)
{
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    /// <summary>When it was opened, before it was greeted or cut; a <see cref="Stopwatch"/> timestamp.</summary>
    public long OpenedAt { get; } = Stopwatch.GetTimestamp();

    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sends an envelope whose payload is given as JSON.</summary>
    public async Task SendEnvelopeAsync(string id, string type, string payload, int retry = 0)
    {
        using var document = JsonDocument.Parse(payload);
        await SendAsync(new
        {
            envelope_id = id,
            type,
            accepts_response_payload = type != "events_api",
            retry_attempt = retry,
            retry_reason = retry > 0 ? "timeout" : string.Empty,
            payload = document.RootElement,
        });
    }

    public Task SendAsync(object frame) => SendAsync(JsonSerializer.Serialize(frame));

    public Task SendAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next frame that the program sends.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _received.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The envelope that the program acknowledges next.</summary>
    public async Task<string?> AcknowledgedAsync() => (await NextAsync()).GetProperty("envelope_id").GetString();

    /// <summary>Closes as Slack does after it announced it, and waits for the program's side to close as well.</summary>
    public async Task CloseAsync()
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Cuts the line without a word.</summary>
    public void Cut() => context.Abort();

    public async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
                _received.Writer.TryWrite(JsonDocument.Parse(buffer.AsMemory(0, part.Count)).RootElement.Clone());
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // Cut.
        }

        _closed.TrySetResult();
    }
}
