using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Risk;

namespace SourcingBot.Feedback;

/// <summary>What one person says of one answer; saying it again replaces it.</summary>
public sealed class FeedbackRow : TeamRow
{
    /// <summary>The order of saying.</summary>
    public long Id { get; set; }

    /// <summary>The event that was judged.</summary>
    public long InboxId { get; set; }

    /// <summary>Who says it, by the platform's id.</summary>
    public required string Person { get; set; }

    /// <summary>What is said.</summary>
    public Opinion Opinion { get; set; }

    /// <summary>For what was missed: the category that the person chose, or null.</summary>
    public string? Category { get; set; }

    /// <summary>What the bot had said.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>The categories that the bot had named, apart by commas.</summary>
    public required string Named { get; set; }

    /// <summary>The message, account numbers masked: without its words the opinion teaches nothing.</summary>
    public required string Text { get; set; }

    /// <summary>When.</summary>
    public Instant SaidAt { get; set; }
}

/// <summary>The table of opinions.</summary>
internal sealed class FeedbackRowConfiguration : IEntityTypeConfiguration<FeedbackRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<FeedbackRow> builder)
    {
        builder.ToTable("feedback");
        builder.HasIndex(f => new { f.InboxId, f.Person }).IsUnique();
        builder.Property(f => f.Person).HasMaxLength(100);
        builder.Property(f => f.Opinion).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.Verdict).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.Category).HasMaxLength(40);
    }
}
