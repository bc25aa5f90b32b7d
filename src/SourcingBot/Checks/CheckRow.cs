using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Risk;
using SourcingBot.Text;

namespace SourcingBot.Checks;

/// <summary>What was made of one message.</summary>
public sealed class CheckRow : TeamRow
{
    /// <summary>The order of checking.</summary>
    public long Id { get; set; }

    /// <summary>The event that asked for it; deleted before this row is.</summary>
    public long InboxId { get; set; }

    /// <summary>When it was checked.</summary>
    public Instant CheckedAt { get; set; }

    /// <summary>What was told of its words, without what is muted for the supplier.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>Rule ids and spans as JSON, never words: those stay in the event and go with it.</summary>
    public required string Findings { get; set; }

    /// <summary>The findings that were told.</summary>
    internal IReadOnlyList<StoredFinding> Told() => JsonSerializer.Deserialize(Findings, StoredFindingJson.Default.IReadOnlyListStoredFinding) ?? [];

    /// <summary>The row of a check.</summary>
    /// <param name="inboxId">The event that asked for it.</param>
    /// <param name="now">The time.</param>
    /// <param name="report">What is told of the message.</param>
    public static CheckRow Of(long inboxId, Instant now, RiskReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        IReadOnlyList<StoredFinding> findings = [.. report.Findings.Select(f => new StoredFinding(f.RuleId, f.Evidence, f.Category))];
        return new CheckRow
        {
            InboxId = inboxId,
            CheckedAt = now,
            Verdict = report.Verdict,
            Findings = JsonSerializer.Serialize(findings, StoredFindingJson.Default.IReadOnlyListStoredFinding),
        };
    }
}

/// <summary>A finding as it is kept: which rule, and where.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Spans">Start and length of each stretch.</param>
/// <param name="Category">Its category; null in rows of versions that did not keep it.</param>
internal sealed record StoredFinding(string Rule, IReadOnlyList<TextSpan> Spans, string? Category = null);

/// <summary>The JSON of findings.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<StoredFinding>))]
internal sealed partial class StoredFindingJson : JsonSerializerContext;

internal sealed class CheckRowConfiguration : IEntityTypeConfiguration<CheckRow>
{
    public void Configure(EntityTypeBuilder<CheckRow> builder)
    {
        builder.ToTable("checks");
        builder.HasIndex(c => c.InboxId).IsUnique();
        builder.Property(c => c.Verdict).HasConversion<string>().HasMaxLength(16);
    }
}
