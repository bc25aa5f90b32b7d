using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;
using SourcingBot.Risk;

namespace SourcingBot.Checks;

/// <summary>Knows from which chance on a team wants to hear of a risk: when it asks, and in channels that are watched.</summary>
/// <param name="db">The database of the team.</param>
internal sealed class TeamSensitivity(SourcingDbContext db)
{
    /// <summary>The setting of messages that somebody asks about.</summary>
    public const string AskedSetting = "sensitivity-asked";

    /// <summary>The setting of watched channels.</summary>
    public const string WatchingSetting = "sensitivity-watching";

    /// <summary>What the team chose.</summary>
    /// <param name="setting">Of which way of listening.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<Sensitivity> OfAsync(string setting, CancellationToken cancellationToken)
    {
        var chosen = await db.TeamSettings.Where(s => s.Name == setting).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
        return Enum.TryParse<Sensitivity>(chosen, out var sensitivity) ? sensitivity : Sensitivity.Usual;
    }

    /// <summary>The chances from which on something is said to somebody who asks.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<RiskThresholds> AskedAsync(CancellationToken cancellationToken) => RiskThresholds.Asked.For(await OfAsync(AskedSetting, cancellationToken));

    /// <summary>The chances from which on something is said in a watched channel.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<RiskThresholds> WatchingAsync(CancellationToken cancellationToken) => RiskThresholds.Watching.For(await OfAsync(WatchingSetting, cancellationToken));
}
