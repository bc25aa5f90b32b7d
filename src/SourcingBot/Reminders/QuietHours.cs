using NodaTime;
using NodaTime.Text;

namespace SourcingBot.Reminders;

/// <summary>The hours in which nobody wants a gentle reminder, in the reader's zone.</summary>
/// <param name="From">When quiet begins.</param>
/// <param name="To">When quiet ends; before <paramref name="From"/> where the night lies between. Equal to it means no quiet hours.</param>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>20:00 to 08:00.</summary>
    public static QuietHours Default { get; } = new(new LocalTime(20, 0), new LocalTime(8, 0));

    /// <summary>Reads "20:00-08:00".</summary>
    /// <param name="text">The setting.</param>
    /// <exception cref="FormatException">It is no such range; the message says what one looks like.</exception>
    public static QuietHours Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Pattern.Parse(parts[0]) is { Success: true } from && Pattern.Parse(parts[1]) is { Success: true } to)
            return new QuietHours(from.Value, to.Value);
        throw new FormatException($"“{text}” are no quiet hours. Write them as 20:00-08:00.");
    }

    /// <summary>Whether it is quiet.</summary>
    /// <param name="time">The time on the reader's clock.</param>
    public bool Contains(LocalTime time) => From <= To ? time >= From && time < To : time >= From || time < To;

    /// <inheritdoc/>
    public override string ToString() => $"{Pattern.Format(From)}-{Pattern.Format(To)}";
}
