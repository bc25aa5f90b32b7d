using Microsoft.Extensions.Configuration;

namespace SourcingBot.Teams;

/// <summary>The settings of Teams, as the Bot Framework names them.</summary>
/// <param name="AppId">The bot's app id; null turns Teams off but for the local emulator.</param>
/// <param name="AppPassword">Its client secret.</param>
/// <param name="OpenIdMetadataUrl">Where the Bot Framework tells its keys.</param>
/// <param name="TokenEndpoint">Where tokens for answers come from.</param>
/// <param name="AllowedServiceUrls">Connectors that may be answered besides the public ones.</param>
/// <param name="AllowAnonymousEmulator">Whether local callers need no token while there are no settings.</param>
internal sealed record TeamsOptions(
    string? AppId, string? AppPassword, Uri OpenIdMetadataUrl, Uri TokenEndpoint, IReadOnlyList<Uri> AllowedServiceUrls, bool AllowAnonymousEmulator)
{
    /// <summary>The issuer of the public cloud's tokens.</summary>
    public const string Issuer = "https://api.botframework.com";

    /// <summary>What a token for answers is for.</summary>
    public const string Scope = "https://api.botframework.com/.default";

    private static readonly string[] PublicHosts = ["smba.trafficmanager.net", "botframework.com"];

    /// <summary>Whether there is what answers need.</summary>
    public bool IsConfigured => AppId is not null && AppPassword is not null;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="isDevelopment">Whether the program runs in Development.</param>
    public static TeamsOptions Of(IConfiguration configuration, bool isDevelopment)
    {
        string? Value(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();
        var tenant = string.Equals(Value("MicrosoftAppType"), "MultiTenant", StringComparison.OrdinalIgnoreCase) ? "botframework.com" : Value("MicrosoftAppTenantId") ?? "botframework.com";
        return new TeamsOptions(
            Value("MicrosoftAppId"), Value("MicrosoftAppPassword"),
            Address("Teams:OpenIdMetadataUrl", Value("Teams:OpenIdMetadataUrl") ?? "https://login.botframework.com/v1/.well-known/openidconfiguration"),
            Address("Teams:TokenEndpoint", Value("Teams:TokenEndpoint") ?? $"https://login.microsoftonline.com/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token"),
            [.. (Value("Teams:AllowedServiceUrls") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(u => Address("Teams:AllowedServiceUrls", u))],
            Value("Teams:AllowAnonymousEmulator") is { } allow ? bool.TryParse(allow, out var yes) && yes : isDevelopment);
    }

    /// <summary>Whether the bot's token may be sent to a connector: a forged address would steal it.</summary>
    /// <param name="serviceUrl">The address that an activity names.</param>
    public bool IsAllowed(Uri serviceUrl)
    {
        if (AllowedServiceUrls.Any(a => a.Scheme == serviceUrl.Scheme && a.Authority == serviceUrl.Authority)) return true;
        return serviceUrl.Scheme == Uri.UriSchemeHttps && serviceUrl.IsDefaultPort
            && PublicHosts.Any(h => serviceUrl.Host == h || serviceUrl.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));
    }

    private static Uri Address(string key, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new InvalidOperationException($"The setting {key} is not an https address (http is accepted for loopback only).");
}
