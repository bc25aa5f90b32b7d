using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>Tells this process when the nearest reminder that it knows of is due, so that it is not late by the time between two sweeps.</summary>
internal sealed class ReminderSignal : WorkSignal
{
    private readonly Lock _lock = new();
    private Instant? _next;

    /// <summary>The nearest time, or null where none is known.</summary>
    public Instant? Next
    {
        get { lock (_lock) return _next; }
    }

    /// <summary>A reminder is due then. Call it after its row was committed; a time that turns out to be moot costs one look.</summary>
    /// <param name="due">When; the past means now.</param>
    public void Set(Instant due)
    {
        lock (_lock)
        {
            if (_next <= due) return;
            _next = due;
        }

        Set();
    }

    /// <summary>Learns of the reminders that were just saved.</summary>
    /// <param name="db">The context that saved them.</param>
    public void SetFor(SourcingDbContext db)
    {
        var waiting = db.ChangeTracker.Entries<WaitingReminderRow>().Select(e => e.Entity);
        if (waiting.MinBy(r => r.DueAt) is { } nearest) Set(nearest.DueAt);
    }

    /// <summary>Forgets the nearest time if it has come.</summary>
    /// <param name="now">The present.</param>
    /// <returns>Whether it has come.</returns>
    public bool Take(Instant now)
    {
        lock (_lock)
        {
            if (_next is null || _next > now) return false;
            _next = null;
            return true;
        }
    }
}
