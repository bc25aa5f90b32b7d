using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace SourcingBot.Slack;

/// <summary>Checks that Slack sent a request: an HMAC over the raw bytes and a recent time.</summary>
internal static class SlackSignature
{
    /// <summary>Slack's own limit against replays, in both directions of the clock.</summary>
    private static readonly Duration LargestSkew = Duration.FromMinutes(5);

    /// <summary>Whether the signature is right.</summary>
    /// <param name="secret">The signing secret.</param>
    /// <param name="timestamp">The header X-Slack-Request-Timestamp.</param>
    /// <param name="signature">The header X-Slack-Signature.</param>
    /// <param name="body">The bytes as they were received.</param>
    /// <param name="now">The time.</param>
    public static bool Verify(string secret, StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body, Instant now)
    {
        if (secret.Length == 0 || timestamp.Count != 1 || signature.Count != 1) return false;
        if (!long.TryParse(timestamp[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 100_000_000_000) return false;
        var skew = now - Instant.FromUnixTimeSeconds(seconds);
        if (skew > LargestSkew || skew < -LargestSkew) return false;
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp[0]}:"));
        hmac.AppendData(body);
        var expected = Encoding.ASCII.GetBytes("v0=" + Convert.ToHexStringLower(hmac.GetHashAndReset()));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature[0] ?? string.Empty));
    }
}
