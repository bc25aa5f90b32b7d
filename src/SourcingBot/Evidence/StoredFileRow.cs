using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Evidence;

/// <summary>A file that a person sent. Its bytes lie under its id in <see cref="FileStore"/>; they were there before this row.</summary>
public sealed class StoredFileRow : TeamRow
{
    /// <summary>Its id, ours; the name of its bytes.</summary>
    public Guid Id { get; set; }

    /// <summary>Its name as it came, made fit to be shown (<see cref="FileNames.Shown"/>).</summary>
    public required string Name { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; set; }

    /// <summary>What it is by its first bytes.</summary>
    public FileKind Kind { get; set; }

    /// <summary>What its sender's program said that it is, or null; never relied on.</summary>
    public string? DeclaredType { get; set; }

    /// <summary>Who sent it: platform, workspace and the platform's id of the person in one.</summary>
    public required string SenderKey { get; set; }

    /// <summary>The sender's name as the platform told it, or null; from outside.</summary>
    public string? SenderName { get; set; }

    /// <summary>When it was sent, as the platform says.</summary>
    public Instant SentAt { get; set; }

    /// <summary>The message that it came with: platform, workspace and the message in one.</summary>
    public required string EventKey { get; set; }

    /// <summary>Which file of that message, from 0; unique with the message, so that none is taken twice.</summary>
    public int Position { get; set; }

    /// <summary>The case that it belongs to, or null.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The question that it answers, or null.</summary>
    public string? QuestionId { get; set; }
}

internal sealed class StoredFileRowConfiguration : IEntityTypeConfiguration<StoredFileRow>
{
    /// <summary>Characters of a declared type and of a sender's name that are kept.</summary>
    public const int WordLength = 200;

    public void Configure(EntityTypeBuilder<StoredFileRow> builder)
    {
        builder.ToTable("files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(FileNames.Longest);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(f => f.DeclaredType).HasMaxLength(WordLength);
        builder.Property(f => f.SenderKey).HasMaxLength(QueueTables.KeyLength);
        builder.Property(f => f.SenderName).HasMaxLength(WordLength);
        builder.Property(f => f.EventKey).HasMaxLength(QueueTables.KeyLength);
        builder.Property(f => f.QuestionId).HasMaxLength(100);
        builder.HasIndex(f => new { f.TeamId, f.EventKey, f.Position }).IsUnique();
        builder.HasIndex(f => f.CaseId);
    }
}
