using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;

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
    private readonly CancellationTokenSource _stopping = new();
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
        await _stopping.CancelAsync();
        _stopping.Dispose();
    }

    private void EnsureWriter()
    {
        lock (_starting) _writer ??= Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(MostPerTransaction);
        while (await _waiting.Reader.WaitToReadAsync(_stopping.Token))
        {
            batch.Clear();
            while (batch.Count < MostPerTransaction && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            await StoreAsync(batch);
        }
    }

    private async Task StoreAsync(List<Waiting> batch)
    {
        try
        {
            var added = await SaveAsync(batch);
            for (var i = 0; i < batch.Count; i++) batch[i].Stored.TrySetResult(added[i]);
            if (added.Contains(true)) signal.Set();
        }
        catch (Exception) when (batch.Count > 1)
        {
            // Another host stored one of them in this instant, or one cannot be stored: its neighbours must not suffer.
            foreach (var one in batch) await StoreAsync([one]);
        }
        catch (DbUpdateException)
        {
            // The unique indexes have the last word: if the row is there now, it was a duplicate.
            await SettleAsync(batch[0]);
        }
        catch (Exception fault)
        {
            NotStored(fault);
            batch[0].Stored.TrySetException(fault);
        }
    }

    private async Task SettleAsync(Waiting one)
    {
        try
        {
            var added = await SaveAsync([one]);
            one.Stored.TrySetResult(added[0]);
            if (added[0]) signal.Set();
        }
        catch (Exception fault)
        {
            NotStored(fault);
            one.Stored.TrySetException(fault);
        }
    }

    private async Task<bool[]> SaveAsync(List<Waiting> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var now = clock.GetCurrentInstant();
        var rows = batch.ConvertAll(w => RowOf(w.Incoming, now));
        var known = await KnownAsync(db, rows);
        var added = new bool[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var isNew = known.Add((row.Platform, "event", row.EventId)) & (row.DedupeKey is null || known.Add((row.Platform, "dedupe", row.DedupeKey)));
            if (!isNew) continue;
            added[i] = true;
            db.Inbox.Add(row);
        }

        if (added.Contains(true)) await db.SaveChangesAsync(CancellationToken.None);
        return added;
    }

    private static async Task<HashSet<(string Platform, string Kind, string Key)>> KnownAsync(SourcingDbContext db, List<InboxRow> rows)
    {
        var events = rows.ConvertAll(r => r.EventId);
        var dedupes = rows.Select(r => r.DedupeKey).OfType<string>().ToList();
        var found = await db.Inbox.IgnoreQueryFilters().AsNoTracking()
            .Where(r => events.Contains(r.EventId) || (r.DedupeKey != null && dedupes.Contains(r.DedupeKey)))
            .Select(r => new { r.Platform, r.EventId, r.DedupeKey })
            .ToListAsync();
        var known = new HashSet<(string, string, string)>();
        foreach (var row in found)
        {
            known.Add((row.Platform, "event", row.EventId));
            if (row.DedupeKey is not null) known.Add((row.Platform, "dedupe", row.DedupeKey));
        }

        return known;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "An event could not be stored; the platform will deliver it again.")]
    private partial void NotStored(Exception fault);

    private sealed record Waiting(IncomingEvent Incoming, TaskCompletionSource<bool> Stored);
}
