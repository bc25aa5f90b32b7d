using SourcingBot.SecondReader;
using SourcingBot.Settings;

namespace SourcingBot.Host.SecondReader;

/// <summary>Registers a team's own language model, where one is set.</summary>
internal static class SecondReaderServices
{
    /// <summary>Adds it; nothing without settings.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="settings">The settings.</param>
    public static IServiceCollection AddSecondReader(this IServiceCollection services, SettingsReader settings)
    {
        if (SecondReaderOptions.Of(settings) is not { } options) return services;
        services.AddSingleton(options).AddSingleton<ISecondReader, OpenAiReader>().AddTransient<SmallAnswers>();

        // A redirect would carry the words to a host that nobody chose.
        services.AddHttpClient(OpenAiReader.Client).AddHttpMessageHandler<SmallAnswers>().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services;
    }
}
