using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Risk;

namespace SourcingBot.Watching;

/// <summary>That a thread of a watched channel was warned in: a second warning of the same kind there would only be noise.</summary>
public sealed class WatchWarningRow : TeamRow
{
    /// <summary>The thread.</summary>
    public required string Thread { get; set; }

    /// <summary>What was said last.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>When.</summary>
    public Instant WarnedAt { get; set; }
}

/// <summary>The table of warned threads.</summary>
internal sealed class WatchWarningRowConfiguration : IEntityTypeConfiguration<WatchWarningRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<WatchWarningRow> builder)
    {
        builder.ToTable("watch_warnings");
        builder.HasKey(w => w.Thread);
        builder.Property(w => w.Thread).HasMaxLength(QueueTables.KeyLength);
        builder.Property(w => w.Verdict).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(w => w.WarnedAt);
    }
}
