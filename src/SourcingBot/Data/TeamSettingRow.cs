using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SourcingBot.Data;

/// <summary>What a team chose for itself, one row for each thing.</summary>
public sealed class TeamSettingRow : TeamRow
{
    /// <summary>What it is about: "weekly-digest", "policy-length/POLICY/RULE".</summary>
    public required string Name { get; set; }

    /// <summary>What was chosen, in its slice's own form.</summary>
    public required string Value { get; set; }
}

internal sealed class TeamSettingRowConfiguration : IEntityTypeConfiguration<TeamSettingRow>
{
    public void Configure(EntityTypeBuilder<TeamSettingRow> builder)
    {
        builder.ToTable("team_settings");
        builder.HasKey(s => new { s.TeamId, s.Name });
        builder.Property(s => s.Name).HasMaxLength(200);
    }
}
