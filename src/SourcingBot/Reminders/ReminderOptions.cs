namespace SourcingBot.Reminders;

/// <summary>The settings of reminders.</summary>
/// <param name="SweepSeconds">How often due reminders are looked for, in seconds (<c>Reminders:SweepSeconds</c>).</param>
/// <param name="QuietHours">When gentle reminders are not sent, on the reader's clock (<c>Reminders:QuietHours</c>).</param>
/// <param name="TimeZone">The IANA id of the zone of readers whose own is not known (<c>Reminders:TimeZone</c>), or null: they are asked.</param>
public sealed record ReminderOptions(int SweepSeconds, QuietHours QuietHours, string? TimeZone)
{
    /// <summary>What holds without settings.</summary>
    public static ReminderOptions Default { get; } = new(15, QuietHours.Default, null);
}
