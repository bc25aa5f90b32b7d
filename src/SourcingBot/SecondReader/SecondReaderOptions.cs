using System.Globalization;
using SourcingBot.Settings;

namespace SourcingBot.SecondReader;

/// <summary>Where a team's own language model is, and when it is asked. Off without an endpoint and a model.</summary>
/// <param name="Endpoint">The base address of an OpenAI-compatible service, as https://models.example/v1.</param>
/// <param name="Model">The model's name.</param>
/// <param name="ApiKey">The key; some servers of one's own need none.</param>
public sealed record SecondReaderOptions(Uri Endpoint, string Model, string? ApiKey)
{
    private const string Keys = "SecondReader:";

    /// <summary>It is asked from this chance of a risk on.</summary>
    public double From { get; init; } = 0.15;

    /// <summary>It is asked up to this chance.</summary>
    public double To { get; init; } = 0.75;

    /// <summary>How long it may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many messages of a team it is asked about in a day, UTC.</summary>
    public int DailyLimit { get; init; } = 200;

    /// <summary>From the settings; null while it is off.</summary>
    /// <param name="settings">The settings; faults are reported there.</param>
    public static SecondReaderOptions? Of(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var endpoint = settings.OptionalAddress(Keys + "Endpoint");
        var model = settings.Text(Keys + "Model");
        var key = settings.Secret(Keys + "ApiKey");
        if (endpoint is null && model is null && key is null) return null;
        if (endpoint is null && settings.Text(Keys + "Endpoint") is null) settings.Report(Keys + "Endpoint", "not set, although other settings of the second reader are", "the base address of the model's service");
        if (model is null) settings.Report(Keys + "Model", "not set, although other settings of the second reader are", "the model's name");
        var options = new SecondReaderOptions(endpoint ?? new Uri("https://invalid.example"), model ?? string.Empty, key);
        options = options with
        {
            From = Number(settings, "From", options.From, 0, 1),
            To = Number(settings, "To", options.To, 0, 1),
            Timeout = TimeSpan.FromSeconds(Number(settings, "TimeoutSeconds", options.Timeout.TotalSeconds, 1, 60)),
            DailyLimit = (int)Number(settings, "DailyLimit", options.DailyLimit, 1, 100_000),
        };
        if (options.From > options.To) settings.Report(Keys + "From", "above SecondReader:To", "a chance below it");
        return options;
    }

    private static double Number(SettingsReader settings, string name, double otherwise, double least, double most)
    {
        if (settings.Text(Keys + name) is not { } text) return otherwise;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        settings.Report(Keys + name, SettingsReader.Shown(text), string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
        return otherwise;
    }
}
