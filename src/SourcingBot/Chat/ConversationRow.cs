using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>A conversation that the bot has met, with what is needed to write there uninvited.</summary>
public sealed class ConversationRow : TeamRow
{
    /// <summary>Platform, workspace and conversation in one.</summary>
    public required string Key { get; set; }

    /// <summary>The latest reference as JSON; refreshed by every event, because addresses move.</summary>
    public required string Reference { get; set; }

    /// <summary>When it was last refreshed.</summary>
    public Instant SeenAt { get; set; }

    /// <summary>When it turned out to be closed to the bot; null while it is open.</summary>
    public Instant? GoneAt { get; set; }
}

internal sealed class ConversationRowConfiguration : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("conversations");
        builder.HasKey(c => c.Key);
        builder.Property(c => c.Key).HasMaxLength(QueueTables.KeyLength);
    }
}
