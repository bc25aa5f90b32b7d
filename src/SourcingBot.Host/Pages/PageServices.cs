using Microsoft.AspNetCore.Http.Features;
using SourcingBot.Chat;
using SourcingBot.Evidence;
using SourcingBot.Orders;
using SourcingBot.Packs;

namespace SourcingBot.Host.Pages;

/// <summary>Adds the local page.</summary>
internal static class PageServices
{
    /// <summary>The longest text that the form takes, in bytes; 40,000 characters of any language fit.</summary>
    private const int LargestForm = 512 * 1024;

    /// <summary>Of a form that is refused, so much is thrown away before the connection is cut, so that the browser shows the refusal.</summary>
    private const long LargestDrained = 128L * 1024 * 1024;

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
            o.MultipartBodyLengthLimit = LargestForm * 4;
        });
        services.AddSingleton<PageChat>();
        services.AddSingleton<Ask>().AddSingleton(p => new PageFiles(p.GetRequiredService<FileStore>(), p.GetRequiredService<FilesRoot>(), p.GetRequiredService<EvidenceOptions>()));
        return services.AddSingleton<IChatPlatform>(p => p.GetRequiredService<PageChat>());
    }

    /// <summary>Maps the page for local callers; everybody else gets a plain 403.</summary>
    /// <param name="app">The program.</param>
    public static void MapPage(this WebApplication app)
    {
        app.MapRazorPages().ForLocalCallersOnly();
        app.MapGet("/orders/deadlines.ics", async (IDeadlineBoards boards, CancellationToken cancellationToken) =>
            Results.Text((await boards.ReadAsync(cancellationToken)).Calendar, DeadlineCalendar.MediaType)).ForLocalCallersOnly();

        app.MapCaseUploads().ForLocalCallersOnly();
        app.MapGet("/cases/{id}/pack", PackAsync).ForLocalCallersOnly();
        app.MapFiles().ForLocalCallersOnly();

        // For calendar programs anywhere: who has the link may read, as with any subscribed calendar.
        app.MapGet("/calendar/{token}.ics", async (string token, ITeamCalendars calendars, CancellationToken cancellationToken) =>
            await calendars.ReadAsync(token, cancellationToken) is { } calendar ? Results.Text(calendar, DeadlineCalendar.MediaType) : Results.NotFound());
    }

    private static async Task<IResult> PackAsync(string id, CasePacks packs, CancellationToken cancellationToken) =>
        await packs.FindAsync(id, cancellationToken) is { } stored && CasePacks.HasPack(stored)
            ? Results.File(await packs.OpenAsync(stored, cancellationToken), "application/zip", CasePacks.NameOf(stored)) : Results.NotFound();

    /// <summary>Says in words what an empty refusal means, to a person; the chat platforms need none.</summary>
    /// <param name="app">The program.</param>
    public static void UseWordsForRefusals(this WebApplication app) => app.UseStatusCodePages(async refusal =>
    {
        var (request, response) = (refusal.HttpContext.Request, refusal.HttpContext.Response);
        if (request.Path.StartsWithSegments("/slack", StringComparison.Ordinal) || request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return;
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address. The page to check a message is at /.",
            StatusCodes.Status405MethodNotAllowed => "This address cannot be used in this way. The page to check a message is at /.",
            StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType =>
                "The form could not be read: the text is too long (40,000 characters fit), holds characters that no text has, or the page was open for too long. Go back, reload the page and paste the text again.",
            _ => $"That did not work ({response.StatusCode}). Go back and try again.",
        });
    });

    private static void ForLocalCallersOnly(this IEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestDrained;
            if (LocalCallers.IsLocal(context)) return answer(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("This page is only for the machine that SourcingBot runs on. Open it there as http://127.0.0.1:3978/.");
        };
    });
}
