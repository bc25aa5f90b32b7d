using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Reminders;

namespace SourcingBot.Checks;

/// <summary>Knows the day from which "tomorrow" counts in a message.</summary>
/// <param name="people">Whose zone a day is counted in.</param>
/// <param name="options">The zone of people whose own is not known.</param>
internal sealed class AskedDay(People people, ReminderOptions options)
{
    /// <summary>The day on the calendar of who sent the message; null where no zone is known, because it would be a wrong day for half the world.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<LocalDate?> OfAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var zone = await people.ZoneOfAsync(message, cancellationToken) ?? options.TimeZone;
        return zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known ? (message.WrittenAt ?? message.SentAt).InZone(known).Date : null;
    }
}
