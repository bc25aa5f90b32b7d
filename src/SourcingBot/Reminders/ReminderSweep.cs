using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Reminders;

/// <summary>Moves what is due from the reminders into the outbox. Several hosts may sweep at once: each reminder is moved by one of them.</summary>
/// <param name="due">What is due, and what moves it.</param>
/// <param name="missed">Tells what could not be told in time.</param>
/// <param name="signal">Learns of the next due time.</param>
/// <param name="outbox">Woken when there is something to send.</param>
/// <param name="clock">The time.</param>
internal sealed class ReminderSweep(
    IDueReminders due, MissedReminders missed, ReminderSignal signal, OutboxSignal outbox, IClock clock)
{
    /// <summary>A reminder this late was missed, because the program was down: it is told in a summary, not as if it were in time.</summary>
    public static readonly Duration MissedAfter = Duration.FromHours(1);

    /// <summary>Moves all that is due now.</summary>
    /// <param name="cancellationToken">Ends the sweep; what is moved by then stays moved.</param>
    /// <returns>How many reminders were dealt with.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        // One look-up in an index, and all that an idle sweep costs.
        var next = await due.NextAsync(cancellationToken);
        if (next > now || next is null)
        {
            if (next is { } later) signal.Set(later);
            return 0;
        }

        var oldest = now - MissedAfter;
        var moved = 0;
        if (next < oldest)
        {
            moved += await missed.TellAsync(oldest, cancellationToken);
            if (moved > 0) outbox.Set();
        }

        int batch;
        do
        {
            batch = await due.MoveAsync(oldest, now, cancellationToken);
            moved += batch;
            if (batch > 0) outbox.Set();
        }
        while (batch == due.MostAtOnce);
        if (await due.NextAsync(cancellationToken) is { } after && after > now) signal.Set(after);
        return moved;
    }
}
