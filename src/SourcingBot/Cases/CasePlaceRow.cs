using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Cases;

/// <summary>A place where a case is talked about: a thread, or somebody's personal chat. What is said there without a name is about this case.</summary>
public sealed class CasePlaceRow : TeamRow
{
    /// <summary>The key of the thread, or of the person.</summary>
    public required string Key { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The question that was last asked there, or null where none was: then words are for somebody else.</summary>
    public string? Asked { get; set; }

    /// <summary>When it was asked; an answer that somebody else gave since is not overwritten without a word.</summary>
    public Instant AskedAt { get; set; }
}

internal sealed class CasePlaceRowConfiguration : IEntityTypeConfiguration<CasePlaceRow>
{
    public void Configure(EntityTypeBuilder<CasePlaceRow> builder)
    {
        builder.ToTable("case_places");
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).HasMaxLength(300);
        builder.Property(p => p.Asked).HasMaxLength(60);
        builder.HasIndex(p => p.CaseId);
        builder.HasOne<CaseRow>().WithMany().HasForeignKey(p => p.CaseId);
    }
}
