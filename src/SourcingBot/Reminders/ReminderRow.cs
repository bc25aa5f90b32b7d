using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>Where a reminder stands.</summary>
public enum ReminderStatus
{
    /// <summary>Waits for its time.</summary>
    Pending,

    /// <summary>Handed to the outbox.</summary>
    Sent,

    /// <summary>Told in a summary, because the program was down at its time.</summary>
    Summarised,

    /// <summary>Somebody said that it is done with, before or after it was sent.</summary>
    Answered,

    /// <summary>It no longer holds: the deadline moved or ended.</summary>
    Cancelled,
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
/// One reminder to one target, with the message that will be sent. The rows are the truth about what is due; whoever changes an
/// order replaces its rows in the same transaction, so that the sweep only has to move what is due into the outbox.
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

    /// <summary>Where it stands.</summary>
    public ReminderStatus Status { get; set; }

    /// <summary>The random token of its buttons.</summary>
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

        // Only what waits is looked for, and it is a small part of all rows in the long run.
        builder.HasIndex(r => r.DueAt).HasFilter($"\"Status\" = {(int)ReminderStatus.Pending}").HasDatabaseName("ix_reminders_due");
        builder.HasOne<Orders.OrderRow>().WithMany().HasForeignKey(r => r.OrderId);
    }
}
