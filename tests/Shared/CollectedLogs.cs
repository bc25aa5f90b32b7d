using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SourcingBot.Testing;

/// <summary>Keeps what the program logs, so that a test can say what an operator is told.</summary>
public sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Words)> _lines = new();

    /// <summary>The lines of a level, in order.</summary>
    /// <param name="level">The level.</param>
    public IReadOnlyList<string> Of(LogLevel level) => [.. _lines.Where(l => l.Level == level).Select(l => l.Words)];

    /// <summary>All lines.</summary>
    public string All => string.Join('\n', _lines.Select(l => l.Words));

    /// <summary>Forgets what was logged so far.</summary>
    public void Clear() => _lines.Clear();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Collector(_lines);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Collector(ConcurrentQueue<(LogLevel Level, string Words)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception) + (exception is null ? string.Empty : " " + exception)));
    }
}
