using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Reminders;

namespace SourcingBot.Suppliers;

/// <summary>Reminds teams to check a supplier again, in the working hours of whoever told of its newest order.</summary>
/// <param name="scopes">Gives each reminder a context of its own.</param>
/// <param name="calendars">Weekends.</param>
/// <param name="options">Quiet hours, and the zone where none is known.</param>
/// <param name="outbox">Woken when there is something to send.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go.</param>
internal sealed partial class SupplierReChecks(
    IServiceScopeFactory scopes, WorkingCalendars calendars, ReminderOptions options, OutboxSignal outbox, IClock clock, ILogger<SupplierReChecks> logger)
{
    /// <summary>So many in one round; the others come in the next. Those outside their working hours count too, so it is large.</summary>
    private const int Most = 5000;

    /// <summary>Sends what is due and may be sent now.</summary>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many reminders were handed to the outbox.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<(TeamId Team, Guid Id)> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var rows = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Suppliers.IgnoreQueryFilters().AsNoTracking()
                .Where(IsDue(now)).OrderBy(s => s.DueAt).Take(Most).ToListAsync(cancellationToken);
            due = [.. rows.Where(r => IsDecent(r, now)).Select(r => (r.TeamId, r.Id))];
        }

        var sent = 0;
        foreach (var (team, id) in due)
        {
            try
            {
                if (await SendAsync(team, id, now, cancellationToken)) sent++;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The other suppliers must not go without because of one; it is tried again at the next look.
                NotSent(fault);
            }
        }

        if (sent > 0) outbox.Set();
        return sent;
    }

    /// <summary>Due and not told of, or told a year ago and not answered.</summary>
    private static Expression<Func<SupplierRow, bool>> IsDue(Instant now)
    {
        var yearAgo = now - SupplierBook.Year;
        return s => s.DueAt <= now && (s.RemindedOf == null || s.RemindedOf < s.DueAt || s.RemindedOf < yearAgo);
    }

    private bool IsDecent(SupplierRow row, Instant now)
    {
        var zone = (row.Zone ?? options.TimeZone) is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        var local = now.InZone(zone ?? DateTimeZone.Utc);
        return !options.QuietHours.Contains(local.TimeOfDay) && calendars.Of(null).IsWorkingDay(local.Date);
    }

    private async Task<bool> SendAsync(TeamId team, Guid id, Instant now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = team;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        if (await db.Suppliers.Where(IsDue(now)).FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } row) return false;
        var conversation = JsonSerializer.Deserialize(row.Conversation, ChatJson.Default.ConversationRef)!;
        var person = JsonSerializer.Deserialize(row.Person, ChatJson.Default.ChatUser)!;
        var audience = row.OutsidersReadAlong ? Audience.Direct : Audience.Conversation;
        var token = CardTokens.Create();
        db.CardTokens.Add(CardTokens.Row(token, conversation, audience == Audience.Direct ? person.Id : null, SupplierTurnHandler.Subject + id.ToString(), now));
        db.Outbox.Add(new OutboxRow
        {
            MessageId = Guid.CreateVersion7(),
            Platform = conversation.Platform.Value,
            ConversationKey = StorableKey.OfConversation(conversation),

            // Two hosts that look at once write one: the key is the supplier, its due time and the reminder before.
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"supplier/{id}/{row.DueAt.ToUnixTimeTicks()}/{row.RemindedOf?.ToUnixTimeTicks() ?? 0}"),
            AnswerKey = StorableKey.Of(conversation.Platform.Value, "card/" + token),
            Conversation = row.Conversation,
            Asker = row.Person,
            Message = JsonSerializer.Serialize(SupplierCard.Reminder(row, token, audience), ChatJson.Default.OutgoingMessage),
            CreatedAt = now,
            NotBefore = now,
        });
        row.RemindedOf = now;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A reminder to check a supplier could not be written and will be tried again.")]
    private partial void NotSent(Exception fault);
}
