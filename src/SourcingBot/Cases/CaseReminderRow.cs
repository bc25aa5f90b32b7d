using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Cases;

/// <summary>A reminder of a case: to finish it, or to do a step in time.</summary>
public sealed class CaseReminderRow : TeamRow
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>What it is about: "finish", or "step/" and the step's name; once in a case.</summary>
    public required string Key { get; set; }

    /// <summary>When it is to be sent, at a decent hour from then on.</summary>
    public Instant DueAt { get; set; }

    /// <summary>When it was sent, or null.</summary>
    public Instant? SentAt { get; set; }
}

internal sealed class CaseReminderRowConfiguration : IEntityTypeConfiguration<CaseReminderRow>
{
    public void Configure(EntityTypeBuilder<CaseReminderRow> builder)
    {
        builder.ToTable("case_reminders");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(80);
        builder.HasIndex(r => new { r.CaseId, r.Key }).IsUnique();
        builder.HasIndex(r => r.DueAt).HasFilter("\"SentAt\" IS NULL").HasDatabaseName("ix_case_reminders_due");
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseId);
    }
}
