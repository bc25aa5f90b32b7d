using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Host.Pages;
using SourcingBot.Host.Scheduling;
using SourcingBot.Host.SecondReader;
using SourcingBot.Host.Storage;
using SourcingBot.Reminders;
using SourcingBot.Risk.OwnRules;
using SourcingBot.Settings;
using SourcingBot.Slack;
using SourcingBot.Teams;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot serve`: the chat endpoints, the workers and the local page.</summary>
internal static class ServeCommand
{
    /// <summary>The largest body of any request; the chat platforms stay far below.</summary>
    private const long LargestBody = 1024 * 1024;

    /// <summary>Serves until it is told to stop.</summary>
    /// <param name="args">Settings in the web server's own form.</param>
    /// <returns>0, or 2 where a setting cannot be used.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (ServeArguments.Problem(args) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitStatus.Unusable;
        }

        try
        {
            await using var app = Map(Configure(args).Build());
            await app.Services.MigrateAsync(CancellationToken.None);
            await app.StartAsync();
            Console.WriteLine($"SourcingBot is ready. Open its page: {PageAddress(app)}");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (StartFaults.Explain(fault) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return ExitStatus.Unusable;
        }
    }

    /// <summary>Maps everything that is answered.</summary>
    /// <param name="app">The program.</param>
    public static WebApplication Map(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseWordsForRefusals();
        app.UseStaticFiles();
        app.MapHealth();
        app.MapSlack();
        app.MapTeams();
        app.MapPage();
        return app;
    }

    /// <summary>Settings and services.</summary>
    /// <param name="args">Settings in the web server's own form.</param>
    /// <exception cref="InvalidSettingsException">Settings cannot be used.</exception>
    public static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(ServeCommand).Assembly.GetName().Name,
        });
        builder.Configuration.AddUserSecretsBelowEnvironment();
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls("http://127.0.0.1:3978");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<HostOptions>(o =>
        {
            // All parts stop at once, so that sends that run get this time even while a browser keeps its connection open.
            o.ServicesStopConcurrently = true;
            o.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
        var settings = new SettingsReader(builder.Configuration);
        ListenAddresses.Check(settings);
        var storage = StorageSettings.Of(settings);
        builder.Services.AddSingleton(ReminderOptions.CalendarsOf(settings)).AddSingleton(ReminderOptions.Of(settings)).AddSingleton(RetentionOptions.Of(settings)).AddSingleton(PublicAddress.Of(settings)).AddSingleton(OwnRuleOptions.Of(settings));
        builder.Services.AddSingleton(EvidenceOptions.Of(settings, storage.FilesFolder));
        builder.Services.AddSourcingStorage(storage).AddSourcingBot().AddPage().AddSlack(settings).AddTeams(settings, builder.Environment).AddSecondReader(settings);
        settings.EnsureUsable();
        builder.Services.AddScheduling(storage);
        return builder;
    }

    private static string PageAddress(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:3978";
        return address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal).TrimEnd('/') + "/";
    }
}
