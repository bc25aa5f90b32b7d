using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SourcingBot.Chat;

internal sealed class InboxRowConfiguration : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("inbox");
        QueueTables.ConfigureQueue(builder);
        builder.Property(r => r.EventId).HasMaxLength(QueueTables.KeyLength);
        builder.Property(r => r.DedupeKey).HasMaxLength(QueueTables.KeyLength);
        builder.HasIndex(r => new { r.Platform, r.EventId }).IsUnique();
        builder.HasIndex(r => new { r.Platform, r.DedupeKey }).IsUnique();
    }
}

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        QueueTables.ConfigureQueue(builder);
        builder.Property(r => r.DedupeKey).HasMaxLength(QueueTables.KeyLength);
        builder.Property(r => r.AnswerKey).HasMaxLength(QueueTables.KeyLength);
        builder.HasIndex(r => r.DedupeKey).IsUnique();
        builder.HasIndex(r => new { r.Platform, r.AnswerKey }).HasFilter("\"AnswerKey\" IS NOT NULL");
    }
}

/// <summary>What the two queues have in common.</summary>
internal static class QueueTables
{
    /// <summary>Longer keys are cut and end in a hash of the whole.</summary>
    public const int KeyLength = 300;

    /// <summary>Columns and indexes of a queue.</summary>
    public static void ConfigureQueue<T>(EntityTypeBuilder<T> builder)
        where T : QueueRow
    {
        builder.Property(r => r.Id).ValueGeneratedOnAdd();
        builder.Property(r => r.Platform).HasMaxLength(32);
        builder.Property(r => r.ConversationKey).HasMaxLength(KeyLength);
        builder.Property(r => r.Fault).HasMaxLength(200);

        // One in flight per conversation, whichever host claims it.
        builder.HasIndex(r => r.ConversationKey).IsUnique().HasFilter($"\"Status\" = {(int)QueueStatus.InFlight}")
            .HasDatabaseName($"ix_{builder.Metadata.GetTableName()}_one_in_flight");
        builder.HasIndex(r => new { r.Status, r.NotBefore });
    }
}
