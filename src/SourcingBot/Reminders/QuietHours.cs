using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>The hours in which nobody wants a gentle reminder, in the reader's zone.</summary>
/// <param name="From">When quiet begins.</param>
/// <param name="To">When quiet ends; before <paramref name="From"/> where the night lies between. Equal to it means no quiet hours.</param>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    /// <summary>20:00 to 08:00.</summary>
    public static QuietHours Default { get; } = new(new LocalTime(20, 0), new LocalTime(8, 0));

    /// <summary>Reads "20:00-08:00".</summary>
    /// <param name="text">The setting.</param>
    /// <exception cref="FormatException">It is no such range; the message says what one looks like.</exception>
    public static QuietHours Parse(string text) => throw new NotSupportedException();

    /// <summary>Whether it is quiet.</summary>
    /// <param name="time">The time on the reader's clock.</param>
    public bool Contains(LocalTime time) => throw new NotSupportedException();
}
