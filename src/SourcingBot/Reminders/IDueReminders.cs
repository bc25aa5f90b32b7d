using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>
/// The timetable of every team, and the step that moves what is due into the outbox: inside the database, in its own dialect, on
/// connections of its own, so that no message travels to the program and back and an idle look costs next to nothing.
/// </summary>
public interface IDueReminders
{
    /// <summary>How many reminders one step moves at most.</summary>
    int MostAtOnce { get; }

    /// <summary>When the nearest reminder that waits is due; null where none waits.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<Instant?> NextAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Takes the reminders that are due in a stretch of time out of the timetable, the earliest first, and adds their outbox rows: one transaction, so that a crash leaves all of a step or nothing. Several hosts may do it at once; each
    /// reminder is taken by one of them. The rows are those of <see cref="Chat.OutboxRows.Reminder"/>.
    /// </summary>
    /// <param name="from">Due then or later.</param>
    /// <param name="now">Due now or earlier.</param>
    /// <param name="cancellationToken">Ends the step; nothing of it is left then.</param>
    /// <returns>How many were taken.</returns>
    Task<int> MoveAsync(Instant from, Instant now, CancellationToken cancellationToken);
}
