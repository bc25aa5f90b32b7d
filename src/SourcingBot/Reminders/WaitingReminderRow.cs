using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Reminders;

/// <summary>
/// A place in the timetable: a reminder that waits for its time. It is all that a sweep reads and deletes, so it is narrow and in
/// the order of time; the words stay with the reminder until they are sent. It comes and goes with the change of the reminder, in
/// the same transaction; a reminder is handed over by whoever deletes this row.
/// </summary>
public sealed class WaitingReminderRow : TeamRow
{
    /// <summary>When it is to be sent; the same as the reminder's.</summary>
    public Instant DueAt { get; init; }

    /// <summary>The reminder's token. Those of one instant are sent in its order.</summary>
    public required string Token { get; init; }

    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The key of the conversation it is sent into.</summary>
    public required string ConversationKey { get; init; }
}

internal sealed class WaitingReminderRowConfiguration : IEntityTypeConfiguration<WaitingReminderRow>
{
    public void Configure(EntityTypeBuilder<WaitingReminderRow> builder)
    {
        // No other index and no foreign key: each would cost the sweep as much as the row itself. On SQLite the migration makes
        // the table without a rowid, so that what is due at one time stands on the same pages.
        builder.ToTable("waiting_reminders");
        builder.HasKey(w => new { w.DueAt, w.Token });
        builder.Property(w => w.Token).HasMaxLength(32);
        builder.Property(w => w.Platform).HasMaxLength(32);
        builder.Property(w => w.ConversationKey).HasMaxLength(QueueTables.KeyLength);
    }
}
