using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SourcingBot.Testing;

/// <summary>Sends as Slack does: signed over the raw bytes.</summary>
public static class SignedSlack
{
    /// <summary>The secret of the tests.</summary>
    public const string Secret = "test-signing-secret";

    /// <summary>Makes a signed request.</summary>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="age">How old the time stamp is; negative lies in the future.</param>
    /// <param name="secret">The secret that signs.</param>
    public static HttpRequestMessage Request(string path, string body, string mediaType = "application/json", TimeSpan age = default, string secret = Secret) =>
        Request(path, Encoding.UTF8.GetBytes(body), mediaType, age, secret);

    /// <summary>Makes a signed request of bytes.</summary>
    /// <param name="path">The path.</param>
    /// <param name="bytes">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="age">How old the time stamp is; negative lies in the future.</param>
    /// <param name="secret">The secret that signs.</param>
    public static HttpRequestMessage Request(string path, byte[] bytes, string mediaType = "application/json", TimeSpan age = default, string secret = Secret)
    {
        var timestamp = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. bytes]);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(signature));
        return request;
    }

    /// <summary>Makes a signed request with form fields.</summary>
    /// <param name="path">The path.</param>
    /// <param name="fields">The fields.</param>
    public static HttpRequestMessage Form(string path, IEnumerable<(string Name, string Value)> fields) =>
        Request(path, string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")), "application/x-www-form-urlencoded");

    /// <summary>An event of the Events API in which a person mentions the bot.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="text">What the person wrote behind the mention.</param>
    /// <param name="ts">The message's time stamp.</param>
    /// <param name="shared">Whether the channel is shared with another company.</param>
    public static string Mention(string id, string text, string ts = "1760000000.000100", bool shared = false) => System.Text.Json.JsonSerializer.Serialize(new
    {
        type = "event_callback",
        team_id = "T1",
        api_app_id = "A1",
        event_id = id,
        is_ext_shared_channel = shared,
        authorizations = new[] { new { team_id = "T1", user_id = "UBOT", is_bot = true } },
        @event = new { type = "app_mention", user = "U1", ts, text = "<@UBOT> " + text, channel = "C1", event_ts = ts },
    });
}
