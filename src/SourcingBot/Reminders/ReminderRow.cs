using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>What became of a reminder, beyond being sent.</summary>
public enum ReminderOutcome
{
    /// <summary>Nothing: it waits while it has a place in the timetable (<see cref="WaitingReminderRow"/>), and was sent when it has none.</summary>
    None = 0,

    /// <summary>Told in a summary, because the program was down at its time, or by a card that came at its time.</summary>
    Summarised = 2,

    /// <summary>Somebody said that it is done with, before or after it was sent.</summary>
    Answered = 3,

    /// <summary>It no longer holds: the deadline moved or ended.</summary>
    Cancelled = 4,
}

/// <summary>To whom a reminder goes.</summary>
public enum ReminderTarget
{
    /// <summary>The conversation in which the order was told of.</summary>
    Conversation,

    /// <summary>The owner, in person.</summary>
    Owner,

    /// <summary>The backup, in person.</summary>
    Backup,
}

/// <summary>
/// One reminder to one target, with the message that will be sent. Whoever changes an order replaces its reminders and their places
/// in the timetable in the same transaction, so that the sweep only has to move what is due into the outbox.
/// </summary>
public sealed class ReminderRow : TeamRow
{
    /// <summary>The order of planning.</summary>
    public long Id { get; set; }

    /// <summary>The order.</summary>
    public Guid OrderId { get; set; }

    /// <summary>What it is recognised by (<see cref="PlannedReminder.Key"/>); once for each target.</summary>
    public required string Key { get; set; }

    /// <summary>The deadline it belongs to.</summary>
    public required string DeadlineKey { get; set; }

    /// <summary>To whom.</summary>
    public ReminderTarget Target { get; set; }

    /// <summary>How it is meant.</summary>
    public ReminderKind Kind { get; set; }

    /// <summary>When it is to be sent.</summary>
    public Instant DueAt { get; set; }

    /// <summary>When the deadline ends or opens.</summary>
    public Instant DeadlineAt { get; set; }

    /// <summary>Whether somebody put it off; its time then stays when the order is planned again.</summary>
    public bool IsSnoozed { get; set; }

    /// <summary>What became of it.</summary>
    public ReminderOutcome Outcome { get; set; }

    /// <summary>The token of its buttons, which nobody can guess; later reminders have later ones (<see cref="CardTokens.CreateInOrder"/>).</summary>
    public required string Token { get; set; }

    /// <summary>The platform.</summary>
    public required string Platform { get; set; }

    /// <summary>The key of the conversation it is sent into (or in whose organisation the person is).</summary>
    public required string ConversationKey { get; set; }

    /// <summary>That conversation as JSON.</summary>
    public required string Conversation { get; set; }

    /// <summary>The person, as JSON.</summary>
    public required string Person { get; set; }

    /// <summary>The message, as JSON.</summary>
    public required string Message { get; set; }

    /// <summary>Its place in the timetable while it waits, where <see cref="Timetable"/> has read it; else null.</summary>
    public WaitingReminderRow? Waiting { get; set; }
}

internal sealed class ReminderRowConfiguration : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.ToTable("reminders");
        builder.Property(r => r.Id).ValueGeneratedOnAdd();
        builder.Property(r => r.Key).HasMaxLength(200);
        builder.Property(r => r.DeadlineKey).HasMaxLength(150);
        builder.Property(r => r.Token).HasMaxLength(32);
        builder.Property(r => r.Platform).HasMaxLength(32);
        builder.Property(r => r.ConversationKey).HasMaxLength(300);
        builder.HasIndex(r => new { r.OrderId, r.Key, r.Target }).IsUnique();
        builder.HasIndex(r => r.Token).IsUnique();
        builder.Ignore(r => r.Waiting);
        builder.HasOne<Orders.OrderRow>().WithMany().HasForeignKey(r => r.OrderId);
    }
}
