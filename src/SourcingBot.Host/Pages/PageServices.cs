using Microsoft.AspNetCore.Http.Features;
using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>Adds the local page.</summary>
internal static class PageServices
{
    /// <summary>The longest text that the form takes, in bytes; 40,000 characters of any language fit.</summary>
    private const int LargestForm = 512 * 1024;

    /// <summary>Registers the page and its platform.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        services.AddRazorPages();
        services.AddAntiforgery(o => o.Cookie.Name = "sourcingbot-form");
        services.Configure<FormOptions>(o =>
        {
            o.ValueLengthLimit = LargestForm;
            o.BufferBodyLengthLimit = LargestForm * 4;
        });
        services.AddSingleton<PageChat>();
        return services.AddSingleton<IChatPlatform>(p => p.GetRequiredService<PageChat>());
    }

    /// <summary>Maps the page for local callers; everybody else gets a plain 403.</summary>
    /// <param name="app">The program.</param>
    public static void MapPage(this WebApplication app) => app.MapRazorPages().ForLocalCallersOnly();

    private static void ForLocalCallersOnly(this PageActionEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (LocalCallers.IsLocal(context)) return answer(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("This page is only for the machine that SourcingBot runs on. Open it there as http://127.0.0.1:3978/.");
        };
    });
}
