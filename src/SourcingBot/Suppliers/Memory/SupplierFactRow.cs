using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Suppliers.Memory;

/// <summary>One thing that is remembered of a supplier.</summary>
public sealed class SupplierFactRow : TeamRow
{
    /// <summary>The id.</summary>
    public Guid Id { get; set; }

    /// <summary>The supplier.</summary>
    public Guid SupplierId { get; set; }

    /// <summary>What it is.</summary>
    public SupplierFactKind Kind { get; set; }

    /// <summary>By what it is compared: folded, for an account a hash.</summary>
    public required string Key { get; set; }

    /// <summary>As it is shown; an account with its last four characters alone.</summary>
    public required string Shown { get; set; }

    /// <summary>When it was first stated.</summary>
    public Instant FirstAt { get; set; }

    /// <summary>When it was last stated.</summary>
    public Instant LastAt { get; set; }

    /// <summary>The name of who confirmed it; null for what was learned from calm messages.</summary>
    public string? ConfirmedBy { get; set; }
}

/// <summary>The table of what is remembered.</summary>
internal sealed class SupplierFactRowConfiguration : IEntityTypeConfiguration<SupplierFactRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SupplierFactRow> builder)
    {
        builder.ToTable("supplier_facts");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.Key).HasMaxLength(200);
        builder.Property(f => f.Shown).HasMaxLength(200);
        builder.Property(f => f.ConfirmedBy).HasMaxLength(200);
        builder.HasIndex(f => new { f.SupplierId, f.Kind, f.Key }).IsUnique();
        builder.HasIndex(f => new { f.TeamId, f.Kind, f.Key });
    }
}
