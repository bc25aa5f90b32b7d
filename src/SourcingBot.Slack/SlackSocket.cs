using System.Diagnostics;
using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Socket Mode: the same payloads as over HTTP, without a public address. A new socket is opened before the old one closes.</summary>
internal sealed partial class SlackSocket(SlackWebApi api, SlackOptions options, SlackNotices notices, SlackEventMapper mapper, IInbox inbox, ILogger<SlackSocket> logger) : BackgroundService
{
    /// <summary>A socket that ended sooner than this counts as a failed attempt, so that a fault on either side is no tight loop.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.AppToken is null) return;
        var running = new List<Task>();
        try
        {
            for (var failures = 0; !stoppingToken.IsCancellationRequested;)
            {
                if (failures > 0) await Task.Delay(WaitAfter(failures), stoppingToken);
                if (await OpenAsync(stoppingToken) is not { } socket)
                {
                    failures++;
                    continue;
                }

                var opened = Stopwatch.GetTimestamp();
                var connection = new SlackSocketConnection(socket, notices, mapper, inbox, logger);
                running.RemoveAll(t => t.IsCompleted);
                running.Add(connection.RunAsync(stoppingToken));

                // "disconnect" announces the end of the socket: the next one is opened while this one still delivers.
                await Task.WhenAny(running[^1], connection.Ending);
                failures = Stopwatch.GetElapsedTime(opened) < Settled ? failures + 1 : 0;
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    /// <summary>One second after the first failure, then twice as long each time, with up to a quarter more so that many do not come back together.</summary>
    private static TimeSpan WaitAfter(int failures)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), LongestWait.TotalSeconds));
        return wait * (1 + (Random.Shared.NextDouble() / 4));
    }

    private async Task<ClientWebSocket?> OpenAsync(CancellationToken stoppingToken)
    {
        var opened = await api.CallAsAppAsync("apps.connections.open", stoppingToken);
        if (opened.Failure is { } failure)
        {
            if (failure is not SendResult.Paused) NotOpened(failure.ToString());
            return null;
        }

        // The ticket in the address is a secret: a socket in clear is for a stand-in on this machine alone.
        if (!Uri.TryCreate(opened.Answer.Text("url"), UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeWss || (url.Scheme == Uri.UriSchemeWs && url.IsLoopback)))
        {
            NotOpened("address");
            return null;
        }

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
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }

        socket.Dispose();
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's socket could not be opened: {Reason}")]
    private partial void NotOpened(string reason);
}
