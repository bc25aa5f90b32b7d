using Microsoft.Extensions.Configuration;

namespace SourcingBot.Slack;

/// <summary>The settings of Slack, as Slack names them. All secret but the address.</summary>
/// <param name="SigningSecret">Signs what Slack sends; null turns the endpoints off.</param>
/// <param name="BotToken">Authorises what the bot sends; null turns sending off.</param>
/// <param name="AppToken">Turns Socket Mode on.</param>
/// <param name="ApiBaseUrl">The Web API's base, ending in a slash.</param>
internal sealed record SlackOptions(string? SigningSecret, string? BotToken, string? AppToken, Uri ApiBaseUrl)
{
    /// <summary>Reads the settings. Blank ones count as missing: an empty secret never makes a signature valid.</summary>
    /// <param name="configuration">The settings.</param>
    public static SlackOptions Of(IConfiguration configuration)
    {
        string? Value(string key) => string.IsNullOrWhiteSpace(configuration["Slack:" + key]) ? null : configuration["Slack:" + key]!.Trim();
        var address = Value("ApiBaseUrl") ?? "https://slack.com/api/";
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var api) || !IsSafe(api))
            throw new InvalidOperationException("The setting Slack:ApiBaseUrl is not an https address (http is accepted for loopback only).");
        return new SlackOptions(Value("SigningSecret"), Value("BotToken"), Value("AppToken"), api);
    }

    /// <summary>Whether an address may be called with a secret: https, or http on this machine.</summary>
    /// <param name="address">The address.</param>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether a response URL is one of Slack's own, or of the configured API's origin.</summary>
    /// <param name="address">The address that a payload named.</param>
    public bool IsResponseUrl(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && ((url.Scheme == Uri.UriSchemeHttps && url.Host == "hooks.slack.com" && url.IsDefaultPort)
            || (IsSafe(url) && url.Scheme == ApiBaseUrl.Scheme && url.Authority == ApiBaseUrl.Authority));
}
