using System.Diagnostics;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>The real program as a process of its own, to be killed.</summary>
/// <param name="Process">The process.</param>
/// <param name="Address">Where it listens.</param>
internal sealed record HostProcess(Process Process, string Address) : IDisposable
{
    /// <summary>Starts the program with Slack turned on and waits until it listens.</summary>
    /// <param name="api">The base of Slack's Web API.</param>
    /// <param name="settings">Further settings, as environment variables.</param>
    public static async Task<HostProcess> StartAsync(string api, IReadOnlyDictionary<string, string> settings)
    {
        var process = ProgramRun.Start(
            new Dictionary<string, string>(settings, StringComparer.Ordinal)
            {
                ["Slack__SigningSecret"] = SignedSlack.Secret,
                ["Slack__BotToken"] = "xoxb-test",
                ["Slack__ApiBaseUrl"] = api,
                ["Logging__LogLevel__Default"] = "None",
            },
            "serve", "--urls=http://127.0.0.1:0");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.LastIndexOf("http://", StringComparison.Ordinal) is >= 0 and var at) return new HostProcess(process, line[at..].Trim());
        }

        throw new InvalidOperationException("The program did not start: " + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Ends it at once. On Unix this is SIGKILL: no code of the program runs any more.</summary>
    public void Kill()
    {
        Process.Kill();
        Process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Process.HasExited) Kill();
        Process.Dispose();
    }
}
