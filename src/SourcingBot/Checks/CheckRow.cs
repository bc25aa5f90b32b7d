using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Risk;

namespace SourcingBot.Checks;

/// <summary>What was made of one message.</summary>
public sealed class CheckRow : TeamRow
{
    /// <summary>The order of checking.</summary>
    public long Id { get; set; }

    /// <summary>The event that asked for it; deleted before this row is.</summary>
    public long InboxId { get; set; }

    /// <summary>When it was checked.</summary>
    public Instant CheckedAt { get; set; }

    /// <summary>What came out.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>Rule ids and spans as JSON, never words: those stay in the event and go with it.</summary>
    public required string Findings { get; set; }
}

internal sealed class CheckRowConfiguration : IEntityTypeConfiguration<CheckRow>
{
    public void Configure(EntityTypeBuilder<CheckRow> builder)
    {
        builder.ToTable("checks");
        builder.HasIndex(c => c.InboxId).IsUnique();
        builder.Property(c => c.Verdict).HasConversion<string>().HasMaxLength(16);
    }
}
