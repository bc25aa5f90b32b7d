using SourcingBot.Settings;

namespace SourcingBot.Host.Commands;

/// <summary>Looks at the addresses to listen on before the web server does, which ends with a stack trace.</summary>
internal static class ListenAddresses
{
    /// <summary>Reports what is no address.</summary>
    /// <param name="settings">The settings.</param>
    public static void Check(SettingsReader settings)
    {
        foreach (var url in Parts(settings.Text("urls")).Where(u => !IsAddress(u))) settings.Report("urls", $"“{url}”", "http://ADDRESS:PORT, as http://127.0.0.1:3978");
        foreach (var port in Parts(settings.Text("http_ports")).Where(p => !ushort.TryParse(p, System.Globalization.CultureInfo.InvariantCulture, out _)))
            settings.Report("ASPNETCORE_HTTP_PORTS", $"“{port}”", "a number up to 65535");
    }

    private static string[] Parts(string? list) => (list ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { IsUnixPipe: true } or { Scheme: "http" or "https", Port: >= 0 and <= ushort.MaxValue };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
