using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>Keeps the reminders of a team and their places in the timetable together. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
internal sealed class Timetable(SourcingDbContext db)
{
    /// <summary>What was read or changed here already: a change that is not saved yet must not be read over.</summary>
    private readonly HashSet<ReminderRow> _known = [];

    /// <summary>Some reminders, with the places of those that wait; in the order of planning.</summary>
    /// <param name="which">Which ones.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<List<ReminderRow>> ReadAsync(Expression<Func<ReminderRow, bool>> which, CancellationToken cancellationToken)
    {
        var reminders = await db.Reminders.Where(which).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        if (reminders.Count == 0) return reminders;
        var waiting = await Waiting(db.WaitingReminders, db.Reminders.Where(which)).ToDictionaryAsync(w => w.Token, cancellationToken);
        foreach (var reminder in reminders.Where(_known.Add)) reminder.Waiting = waiting.GetValueOrDefault(reminder.Token);
        return reminders;
    }

    /// <summary>The places of those reminders that wait, as a query.</summary>
    /// <param name="waiting">The timetable.</param>
    /// <param name="reminders">The reminders.</param>
    public static IQueryable<WaitingReminderRow> Waiting(IQueryable<WaitingReminderRow> waiting, IQueryable<ReminderRow> reminders) =>
        reminders.Join(waiting, r => new { r.DueAt, r.Token }, w => new { w.DueAt, w.Token }, (_, w) => w);

    /// <summary>The reminder waits until then, whether it waited before, was sent or was cancelled.</summary>
    /// <param name="reminder">A reminder that <see cref="ReadAsync"/> gave, or a new one.</param>
    /// <param name="due">When it is to be sent.</param>
    public void Wait(ReminderRow reminder, Instant due)
    {
        _known.Add(reminder);
        reminder.Outcome = ReminderOutcome.None;
        if (reminder.Waiting?.DueAt == due) return;
        if (reminder.Waiting is { } earlier) db.WaitingReminders.Remove(earlier);
        reminder.DueAt = due;
        reminder.Waiting = new WaitingReminderRow
        {
            TeamId = reminder.TeamId,
            DueAt = due,
            Token = reminder.Token,
            Platform = reminder.Platform,
            ConversationKey = reminder.ConversationKey,
        };
        db.WaitingReminders.Add(reminder.Waiting);
    }

    /// <summary>The reminder waits no more.</summary>
    /// <param name="reminder">A reminder that <see cref="ReadAsync"/> gave, or a new one.</param>
    /// <param name="outcome">What became of it.</param>
    public void End(ReminderRow reminder, ReminderOutcome outcome)
    {
        reminder.Outcome = outcome;
        if (reminder.Waiting is { } place) db.WaitingReminders.Remove(place);
        reminder.Waiting = null;
    }
}
