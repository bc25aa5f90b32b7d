namespace SourcingBot.Data;

/// <summary>A stored row. Every one belongs to a team.</summary>
public abstract class TeamRow
{
    /// <summary>Whose it is; set when the row is first saved.</summary>
    public TeamId TeamId { get; set; }
}
