using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>One socket of Socket Mode, from its hello to its end.</summary>
/// <param name="socket">The connected socket; disposed of when it has ended.</param>
/// <param name="notices">Takes what is told to the app itself.</param>
/// <param name="mapper">Makes neutral events.</param>
/// <param name="inbox">Stores them before the acknowledgement.</param>
/// <param name="logger">Where faults go; never the words of a message.</param>
internal sealed partial class SlackSocketConnection(ClientWebSocket socket, SlackNotices notices, SlackEventMapper mapper, IInbox inbox, ILogger logger) : IDisposable
{
    private const int LargestFrame = 1024 * 1024;

    /// <summary>So many envelopes are stored together: a burst that waited in line would miss Slack's three seconds.</summary>
    private const int MostAtOnce = 64;

    /// <summary>Slack closes a socket soon after it announced the end; one that it forgets is closed from here.</summary>
    private static readonly TimeSpan LongestEnding = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);

    /// <summary>Completes when Slack announces the end of this socket, which goes on delivering until it closes.</summary>
    public Task Ending => _ending.Task;

    /// <summary>Takes what the socket brings until it ends. Never throws.</summary>
    /// <param name="stoppingToken">Ends it; what was not acknowledged comes again.</param>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var taking = new List<Task>();
        try
        {
            while (await FrameAsync(ended.Token) is { } frame)
            {
                if (LooseJson.Parse(frame) is not { } envelope) continue;
                switch (envelope.Text("type"))
                {
                    case "hello":
                        Open();
                        break;
                    case "disconnect":
                        _ending.TrySetResult();
                        ended.CancelAfter(LongestEnding);
                        break;
                    default:
                        if (envelope.Text("envelope_id") is not { } id) break;
                        await _room.WaitAsync(ended.Token);
                        taking.RemoveAll(t => t.IsCompleted);
                        taking.Add(TakeAsync(id, envelope, ended.Token));
                        break;
                }
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ended.Token);
        }
        catch (WebSocketException fault)
        {
            Closed(fault.WebSocketErrorCode);
        }
        catch (OperationCanceledException)
        {
            // The program stops, or the socket outlived its announced end.
        }
        catch (Exception fault)
        {
            Failed(fault);
        }

        await Task.WhenAll(taking);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        socket.Dispose();
        _sending.Dispose();
        _room.Dispose();
    }

    /// <summary>Stores what an envelope brings, then acknowledges it on the same socket; what could not be stored comes again.</summary>
    private async Task TakeAsync(string id, JsonElement envelope, CancellationToken cancellationToken)
    {
        try
        {
            var payload = envelope.At("payload");
            if (envelope.Text("type") == "events_api") notices.See(payload);
            var incoming = envelope.Text("type") switch
            {
                "events_api" => mapper.Event(payload),
                "slash_commands" => mapper.Command(name => payload.Text(name)),
                "interactive" => mapper.Interaction(payload),
                _ => null,
            };
            if (incoming is not null) await inbox.AddAsync(incoming, cancellationToken);
            object acknowledgement = payload.Text("type") == "block_suggestion"
                ? new { envelope_id = id, payload = new { options = Array.Empty<string>() } }
                : new { envelope_id = id };
            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement), cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // The socket closed in between: the envelope comes again on the next one and is known there.
        }
        catch (Exception fault)
        {
            NotTaken(fault);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next whole frame, or null where the socket ended or sends what Slack never does.</summary>
    private async Task<byte[]?> FrameAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || frame.Length + part.Count > LargestFrame) return null;
            frame.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage) return frame.ToArray();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket is open.")]
    private partial void Open();

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket closed ({Reason}) and is opened again.")]
    private partial void Closed(WebSocketError reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack's socket failed unexpectedly and is opened again.")]
    private partial void Failed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "An envelope could not be stored and was not acknowledged.")]
    private partial void NotTaken(Exception fault);
}
