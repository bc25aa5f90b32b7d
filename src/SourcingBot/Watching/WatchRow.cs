using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Watching;

/// <summary>A channel that is watched: what people write there is read without being asked. No row, no reading.</summary>
public sealed class WatchRow : TeamRow
{
    /// <summary>The channel with all its threads, see <see cref="WatchedPlace"/>.</summary>
    public required string Place { get; set; }

    /// <summary>From which verdict on the bot speaks.</summary>
    public WatchLevel Level { get; set; }

    /// <summary>Who turned it on, as JSON: warnings go to this person alone where outsiders read along.</summary>
    public required string SetBy { get; set; }

    /// <summary>When.</summary>
    public Instant SetAt { get; set; }
}

/// <summary>The table of watched channels.</summary>
internal sealed class WatchRowConfiguration : IEntityTypeConfiguration<WatchRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<WatchRow> builder)
    {
        builder.ToTable("watches");
        builder.HasKey(w => w.Place);
        builder.Property(w => w.Place).HasMaxLength(QueueTables.KeyLength);
        builder.Property(w => w.Level).HasConversion<string>().HasMaxLength(20);
    }
}
