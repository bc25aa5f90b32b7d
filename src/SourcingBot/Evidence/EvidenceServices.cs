using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SourcingBot.Chat;

namespace SourcingBot.Evidence;

/// <summary>Registers the keeping of files.</summary>
internal static class EvidenceServices
{
    /// <summary>Adds the store and what takes files in; <see cref="EvidenceOptions"/> are added by the host, who knows where.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<IFileSource, StoredFileSource>().AddScoped<ITurnHandler, FileAcceptedTurnHandler>();
        return services.AddSingleton<FileStore>().AddSingleton<FilesRoot>().AddSingleton<FileCleanUp>().AddScoped<FileRoom>().AddScoped<EvidenceIntake>().AddScoped<EvidenceFiles>();
    }
}
