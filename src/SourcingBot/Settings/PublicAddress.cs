namespace SourcingBot.Settings;

/// <summary>Where people reach the program from outside, for links in answers.</summary>
/// <param name="Base">The address, or null: then there are no links.</param>
public sealed record PublicAddress(Uri? Base)
{
    /// <summary>Reads the setting <c>PublicBaseUrl</c>.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    public static PublicAddress Of(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PublicAddress(settings.OptionalAddress("PublicBaseUrl"));
    }

    /// <summary>A link to a path, or null where the address is not known.</summary>
    /// <param name="path">The path, without a slash at its beginning.</param>
    public string? LinkTo(string path) => Base is null ? null : Base.AbsoluteUri.TrimEnd('/') + "/" + path;
}
