using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Socket Mode: the same payloads as over HTTP, without a public address. A new socket is opened before the old one closes.</summary>
internal sealed partial class SlackSocket(SlackWebApi api, SlackOptions options, SlackEventMapper mapper, IInbox inbox, ILogger<SlackSocket> logger) : BackgroundService
{
    private const int LargestFrame = 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.AppToken is null) return;
        var wait = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
        {
            var replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var socket = await OpenAsync(stoppingToken);
            if (socket is null)
            {
                await Task.Delay(wait * (1 + (Random.Shared.NextDouble() / 4)), stoppingToken);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
                continue;
            }

            wait = TimeSpan.FromSeconds(1);
            var running = ListenAsync(socket, replaced, stoppingToken);

            // "disconnect" announces the end of the socket: the next one is opened while this one still delivers.
            await Task.WhenAny(running, replaced.Task);
        }
    }

    private async Task<ClientWebSocket?> OpenAsync(CancellationToken stoppingToken)
    {
        var opened = await api.CallAsAppAsync("apps.connections.open", stoppingToken);
        if (opened.Failure is { } failure)
        {
            NotOpened(failure.ToString());
            return null;
        }

        if (!Uri.TryCreate(opened.Answer.Text("url"), UriKind.Absolute, out var url) || (url.Scheme != "wss" && !url.IsLoopback)) return null;
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        try
        {
            await socket.ConnectAsync(url, stoppingToken);
            return socket;
        }
        catch (WebSocketException)
        {
            NotOpened("connection");
            socket.Dispose();
            return null;
        }
    }

    private async Task ListenAsync(ClientWebSocket socket, TaskCompletionSource replaced, CancellationToken stoppingToken)
    {
        using (socket)
        {
            try
            {
                while (await FrameAsync(socket, stoppingToken) is { } frame)
                {
                    if (LooseJson.Parse(frame) is not { } envelope) continue;
                    if (envelope.Text("type") == "disconnect") replaced.TrySetResult();
                    else if (envelope.Text("envelope_id") is { } id) await TakeAsync(socket, id, envelope, stoppingToken);
                }
            }
            catch (WebSocketException fault)
            {
                Closed(fault.WebSocketErrorCode);
            }
            catch (OperationCanceledException)
            {
                // The program stops; what was not acknowledged comes again.
            }
        }
    }

    /// <summary>Stores what an envelope brings, then acknowledges it on the same socket; what could not be stored comes again.</summary>
    private async Task TakeAsync(ClientWebSocket socket, string id, JsonElement envelope, CancellationToken stoppingToken)
    {
        var payload = envelope.At("payload");
        object acknowledgement = new { envelope_id = id };
        var incoming = envelope.Text("type") switch
        {
            "events_api" => mapper.Event(payload),
            "slash_commands" => mapper.Command(name => payload.Text(name)),
            "interactive" => mapper.Interaction(payload),
            _ => null,
        };
        if (payload.Text("type") == "block_suggestion") acknowledgement = new { envelope_id = id, payload = new { options = Array.Empty<string>() } };
        try
        {
            if (incoming is not null) await inbox.AddAsync(incoming, stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotStored(fault);
            return;
        }

        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement), WebSocketMessageType.Text, true, stoppingToken);
    }

    private static async Task<byte[]?> FrameAsync(ClientWebSocket socket, CancellationToken stoppingToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, stoppingToken);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (frame.Length + part.Count > LargestFrame) return null;
            frame.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage) return frame.ToArray();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's socket could not be opened: {Reason}")]
    private partial void NotOpened(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket closed ({Reason}) and is opened again.")]
    private partial void Closed(WebSocketError reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "An envelope could not be stored and was not acknowledged.")]
    private partial void NotStored(Exception fault);
}
