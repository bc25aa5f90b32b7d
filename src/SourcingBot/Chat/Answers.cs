using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SourcingBot.Checks;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Looks answers up where they are stored.</summary>
public static class Answers
{
    /// <summary>No event has more answers than this.</summary>
    private const int Most = 4;

    /// <summary>The words that an event held, safe to show; null where there is no such event or it held none.</summary>
    /// <param name="db">The database of the asker's team.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="eventId">The event's id on it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<string?> WordsAsync(SourcingDbContext db, PlatformId platform, string eventId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = StorableKey.Of(eventId);
        var payload = await db.Inbox.AsNoTracking().Where(r => r.Platform == platform.Value && r.EventId == key).Select(r => r.Payload).FirstOrDefaultAsync(cancellationToken);
        return payload is not null && JsonSerializer.Deserialize(payload, ChatJson.Default.IncomingEvent) is IncomingMessage message ? ShownText.Of(message.Text) : null;
    }

    /// <summary>What was answered to an event, the first answer first; empty while it is in work; null where there is no such event, or its answers are gone.</summary>
    /// <param name="db">The database of the asker's team.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="eventId">The event's id on it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<IReadOnlyList<OutgoingMessage>?> ToAsync(SourcingDbContext db, PlatformId platform, string eventId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = StorableKey.Of(eventId);
        var inbox = await db.Inbox.AsNoTracking().Where(r => r.Platform == platform.Value && r.EventId == key).Select(r => new { r.Id, r.Status }).FirstOrDefaultAsync(cancellationToken);
        if (inbox is null) return null;
        var keys = Enumerable.Range(0, Most).Select(n => OutboxRows.AnswerDedupeKey(inbox.Id, n)).ToList();
        var rows = await db.Outbox.AsNoTracking().Where(o => keys.Contains(o.DedupeKey)).OrderBy(o => o.Id).Select(o => o.Message).ToListAsync(cancellationToken);
        if (rows.Count == 0 && inbox.Status is (QueueStatus.Done or QueueStatus.Dead)) return null;
        return rows.ConvertAll(m => JsonSerializer.Deserialize(m, ChatJson.Default.OutgoingMessage)!);
    }
}
