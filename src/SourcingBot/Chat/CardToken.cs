using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>
/// What a card's buttons are about. A button carries the random token and a verb; what comes back is looked up here, so that a
/// forged or copied button does nothing in another conversation or another person's hand.
/// </summary>
public sealed class CardTokenRow : TeamRow
{
    /// <summary>The random token.</summary>
    public required string Token { get; set; }

    /// <summary>The conversation in which the card stands, without its thread; its buttons work nowhere else.</summary>
    public required string ConversationKey { get; set; }

    /// <summary>The one person who sees the card, by the platform's id, or null where everybody there does.</summary>
    public string? OnlyFor { get; set; }

    /// <summary>What the card is about, in its slice's own form.</summary>
    public required string Subject { get; set; }

    /// <summary>When the card was made.</summary>
    public Instant CreatedAt { get; set; }
}

/// <summary>Makes and reads the tokens of buttons.</summary>
internal static class CardTokens
{
    private const char Separator = '.';

    /// <summary>A token that nobody can guess: 128 random bits.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// A token that nobody can guess, 96 random bits, and that sorts behind earlier ones: an index of many then grows at its end.
    /// </summary>
    /// <param name="now">The time; milliseconds count.</param>
    /// <param name="n">Which of those made together, 0 to 4095.</param>
    public static string CreateInOrder(Instant now, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds():x11}{n & 0xfff:x3}") + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));

    /// <summary>The row by which a card's buttons are understood when they come back.</summary>
    /// <param name="token">The card's token.</param>
    /// <param name="conversation">Where the card stands.</param>
    /// <param name="onlyFor">The one person who sees it, or null.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="now">The time.</param>
    public static CardTokenRow Row(string token, ConversationRef conversation, string? onlyFor, string subject, Instant now) => new()
    {
        Token = token,
        ConversationKey = StorableKey.OfConversation(conversation),
        OnlyFor = onlyFor,
        Subject = subject,
        CreatedAt = now,
    };

    /// <summary>What a button carries.</summary>
    /// <param name="token">The card's token.</param>
    /// <param name="verb">What the button does.</param>
    public static string WithVerb(string token, string verb) => $"{token}{Separator}{verb}";

    /// <summary>Takes what a button carried apart; empty parts where it is none of ours.</summary>
    /// <param name="value">What came back.</param>
    public static (string Token, string Verb) Split(string value)
    {
        var at = value.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? (string.Empty, string.Empty) : (value[..at], value[(at + 1)..]);
    }
}

internal sealed class CardTokenRowConfiguration : IEntityTypeConfiguration<CardTokenRow>
{
    public void Configure(EntityTypeBuilder<CardTokenRow> builder)
    {
        builder.ToTable("card_tokens");
        builder.HasKey(t => t.Token);
        builder.Property(t => t.Token).HasMaxLength(32);
        builder.Property(t => t.ConversationKey).HasMaxLength(QueueTables.KeyLength);
        builder.Property(t => t.OnlyFor).HasMaxLength(100);
    }
}
