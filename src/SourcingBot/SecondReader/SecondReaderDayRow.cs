using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SourcingBot.Data;

namespace SourcingBot.SecondReader;

/// <summary>How often the second reader was asked on a day.</summary>
public sealed class SecondReaderDayRow : TeamRow
{
    /// <summary>The day in UTC, as 2026-11-27.</summary>
    public required string Day { get; set; }

    /// <summary>How often.</summary>
    public int Asked { get; set; }
}

/// <summary>The table of days.</summary>
internal sealed class SecondReaderDayRowConfiguration : IEntityTypeConfiguration<SecondReaderDayRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SecondReaderDayRow> builder)
    {
        builder.ToTable("second_reader_days");
        builder.HasKey(d => new { d.TeamId, d.Day });
        builder.Property(d => d.Day).HasMaxLength(10);
    }
}
