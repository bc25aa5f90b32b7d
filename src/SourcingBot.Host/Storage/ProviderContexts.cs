using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;

namespace SourcingBot.Host.Storage;

/// <summary>The database on SQLite: one file, one host.</summary>
/// <param name="options">The connection.</param>
/// <param name="team">Whose rows are seen.</param>
public sealed class SqliteSourcingDbContext(DbContextOptions<SqliteSourcingDbContext> options, CurrentTeam team) : SourcingDbContext(options, team)
{
    /// <inheritdoc/>
    protected override Type InstantConverter => typeof(InstantTicksConverter);
}

/// <summary>The database on PostgreSQL: several hosts.</summary>
/// <param name="options">The connection.</param>
/// <param name="team">Whose rows are seen.</param>
public sealed class PostgresSourcingDbContext(DbContextOptions<PostgresSourcingDbContext> options, CurrentTeam team) : SourcingDbContext(options, team)
{
    /// <inheritdoc/>
    protected override Type InstantConverter => typeof(InstantUtcConverter);
}
