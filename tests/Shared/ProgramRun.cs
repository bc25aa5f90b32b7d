using System.Diagnostics;
using System.Text;

namespace SourcingBot.Testing;

/// <summary>What the real program did, run as a process of its own.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ProgramRun(int Status, string Output, string Errors)
{
    /// <summary>No settings.</summary>
    public static IReadOnlyDictionary<string, string> NoSettings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The lines of the standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a command with words on its standard input.</summary>
    /// <param name="input">The words, written as UTF-8.</param>
    /// <param name="args">The program's arguments.</param>
    public static Task<ProgramRun> WithInputAsync(string input, params string[] args) => WithBytesAsync(Encoding.UTF8.GetBytes(input), NoSettings, args);

    /// <summary>Runs a command with nothing on its standard input.</summary>
    /// <param name="args">The program's arguments.</param>
    public static Task<ProgramRun> OfAsync(params string[] args) => WithBytesAsync([], NoSettings, args);

    /// <summary>Runs a command.</summary>
    /// <param name="input">The bytes on its standard input.</param>
    /// <param name="settings">Its settings, as environment variables.</param>
    /// <param name="args">The program's arguments.</param>
    public static async Task<ProgramRun> WithBytesAsync(byte[] input, IReadOnlyDictionary<string, string> settings, params string[] args)
    {
        using var process = Start(settings, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program had seen enough.
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException fault)
        {
            process.Kill();
            throw new TimeoutException("The program did not end: " + await output + await errors, fault);
        }

        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a command and leaves it running.</summary>
    /// <param name="settings">Its settings, as environment variables.</param>
    /// <param name="args">The program's arguments.</param>
    public static Process Start(IReadOnlyDictionary<string, string> settings, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(typeof(Host.LocalCallers).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
