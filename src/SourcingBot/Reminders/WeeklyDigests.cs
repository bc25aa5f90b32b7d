using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Inspection;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>Sends each team that wants it a digest on Monday from nine o'clock on, once a week.</summary>
/// <param name="scopes">Gives each team a context of its own.</param>
/// <param name="calendars">The working calendars, for inspections.</param>
/// <param name="options">The zone where the team's orders name none.</param>
/// <param name="outbox">Woken when there is something to send.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go.</param>
internal sealed partial class WeeklyDigests(
    IServiceScopeFactory scopes, WorkingCalendars calendars, ReminderOptions options, OutboxSignal outbox, IClock clock, ILogger<WeeklyDigests> logger)
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>Sends what is due now.</summary>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many digests were handed to the outbox.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!IsMondaySomewhere(now)) return 0;
        List<TeamSettingRow> wanted;
        await using (var scope = scopes.CreateAsyncScope())
        {
            wanted = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().TeamSettings.IgnoreQueryFilters().AsNoTracking()
                .Where(s => s.Name == TeamChoices.DigestSetting).ToListAsync(cancellationToken);
        }

        var sent = 0;
        foreach (var one in wanted)
        {
            try
            {
                if (await SendAsync(one, now, cancellationToken)) sent++;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The other teams must not go without because of one; it is tried again at the next look.
                NotBuilt(fault);
            }
        }

        if (sent > 0) outbox.Set();
        return sent;
    }

    /// <summary>Monday is somewhere from Sunday 19:00 UTC (9 o'clock at UTC+14) to Tuesday 12:00 UTC (midnight at UTC-12).</summary>
    private static bool IsMondaySomewhere(Instant now) =>
        now.WithOffset(Offset.FromHours(14)).DayOfWeek == IsoDayOfWeek.Monday || now.WithOffset(Offset.FromHours(-12)).DayOfWeek == IsoDayOfWeek.Monday;

    private async Task<bool> SendAsync(TeamSettingRow wanted, Instant now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = wanted.TeamId;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var running = await scope.ServiceProvider.GetRequiredService<OrderBook>().RunningPlannedAsync(cancellationToken);
        var local = now.InZone(ZoneOf(running));
        if (local.DayOfWeek != IsoDayOfWeek.Monday || local.TimeOfDay < Morning) return false;

        var key = $"digest/{wanted.TeamId.Value}/{LocalDatePattern.Iso.Format(local.Date)}";
        if (await db.Outbox.AnyAsync(o => o.DedupeKey == key, cancellationToken)) return false;
        var digest = WeeklyDigest.Build(running.Select(o => DigestOf(o, now)), now);
        if (digest.IsEmpty) return false;

        var conversation = JsonSerializer.Deserialize(wanted.Value, ChatJson.Default.ConversationRef)!;
        db.Outbox.Add(new OutboxRow
        {
            MessageId = Guid.CreateVersion7(),
            Platform = conversation.Platform.Value,
            ConversationKey = StorableKey.OfConversation(conversation),
            DedupeKey = key,
            Conversation = wanted.Value,

            // It answers nobody, and everybody there sees it.
            Asker = JsonSerializer.Serialize(new ChatUser("nobody"), ChatJson.Default.ChatUser),
            Message = JsonSerializer.Serialize(DigestCard.Build(digest), ChatJson.Default.OutgoingMessage),
            CreatedAt = now,
            NotBefore = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The team's zone: the one in which most of its running orders are read, else the one in the settings.</summary>
    private DateTimeZone ZoneOf(IEnumerable<PlannedOrder> running)
    {
        var zones = running.Select(o => o.State.Order.ReaderZone).OfType<string>().GroupBy(z => z, StringComparer.Ordinal);
        var most = zones.OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return ZoneNames.OrUtc(most ?? options.TimeZone);
    }

    private DigestOrder DigestOf(PlannedOrder order, Instant now) =>
        new(order.State, order.Deadlines, InspectionPlanner.Plan(order.State, calendars.Of(order.State.Order.SupplierCountry), now));

    [LoggerMessage(Level = LogLevel.Error, Message = "A team's weekly digest could not be built and will be tried again.")]
    private partial void NotBuilt(Exception fault);
}
