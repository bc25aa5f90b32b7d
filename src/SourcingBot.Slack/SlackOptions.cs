using SourcingBot.Settings;

namespace SourcingBot.Slack;

/// <summary>The settings of Slack, as Slack names them. All secret but the address.</summary>
/// <param name="SigningSecret">Signs what Slack sends; null turns the endpoints off.</param>
/// <param name="BotToken">Authorises what the bot sends; null turns sending off.</param>
/// <param name="AppToken">Turns Socket Mode on.</param>
/// <param name="ApiBaseUrl">The Web API's base, ending in a slash.</param>
internal sealed record SlackOptions(string? SigningSecret, string? BotToken, string? AppToken, Uri ApiBaseUrl)
{
    /// <summary>Reads the settings. Blank ones count as missing: an empty secret never makes a signature valid.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    public static SlackOptions Of(SettingsReader settings)
    {
        const string SigningKey = "Slack:SigningSecret", BotKey = "Slack:BotToken", AppKey = "Slack:AppToken", AddressKey = "Slack:ApiBaseUrl";
        var (signing, bot, app) = (settings.Secret(SigningKey), settings.Secret(BotKey), settings.Secret(AppKey));
        if (bot is null && (signing ?? app) is not null)
            settings.Report(BotKey, $"missing, while {(signing is null ? AppKey : SigningKey)} is set", "the Bot User OAuth Token, which begins with xoxb-");
        if (bot?.StartsWith("xapp-", StringComparison.Ordinal) == true)
            settings.Report(BotKey, "an app-level token (xapp-…)", "the Bot User OAuth Token, which begins with xoxb-");
        if (app?.StartsWith("xapp-", StringComparison.Ordinal) == false)
            settings.Report(AppKey, "set, but it does not begin with xapp-", "an app-level token with the scope connections:write");
        if (bot is not null && signing is null && app is null)
            settings.Report(SigningKey, $"missing, while {BotKey} is set", $"the app's signing secret, or {AppKey} for Socket Mode");
        var address = settings.Address(AddressKey, "https://slack.com/api/");
        return new SlackOptions(signing, bot, app, address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/"));
    }

    /// <summary>Whether an address may be called with a secret: https, or http on this machine.</summary>
    /// <param name="address">The address.</param>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Whether a file's address is Slack's own, where the bot's token may go; or of the configured API's origin on this machine.</summary>
    /// <param name="url">The address that a payload named.</param>
    public bool IsFileUrl(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttps && url.Host == "files.slack.com" && url.IsDefaultPort && url.UserInfo.Length == 0)
        || (ApiBaseUrl.IsLoopback && url.IsLoopback && url.Scheme == ApiBaseUrl.Scheme && url.Authority == ApiBaseUrl.Authority);

    /// <summary>Whether a response URL is one of Slack's own, or of the configured API's origin.</summary>
    /// <param name="address">The address that a payload named.</param>
    public bool IsResponseUrl(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && ((url.Scheme == Uri.UriSchemeHttps && url.Host == "hooks.slack.com" && url.IsDefaultPort)
            || (IsSafe(url) && url.Scheme == ApiBaseUrl.Scheme && url.Authority == ApiBaseUrl.Authority));
}
