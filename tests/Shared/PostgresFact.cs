namespace SourcingBot.Testing;

/// <summary>The databases that tests run on.</summary>
public static class TestDatabases
{
    /// <summary>A connection to a PostgreSQL server where databases may be created, or null.</summary>
    public static string? Postgres => Environment.GetEnvironmentVariable("SOURCINGBOT_TEST_POSTGRES");
}

/// <summary>A test that needs PostgreSQL; skipped, with what to do, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (TestDatabases.Postgres is null)
            Skip = "Needs PostgreSQL: install the package postgresql and set SOURCINGBOT_TEST_POSTGRES, as Host=127.0.0.1;Username=…;Password=…;Database=postgres";
    }
}
