using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Suppliers;

/// <summary>Why a supplier is to be checked again.</summary>
public enum ReCheckReason
{
    /// <summary>A year has gone by.</summary>
    Yearly,

    /// <summary>The price changed after it was agreed.</summary>
    Price,

    /// <summary>Where or how to pay changed.</summary>
    Payment,

    /// <summary>Goods failed an inspection, were others than agreed, or led to a refund request.</summary>
    Quality,
}

/// <summary>A supplier of the team's orders, and when to check it again. The yearly check and the reasons for a sooner one after Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026).</summary>
public sealed class SupplierRow : TeamRow
{
    /// <summary>Its id.</summary>
    public Guid Id { get; set; }

    /// <summary>The comparable form of the name (<see cref="KeyOf"/>).</summary>
    public required string Key { get; set; }

    /// <summary>The name as first written; from outside.</summary>
    public required string Name { get; set; }

    /// <summary>When somebody said that it was checked, or null.</summary>
    public Instant? CheckedAt { get; set; }

    /// <summary>When to check it again.</summary>
    public Instant DueAt { get; set; }

    /// <summary>Why then.</summary>
    public ReCheckReason Reason { get; set; }

    /// <summary>When the team was last reminded, or null; what fell due before that was told.</summary>
    public Instant? RemindedOf { get; set; }

    /// <summary>Where the reminder goes, as JSON: where its newest order was told of.</summary>
    public required string Conversation { get; set; }

    /// <summary>Who is reminded where outsiders read along, as JSON.</summary>
    public required string Person { get; set; }

    /// <summary>Whether people from outside the team can read there.</summary>
    public bool OutsidersReadAlong { get; set; }

    /// <summary>The IANA id of the zone of whoever told of the newest order, or null.</summary>
    public string? Zone { get; set; }

    /// <summary>The beginning of a text, without half a character at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many UTF-16 units at most.</param>
    internal static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The comparable form of a name: letters and digits of any script in capitals, without blanks and marks.</summary>
    /// <param name="name">As written.</param>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) key.Append(Rune.ToUpperInvariant(rune).ToString());
        }

        return Cut(key.ToString(), SupplierRowConfiguration.KeyLength);
    }
}

internal sealed class SupplierRowConfiguration : IEntityTypeConfiguration<SupplierRow>
{
    public const int KeyLength = 200;

    public void Configure(EntityTypeBuilder<SupplierRow> builder)
    {
        builder.ToTable("suppliers");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Key).HasMaxLength(KeyLength);
        builder.Property(s => s.Reason).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Zone).HasMaxLength(64);
        builder.HasIndex(s => new { s.TeamId, s.Key }).IsUnique();
        builder.HasIndex(s => s.DueAt);
    }
}
