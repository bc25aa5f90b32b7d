namespace SourcingBot.Data;

/// <summary>Whose data a row is.</summary>
/// <param name="Value">The team's id.</param>
public readonly record struct TeamId(Guid Value)
{
    /// <summary>The one team while nothing but the configured installation exists.</summary>
    public static TeamId Only { get; } = new(new Guid("00000000-0000-0000-0000-000000000001"));
}

/// <summary>The team on whose behalf the current scope works. Queries see this team's rows alone.</summary>
public sealed class CurrentTeam
{
    /// <summary>The team; the one team unless a worker sets another for the row it took.</summary>
    public TeamId Id { get; set; } = TeamId.Only;
}
