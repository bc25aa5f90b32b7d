using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>Moves due reminders into the outbox inside the database, in its own dialect: no message travels to the program and back.</summary>
public interface IDueReminders
{
    /// <summary>How many reminders one step moves at most.</summary>
    int MostAtOnce { get; }

    /// <summary>
    /// Takes the reminders of every team that wait and are due in a stretch of time, the earliest first, adds their outbox rows and
    /// marks them as sent: one transaction, so that a crash leaves all of a step or nothing. Several hosts may do it at once; each
    /// reminder is taken by one of them. The rows are those of <see cref="Chat.OutboxRows.Reminder"/>.
    /// </summary>
    /// <param name="db">The database; in no transaction.</param>
    /// <param name="from">Due then or later.</param>
    /// <param name="now">Due now or earlier.</param>
    /// <param name="cancellationToken">Ends the step; nothing of it is left then.</param>
    /// <returns>How many were taken.</returns>
    Task<int> MoveAsync(SourcingDbContext db, Instant from, Instant now, CancellationToken cancellationToken);
}
