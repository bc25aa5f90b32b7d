using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Orders;

/// <summary>An order that somebody began to tell of and for which a fact was asked: the next words of that person there are the answer.</summary>
public sealed class OrderDraftRow : TeamRow
{
    /// <summary>Conversation, thread and person in one.</summary>
    public required string Key { get; set; }

    /// <summary>The facts so far as JSON (<see cref="Order"/>).</summary>
    public required string Facts { get; set; }

    /// <summary>What was asked.</summary>
    public OrderGap Asked { get; set; }

    /// <summary>When it was asked.</summary>
    public Instant AskedAt { get; set; }
}

/// <summary>A fact without which an order cannot be followed.</summary>
public enum OrderGap
{
    /// <summary>The order number.</summary>
    Number,

    /// <summary>The supplier.</summary>
    Supplier,
}

internal sealed class OrderDraftRowConfiguration : IEntityTypeConfiguration<OrderDraftRow>
{
    public void Configure(EntityTypeBuilder<OrderDraftRow> builder)
    {
        builder.ToTable("order_drafts");
        builder.HasKey(d => d.Key);
        builder.Property(d => d.Key).HasMaxLength(300);
    }
}
