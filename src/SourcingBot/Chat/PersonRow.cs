using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>What is known of a person who spoke to the bot.</summary>
public sealed class PersonRow : TeamRow
{
    /// <summary>Platform, workspace and the platform's id of the person in one.</summary>
    public required string Key { get; set; }

    /// <summary>The IANA id of the person's zone as the platform tells it, or null.</summary>
    public string? PlatformZone { get; set; }

    /// <summary>The IANA id of the zone that the person told the bot, which counts first; or null.</summary>
    public string? ToldZone { get; set; }

    /// <summary>When the person was last heard of.</summary>
    public Instant SeenAt { get; set; }
}

internal sealed class PersonRowConfiguration : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("people");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).HasMaxLength(QueueTables.KeyLength);
        builder.Property(p => p.PlatformZone).HasMaxLength(64);
        builder.Property(p => p.ToldZone).HasMaxLength(64);
    }
}
