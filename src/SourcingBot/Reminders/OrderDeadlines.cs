using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>An order with the deadlines that it has now.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Deadlines">Its deadlines, those done and over included.</param>
internal sealed record PlannedOrder(OrderState State, IReadOnlyList<Deadline> Deadlines);

/// <summary>Reads orders and plans their deadlines, for what is told of several at once. Changes nothing.</summary>
/// <param name="policies">The policies.</param>
/// <param name="calendars">The working calendars.</param>
internal sealed class OrderDeadlines(PolicyBook policies, WorkingCalendars calendars)
{
    /// <summary>Begins the names of the settings that hold a length which the team set itself; "policy/rule" follows.</summary>
    private const string LengthSetting = "policy-length/";

    /// <summary>Reads and plans.</summary>
    /// <param name="db">The database of the team.</param>
    /// <param name="orders">Which of its orders.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<Dictionary<Guid, PlannedOrder>> LoadAsync(SourcingDbContext db, IQueryable<OrderRow> orders, Instant now, CancellationToken cancellationToken)
    {
        var lengths = await LengthsAsync(db, cancellationToken);
        var rows = await orders.AsNoTracking().Include(o => o.Events).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row =>
        {
            var facts = JsonSerializer.Deserialize(row.Facts, OrderJson.Default.Order)!;
            var state = OrderFold.Fold(facts, row.Events.Select(e => JsonSerializer.Deserialize(e.Entry, OrderJson.Default.OrderEvent)!), now);
            return new PlannedOrder(state, DeadlinePlanner.Plan(state, policies, lengths, calendars, now).Deadlines);
        });
    }

    private static async Task<List<PolicyOverride>> LengthsAsync(SourcingDbContext db, CancellationToken cancellationToken)
    {
        var lengths = new List<PolicyOverride>();
        foreach (var row in await db.TeamSettings.AsNoTracking().Where(s => s.Name.StartsWith(LengthSetting)).ToListAsync(cancellationToken))
        {
            if (row.Name[LengthSetting.Length..].Split('/') is [var policy, var rule] && int.TryParse(row.Value, CultureInfo.InvariantCulture, out var length))
                lengths.Add(new PolicyOverride(policy, rule, length));
        }

        return lengths;
    }
}
