using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace SourcingBot.Tests.Chat;

/// <summary>Makes the database refuse the statements that a test names.</summary>
internal sealed class FaultyCommands : DbCommandInterceptor
{
    /// <summary>The fault of a statement, or null to let it run.</summary>
    public Func<DbCommand, Exception?> Of { get; set; } = _ => null;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Of(command) is { } fault ? ValueTask.FromException<InterceptionResult<int>>(fault) : ValueTask.FromResult(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Of(command) is { } fault ? ValueTask.FromException<InterceptionResult<DbDataReader>>(fault) : ValueTask.FromResult(result);
}

/// <summary>The connection was lost, or the disk is full: a fault of the database that says nothing about the row.</summary>
internal sealed class DatabaseAwayException() : DbException("The database is away.");

/// <summary>Keeps what was logged.</summary>
internal sealed class LoggedLines : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(Lines);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));
    }
}
