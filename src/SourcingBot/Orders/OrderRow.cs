using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Orders;

/// <summary>An order that the team follows.</summary>
public sealed class OrderRow : TeamRow
{
    /// <summary>Its id; a number is not enough, because two suppliers may use the same one.</summary>
    public Guid Id { get; set; }

    /// <summary>The comparable form of the number (<see cref="OrderNumbers.Key"/>).</summary>
    public required string NumberKey { get; set; }

    /// <summary>The facts as JSON (<see cref="Order"/>).</summary>
    public required string Facts { get; set; }

    /// <summary>How far it was when it was last changed; lists leave out what has ended.</summary>
    public OrderPhase Phase { get; set; }

    /// <summary>Counts the changes; two people who change one order at once are told apart by it.</summary>
    public int Revision { get; set; }

    /// <summary>Where it was first told of and its reminders go, as JSON.</summary>
    public required string Conversation { get; set; }

    /// <summary>The key of that conversation with its thread: what is said there without a number is about this order.</summary>
    public required string ThreadKey { get; set; }

    /// <summary>Whether people from outside the team can read there: reminders then go to the owner alone.</summary>
    public bool OutsidersReadAlong { get; set; }

    /// <summary>Whether that conversation is somebody's personal chat with the bot: one reminder there is enough.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>When it was first told of.</summary>
    public Instant CreatedAt { get; set; }

    /// <summary>What happened, in no order.</summary>
    public List<OrderEventRow> Events { get; } = [];
}

/// <summary>An entry about an order. Only its undoing changes it.</summary>
public sealed class OrderEventRow : TeamRow
{
    /// <summary>The entry's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The order.</summary>
    public Guid OrderId { get; set; }

    /// <summary>The entry as JSON (<see cref="OrderEvent"/>).</summary>
    public required string Entry { get; set; }

    /// <summary>The message it was told in, so that an edit of that message corrects this entry; or null.</summary>
    public string? SourceKey { get; set; }

    /// <summary>When it was entered.</summary>
    public Instant RecordedAt { get; set; }
}

internal sealed class OrderRowConfiguration : IEntityTypeConfiguration<OrderRow>
{
    public void Configure(EntityTypeBuilder<OrderRow> builder)
    {
        builder.ToTable("orders");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.NumberKey).HasMaxLength(100);
        builder.Property(o => o.ThreadKey).HasMaxLength(300);
        builder.Property(o => o.Phase).HasConversion<string>().HasMaxLength(24);
        builder.Property(o => o.Revision).IsConcurrencyToken();
        builder.HasIndex(o => new { o.TeamId, o.NumberKey });
        builder.HasIndex(o => o.ThreadKey);
        builder.HasMany(o => o.Events).WithOne().HasForeignKey(e => e.OrderId);
    }
}

internal sealed class OrderEventRowConfiguration : IEntityTypeConfiguration<OrderEventRow>
{
    public void Configure(EntityTypeBuilder<OrderEventRow> builder)
    {
        builder.ToTable("order_events");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.SourceKey).HasMaxLength(300);
        builder.HasIndex(e => e.OrderId);
    }
}
