using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>How far a case is.</summary>
public enum CaseStage
{
    /// <summary>Its questions are being answered.</summary>
    Collecting,

    /// <summary>It was handed in; its clocks run.</summary>
    Filed,

    /// <summary>It is over.</summary>
    Closed,
}

/// <summary>A guided conversation that somebody began: a dispute, a report, a vetting. It is kept until it is deleted.</summary>
public sealed class CaseRow : TeamRow
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>The name by which people call it, as "D-7KQ2"; unique in the team.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for.</summary>
    public FlowKind Kind { get; set; }

    /// <summary>The flow that asks its questions (<see cref="FlowDefinition.Id"/>).</summary>
    public required string FlowId { get; set; }

    /// <summary>The version of the flow in which a question was last answered.</summary>
    public int FlowVersion { get; set; }

    /// <summary>How far it is.</summary>
    public CaseStage Stage { get; set; }

    /// <summary>The order it is about, or null.</summary>
    public Guid? OrderId { get; set; }

    /// <summary>The answers by question, as JSON.</summary>
    public required string Answers { get; set; }

    /// <summary>Counts the changes; two people who change one case at once are told apart by it.</summary>
    public int Revision { get; set; }

    /// <summary>Where its reminders go, as JSON: where it was begun.</summary>
    public required string Conversation { get; set; }

    /// <summary>Who began it, as JSON; reminders go to this person.</summary>
    public required string Person { get; set; }

    /// <summary>The IANA id of that person's zone, or null.</summary>
    public string? Zone { get; set; }

    /// <summary>When it was begun.</summary>
    public Instant CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public Instant ChangedAt { get; set; }

    /// <summary>When it was closed, or null.</summary>
    public Instant? ClosedAt { get; set; }
}

internal sealed class CaseRowConfiguration : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(12);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Stage).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.FlowId).HasMaxLength(60);
        builder.Property(c => c.Zone).HasMaxLength(64);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasIndex(c => new { c.TeamId, c.Name }).IsUnique();
        builder.HasIndex(c => c.OrderId);
    }
}
