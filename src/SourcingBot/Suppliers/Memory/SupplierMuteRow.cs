using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Suppliers.Memory;

/// <summary>A rule that a team does not want to hear of for one supplier, until a day.</summary>
public sealed class SupplierMuteRow : TeamRow
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The supplier.</summary>
    public Guid SupplierId { get; set; }

    /// <summary>A rule's id, or a category's for all its rules.</summary>
    public required string Rule { get; set; }

    /// <summary>The last day on which it holds, counted in UTC.</summary>
    public LocalDate Until { get; set; }

    /// <summary>Why, in the team's words.</summary>
    public required string Reason { get; set; }

    /// <summary>Who muted it.</summary>
    public required string By { get; set; }
}

/// <summary>The table of muted rules.</summary>
internal sealed class SupplierMuteRowConfiguration : IEntityTypeConfiguration<SupplierMuteRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SupplierMuteRow> builder)
    {
        builder.ToTable("supplier_mutes");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Rule).HasMaxLength(60);
        builder.Property(m => m.Until).HasConversion(d => d.ToString("uuuu-MM-dd", null), s => NodaTime.Text.LocalDatePattern.Iso.Parse(s).Value).HasMaxLength(10);
        builder.Property(m => m.Reason).HasMaxLength(300);
        builder.Property(m => m.By).HasMaxLength(200);
        builder.HasIndex(m => new { m.SupplierId, m.Rule }).IsUnique();
    }
}
