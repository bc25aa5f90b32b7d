using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>
/// Deletes old words from the two queues, of every team: events that were answered or given up, and messages that were sent or given
/// up. What still waits is not touched. Of an answer that a later edit or button replaces in its place, the place is kept and the
/// words are emptied.
/// </summary>
internal static class MessageRetention
{
    /// <summary>How long the place of an emptied answer is kept; a later correction is sent anew.</summary>
    public static readonly Duration KeepPlaces = Duration.FromDays(365);

    /// <summary>So many rows in one transaction, so that nobody waits long for the database.</summary>
    private const int MostAtOnce = 500;

    private static readonly Dictionary<Audience, string> Emptied =
        Enum.GetValues<Audience>().ToDictionary(a => a, a => JsonSerializer.Serialize(new OutgoingMessage(string.Empty, null, a), ChatJson.Default.OutgoingMessage));

    /// <summary>Deletes and empties.</summary>
    /// <param name="db">The database.</param>
    /// <param name="before">Rows that came earlier are old.</param>
    /// <param name="cancellationToken">Ends the round; what was done stays done.</param>
    /// <returns>How many rows.</returns>
    public static async Task<int> ApplyAsync(SourcingDbContext db, Instant before, CancellationToken cancellationToken)
    {
        var forgotten = before - KeepPlaces;
        return await DeleteAsync(Old(db.Inbox, before), cancellationToken)
            + await DeleteAsync(Old(db.Outbox, before).Where(o => o.AnswerKey == null || o.SentMessage == null || o.CreatedAt < forgotten), cancellationToken)
            + await EmptyAsync(db, before, cancellationToken);
    }

    private static IQueryable<T> Old<T>(IQueryable<T> rows, Instant before)
        where T : QueueRow => rows.IgnoreQueryFilters().Where(r => (r.Status == QueueStatus.Done || r.Status == QueueStatus.Dead) && r.CreatedAt < before);

    private static async Task<int> DeleteAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : QueueRow
    {
        var all = 0;
        int deleted;
        do
        {
            deleted = await rows.OrderBy(r => r.Id).Take(MostAtOnce).ExecuteDeleteAsync(cancellationToken);
            all += deleted;
        }
        while (deleted == MostAtOnce);
        return all;
    }

    private static async Task<int> EmptyAsync(SourcingDbContext db, Instant before, CancellationToken cancellationToken)
    {
        var empty = Emptied.Values.ToList();
        var all = 0;
        while (true)
        {
            var rows = await Old(db.Outbox, before).Where(o => !empty.Contains(o.Message)).OrderBy(o => o.Id).Take(MostAtOnce)
                .Select(o => new { o.Id, o.Message }).ToListAsync(cancellationToken);
            foreach (var audience in rows.GroupBy(r => AudienceOf(r.Message)))
            {
                var (ids, words) = (audience.Select(r => r.Id).ToList(), Emptied[audience.Key]);
                all += await db.Outbox.IgnoreQueryFilters().Where(o => ids.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.Message, words), cancellationToken);
            }

            if (rows.Count < MostAtOnce) return all;
        }
    }

    /// <summary>Who saw it: a correction replaces it only for the same readers. A message that cannot be read counts as the asker's alone.</summary>
    private static Audience AudienceOf(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, ChatJson.Default.OutgoingMessage)?.Audience ?? Audience.AskerOnly;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return Audience.AskerOnly;
        }
    }
}
