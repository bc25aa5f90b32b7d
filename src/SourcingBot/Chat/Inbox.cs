using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Watching;

namespace SourcingBot.Chat;

/// <summary>Stores events. Requests that wait together are written in one transaction, so that a burst costs few disk syncs.</summary>
/// <param name="scopes">Gives each transaction a context of its own.</param>
/// <param name="signal">Wakes the worker.</param>
/// <param name="clock">The time of arrival.</param>
/// <param name="logger">Where faults go.</param>
internal sealed partial class Inbox(IServiceScopeFactory scopes, InboxSignal signal, IClock clock, ILogger<Inbox> logger) : IInbox, IAsyncDisposable
{
    private const int MostPerTransaction = 128;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(4096);
    private readonly Lock _starting = new();
    private Task? _writer;

    /// <inheritdoc/>
    public async Task<bool> AddAsync(IncomingEvent incoming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        EnsureWriter();
        var waiting = new Waiting(incoming, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Stored.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writer is not null) await _writer;
    }

    private void EnsureWriter()
    {
        lock (_starting) _writer ??= Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(MostPerTransaction);
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < MostPerTransaction && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            await StoreAsync(batch);
        }
    }

    private async Task StoreAsync(List<Waiting> batch, bool isLastTry = false)
    {
        DatabaseFault kind;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            try
            {
                var added = await SaveAsync(db, batch);
                for (var i = 0; i < batch.Count; i++) batch[i].Stored.TrySetResult(added[i]);
                if (added.Contains(true)) signal.Set();
                return;
            }
            catch (Exception fault)
            {
                kind = db.FaultOf(fault);
                if (isLastTry || kind is not (DatabaseFault.Duplicate or DatabaseFault.BadRow))
                {
                    // A database that is away is away for all of them: asking it once for each would only keep everybody waiting.
                    NotStored(batch.Count, fault);
                    foreach (var waiting in batch) waiting.Stored.TrySetException(fault);
                    return;
                }
            }
        }

        // Another host stored one of them in this instant, or one cannot be stored: its neighbours must not suffer. On its own
        // each is tried once more: the unique indexes have the last word, and a row that is there now was a duplicate.
        foreach (var one in batch) await StoreAsync([one], isLastTry: batch.Count == 1);
    }

    private async Task<bool[]> SaveAsync(SourcingDbContext db, List<Waiting> batch)
    {
        var now = clock.GetCurrentInstant();
        var rows = batch.ConvertAll(w => RowOf(w.Incoming, now));
        var known = await KnownAsync(db, rows);
        var watched = await WatchedAsync(db, batch);
        var added = new bool[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (batch[i].Incoming is IncomingMessage { Addressing: Addressing.Overheard } overheard && !watched.Contains(WatchedPlace.KeyOf(overheard))) continue;
            var isNew = known.Add((row.Platform, "event", row.EventId)) & (row.DedupeKey is null || known.Add((row.Platform, "dedupe", row.DedupeKey)));
            if (!isNew) continue;
            added[i] = true;
            db.Inbox.Add(row);
        }

        if (added.Contains(true)) await db.SaveChangesAsync(CancellationToken.None);
        return added;
    }

    /// <summary>The channels of a batch that are watched. What people say elsewhere without asking the bot is not taken in at all.</summary>
    private static async Task<HashSet<string>> WatchedAsync(SourcingDbContext db, List<Waiting> batch)
    {
        var places = batch.Select(w => w.Incoming).OfType<IncomingMessage>().Where(m => m.Addressing == Addressing.Overheard).Select(WatchedPlace.KeyOf).Distinct(StringComparer.Ordinal).ToList();
        return places.Count == 0 ? [] : [.. await db.Watches.AsNoTracking().Where(w => places.Contains(w.Place)).Select(w => w.Place).ToListAsync()];
    }

    private static async Task<HashSet<(string Platform, string Kind, string Key)>> KnownAsync(SourcingDbContext db, List<InboxRow> rows)
    {
        var found = await Known(db, rows).Select(r => new { r.Platform, r.EventId, r.DedupeKey }).ToListAsync();
        var known = new HashSet<(string, string, string)>();
        foreach (var row in found)
        {
            known.Add((row.Platform, "event", row.EventId));
            if (row.DedupeKey is not null) known.Add((row.Platform, "dedupe", row.DedupeKey));
        }

        return known;
    }

    /// <summary>Stored rows that may be the same events, found by the two unique indexes, which begin with the platform.</summary>
    /// <remarks>Two queries in one: an "or" of both conditions is searched by the platform alone.</remarks>
    internal static IQueryable<InboxRow> Known(SourcingDbContext db, IReadOnlyCollection<InboxRow> rows)
    {
        var platforms = rows.Select(r => r.Platform).Distinct(StringComparer.Ordinal).ToList();
        var events = rows.Select(r => r.EventId).ToList();
        var dedupes = rows.Select(r => r.DedupeKey).OfType<string>().ToList();
        var stored = db.Inbox.IgnoreQueryFilters().AsNoTracking().Where(r => platforms.Contains(r.Platform));
        var sameEvent = stored.Where(r => events.Contains(r.EventId));
        return dedupes.Count == 0 ? sameEvent : sameEvent.Concat(stored.Where(r => r.DedupeKey != null && dedupes.Contains(r.DedupeKey)));
    }

    private static InboxRow RowOf(IncomingEvent incoming, Instant now) => new()
    {
        Platform = incoming.Conversation.Platform.Value,
        EventId = StorableKey.Of(incoming.EventId),
        DedupeKey = incoming.DedupeKey is { } key ? StorableKey.Of(key) : null,
        ConversationKey = StorableKey.OfThread(incoming.Conversation),
        Payload = JsonSerializer.Serialize(incoming, ChatJson.Default.IncomingEvent),
        CreatedAt = now,
        NotBefore = now,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Events} events could not be stored; the platform will deliver them again.")]
    private partial void NotStored(int events, Exception fault);

    private sealed record Waiting(IncomingEvent Incoming, TaskCompletionSource<bool> Stored);
}
