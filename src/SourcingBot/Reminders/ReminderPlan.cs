using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>How a reminder is meant.</summary>
public enum ReminderKind
{
    /// <summary>In good time: kept to decent hours and working days.</summary>
    Gentle,

    /// <summary>The last one before a deadline: sent whatever the hour or day, with a word why.</summary>
    Last,

    /// <summary>Told at once, because its time was over when it was planned: one for all such.</summary>
    CatchUp,

    /// <summary>Told at once: the deadline is already over.</summary>
    Late,

    /// <summary>To the backup, if nobody reacted to the two before it.</summary>
    Escalation,
}

/// <summary>Why a last reminder came although it was quiet.</summary>
[Flags]
public enum QuietBreak
{
    /// <summary>It came at a decent hour of a working day.</summary>
    None = 0,

    /// <summary>In quiet hours.</summary>
    QuietHours = 1,

    /// <summary>On a weekend.</summary>
    Weekend = 2,

    /// <summary>On a holiday of the reader's country.</summary>
    ReaderHoliday = 4,

    /// <summary>On a holiday of the supplier's country.</summary>
    SupplierHoliday = 8,
}

/// <summary>One reminder to come.</summary>
public sealed record PlannedReminder
{
    /// <summary>What it is recognised by when an order is planned again: the deadline's key, its date and the offset ("…/2026-07-01/7d", "…/2026-07-01/escalation"). A key that was sent is not sent again.</summary>
    public required string Key { get; init; }

    /// <summary>The deadline's key.</summary>
    public required string DeadlineKey { get; init; }

    /// <summary>When to send it.</summary>
    public required Instant At { get; init; }

    /// <summary>How it is meant.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>How many days before the deadline it belongs to; 0 is the last day.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>Where it would have been without quiet hours, weekends and holidays, when it was moved; else null.</summary>
    public Instant? MovedFrom { get; init; }

    /// <summary>Why it comes although it is quiet, for the last one.</summary>
    public QuietBreak Breaks { get; init; }

    /// <summary>The holiday's name where one was moved around or broken, or null.</summary>
    public string? Holiday { get; init; }

    /// <summary>For an escalation: the keys of the reminders of which one must have been answered to make it needless.</summary>
    public IReadOnlyList<string> UnlessAnswered { get; init; } = [];
}

/// <summary>Whose time and calendars count.</summary>
/// <param name="Zone">The reader's zone.</param>
/// <param name="Reader">The reader's country's calendar.</param>
/// <param name="Supplier">The supplier's country's calendar.</param>
/// <param name="Quiet">The quiet hours.</param>
public sealed record ReaderTime(DateTimeZone Zone, WorkingCalendar Reader, WorkingCalendar Supplier, QuietHours Quiet);
