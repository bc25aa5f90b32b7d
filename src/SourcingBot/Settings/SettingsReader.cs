using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace SourcingBot.Settings;

/// <summary>Reads the settings and collects what is wrong with them, so that a person is told everything at once.</summary>
/// <param name="configuration">Environment variables, appsettings.json and user secrets.</param>
public sealed class SettingsReader(IConfiguration configuration)
{
    private const string AnAddress = "an https address (http only for an address on this machine)";

    private const int LongestWord = 20;

    private readonly List<SettingFault> _faults = [];

    /// <summary>What was wrong with the settings read so far.</summary>
    public IReadOnlyList<SettingFault> Faults => _faults;

    /// <summary>A setting's text without blanks around it; null where it is missing or blank.</summary>
    /// <param name="key">Its name.</param>
    public string? Text(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    /// <summary>A secret or token. One with a blank or a line break inside was copied wrongly and no request could carry it.</summary>
    /// <param name="key">Its name.</param>
    public string? Secret(string key)
    {
        var secret = Text(key);
        if (secret?.All(c => char.IsAscii(c) && !char.IsControl(c) && c != ' ') == false)
            Report(key, "set, with a blank, a line break or a foreign character inside", "the value alone, copied again from its page");
        return secret;
    }

    /// <summary>An address that may be called with a secret.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">The address where the setting is missing, and where it cannot be used.</param>
    public Uri Address(string key, string otherwise) => (Text(key) is { } text ? Usable(key, text) : null) ?? new Uri(otherwise);

    /// <summary>An address; null where it is missing or cannot be used.</summary>
    /// <param name="key">Its name.</param>
    public Uri? OptionalAddress(string key) => Text(key) is { } text ? Usable(key, text) : null;

    /// <summary>Addresses with commas between them.</summary>
    /// <param name="key">Its name.</param>
    public IReadOnlyList<Uri> Addresses(string key)
    {
        var parts = (Text(key) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(p => Usable(key, p)).OfType<Uri>()];
    }

    /// <summary>A setting that is true or false.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">The value where it is missing.</param>
    public bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;
        Report(key, Shown(text), "true or false");
        return otherwise;
    }

    /// <summary>A found value for a person to read: a short word as it stands, anything longer not, because it may be a secret in the wrong place.</summary>
    /// <param name="text">The value.</param>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestWord && text.All(char.IsAsciiLetterOrDigit) ? $"“{text}”" : $"a value of {text.Length.ToString(CultureInfo.InvariantCulture)} characters";
    }

    /// <summary>Notes a fault. A key is reported once for each thing found.</summary>
    /// <param name="key">The setting's name.</param>
    /// <param name="found">What was found; never a secret.</param>
    /// <param name="wanted">What is wanted.</param>
    public void Report(string key, string found, string wanted)
    {
        var fault = new SettingFault(key, found, wanted);
        if (!_faults.Contains(fault)) _faults.Add(fault);
    }

    /// <summary>Ends the start where a setting cannot be used.</summary>
    /// <exception cref="InvalidSettingsException">At least one cannot.</exception>
    public void EnsureUsable()
    {
        if (_faults.Count > 0) throw new InvalidSettingsException(_faults);
    }

    private Uri? Usable(string key, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0) Report(key, "no address", AnAddress);
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) Report(key, $"{address.Scheme}://{address.Authority}/…", AnAddress);
        else if (address.UserInfo.Length > 0) Report(key, "an address with a name or password in it", AnAddress + " without them");
        else return address;
        return null;
    }
}
