using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Cases;

/// <summary>What happened to a case.</summary>
public enum CaseEntryKind
{
    /// <summary>It was begun.</summary>
    Opened,

    /// <summary>A question was answered for the first time, or an answer was changed.</summary>
    Answered,

    /// <summary>The supplier offered or refused something, or said something else that counts.</summary>
    Offer,

    /// <summary>It was handed in.</summary>
    Filed,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>It was taken up again.</summary>
    Reopened,

    /// <summary>Its pack was taken.</summary>
    PackTaken,
}

/// <summary>A line of a case's history. Never changed; deleted with the case.</summary>
public sealed class CaseEntryRow : TeamRow
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>What happened.</summary>
    public CaseEntryKind Kind { get; set; }

    /// <summary>The question that was answered, or null.</summary>
    public string? QuestionId { get; set; }

    /// <summary>The answer as JSON, or words; from outside; or null.</summary>
    public string? Detail { get; set; }

    /// <summary>Who did it, as JSON; null where the program did.</summary>
    public string? By { get; set; }

    /// <summary>When.</summary>
    public Instant At { get; set; }
}

internal sealed class CaseEntryRowConfiguration : IEntityTypeConfiguration<CaseEntryRow>
{
    public void Configure(EntityTypeBuilder<CaseEntryRow> builder)
    {
        builder.ToTable("case_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(e => e.QuestionId).HasMaxLength(60);
        builder.HasIndex(e => e.CaseId);
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(e => e.CaseId);
    }
}
