using SourcingBot.Settings;

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

    private const string AppKey = "MicrosoftAppId";
    private const string PasswordKey = "MicrosoftAppPassword";
    private const string TenantKey = "MicrosoftAppTenantId";
    private const string TypeKey = "MicrosoftAppType";
    private const string EndpointKey = "Teams:TokenEndpoint";

    private static readonly string[] Types = ["SingleTenant", "MultiTenant"];
    private static readonly string[] PublicHosts = ["smba.trafficmanager.net", "botframework.com"];

    /// <summary>SharePoint and OneDrive for Business of the public cloud and the national ones (Microsoft 365 URLs and IP address ranges, read November 2026).</summary>
    private static readonly string[] FileDomains = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn", ".files.1drv.com"];

    private static readonly string[] FileHosts = ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "onedrive.live.com", "api.onedrive.com", "my.microsoftpersonalcontent.com"];

    /// <summary>Whether there is what answers need.</summary>
    public bool IsConfigured => AppId is not null && AppPassword is not null;

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    /// <param name="isDevelopment">Whether the program runs in Development.</param>
    public static TeamsOptions Of(SettingsReader settings, bool isDevelopment)
    {
        var (app, password) = (settings.Text(AppKey), settings.Secret(PasswordKey));
        if (app is null && password is not null) settings.Report(AppKey, $"missing, while {PasswordKey} is set", "the Microsoft App ID of the bot resource");
        if (app is not null && password is null) settings.Report(PasswordKey, $"missing, while {AppKey} is set", "the value of a client secret of the bot's app");
        if (app is not null && !Guid.TryParseExact(app, "D", out _)) settings.Report(AppKey, "no app id", "the Microsoft App ID, as 00000000-0000-0000-0000-000000000000");
        return new TeamsOptions(
            app, password,
            settings.Address("Teams:OpenIdMetadataUrl", "https://login.botframework.com/v1/.well-known/openidconfiguration"),
            settings.Address(EndpointKey, $"https://login.microsoftonline.com/{Tenant(settings)}/oauth2/v2.0/token"),
            settings.Addresses("Teams:AllowedServiceUrls"),
            settings.Flag("Teams:AllowAnonymousEmulator", isDevelopment));
    }

    /// <summary>Whether the bot's token may be sent to a connector: a forged address would steal it.</summary>
    /// <param name="serviceUrl">The address that an activity names.</param>
    public bool IsAllowed(Uri serviceUrl)
    {
        if (AllowedServiceUrls.Any(a => a.Scheme == serviceUrl.Scheme && a.Authority == serviceUrl.Authority)) return true;
        return serviceUrl.Scheme == Uri.UriSchemeHttps && serviceUrl.IsDefaultPort
            && PublicHosts.Any(h => serviceUrl.Host == h || serviceUrl.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Whether a file may be fetched from an address that a message named, or put there: Microsoft's own hosts of files, or this machine
    /// while the emulator is served. No token ever goes there.
    /// </summary>
    /// <param name="url">The address.</param>
    public bool IsFileUrl(Uri url) =>
        (!IsConfigured && AllowAnonymousEmulator && url.IsLoopback && url.Scheme is "http" or "https")
        || (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.UserInfo.Length == 0
            && (FileHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase) || FileDomains.Any(d => url.Host.EndsWith(d, StringComparison.OrdinalIgnoreCase))));

    /// <summary>Whose token endpoint is asked: the bot's own tenant, or the Bot Framework's for the older multi-tenant bots.</summary>
    private static string Tenant(SettingsReader settings)
    {
        const string OfAllTenants = "botframework.com";
        var type = settings.Text(TypeKey);
        var tenant = settings.Text(TenantKey);
        if (type is not null && !Types.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            settings.Report(TypeKey, SettingsReader.Shown(type), "SingleTenant or MultiTenant; other types cannot be used yet");
            return OfAllTenants;
        }

        if (string.Equals(type, Types[1], StringComparison.OrdinalIgnoreCase)) return OfAllTenants;
        if (tenant is null)
        {
            if (type is not null && settings.Text(EndpointKey) is null) settings.Report(TenantKey, $"missing, while {TypeKey} is {Types[0]}", "the App Tenant ID of the bot resource");
            return OfAllTenants;
        }

        if (tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) return tenant;
        settings.Report(TenantKey, "no tenant", "the App Tenant ID, as 00000000-0000-0000-0000-000000000000, or the tenant's domain");
        return OfAllTenants;
    }
}
