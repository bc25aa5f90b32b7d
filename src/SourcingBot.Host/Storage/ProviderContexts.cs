using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SourcingBot.Data;
using static SQLitePCL.raw;

namespace SourcingBot.Host.Storage;

/// <summary>The database on SQLite: one file, one host.</summary>
/// <param name="options">The connection.</param>
/// <param name="team">Whose rows are seen.</param>
public sealed class SqliteSourcingDbContext(DbContextOptions<SqliteSourcingDbContext> options, CurrentTeam team) : SourcingDbContext(options, team)
{
    /// <inheritdoc/>
    protected override Type InstantConverter => typeof(InstantTicksConverter);

    /// <inheritdoc/>
    protected override DatabaseFault FaultOf(DbException fault) => fault is not SqliteException sqlite ? DatabaseFault.Other : sqlite switch
    {
        { SqliteExtendedErrorCode: SQLITE_CONSTRAINT_UNIQUE or SQLITE_CONSTRAINT_PRIMARYKEY } => DatabaseFault.Duplicate,
        { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED } => DatabaseFault.Busy,
        { SqliteErrorCode: SQLITE_CONSTRAINT or SQLITE_TOOBIG or SQLITE_MISMATCH } => DatabaseFault.BadRow,
        _ => DatabaseFault.Other,
    };
}

/// <summary>The database on PostgreSQL: several hosts.</summary>
/// <param name="options">The connection.</param>
/// <param name="team">Whose rows are seen.</param>
public sealed class PostgresSourcingDbContext(DbContextOptions<PostgresSourcingDbContext> options, CurrentTeam team) : SourcingDbContext(options, team)
{
    /// <inheritdoc/>
    protected override Type InstantConverter => typeof(InstantUtcConverter);

    /// <inheritdoc/>
    protected override DatabaseFault FaultOf(DbException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => DatabaseFault.Duplicate,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable => DatabaseFault.Busy,

        // Classes 22 (data exception) and 23 (integrity constraint violation) of the SQL standard.
        ['2', '2' or '3', ..] => DatabaseFault.BadRow,
        _ => DatabaseFault.Other,
    };
}
