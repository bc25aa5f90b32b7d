using System.Text.Json;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Whether Slack accepts the bot: its tokens and their scopes. A change is logged once, as an error; meanwhile messages wait.</summary>
/// <param name="logger">Where changes go.</param>
internal sealed partial class SlackStanding(ILogger<SlackStanding> logger)
{
    /// <summary>Slack's word for a right that the token has not got.</summary>
    public const string MissingScope = "missing_scope";

    private readonly Lock _changing = new();
    private PlatformTrouble? _bot;
    private PlatformTrouble? _app;
    private string? _needed;
    private TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is wrong, in words for whoever operates the bot; null while nothing is.</summary>
    public PlatformTrouble? Trouble
    {
        get
        {
            lock (_changing) return _bot ?? _app;
        }
    }

    /// <summary>Whether the bot was given the right to read channels; false where Slack has not said.</summary>
    public bool MayReadChannels { get; private set; }

    /// <summary>Completes when Slack refuses the bot's token, at once where it does.</summary>
    public Task Refusal
    {
        get
        {
            lock (_changing) return _refused.Task;
        }
    }

    /// <summary>Slack refused a call with the bot's token.</summary>
    /// <param name="method">The method.</param>
    /// <param name="answer">Slack's answer.</param>
    public void Refused(string method, JsonElement answer)
    {
        var error = answer.Text("error") ?? "unknown";
        var needed = error == MissingScope ? ScopeIn(answer.Text("needed")) : null;

        // Without one right of several the rest goes on; without a valid token, or the right to write, nothing does.
        var stops = error != MissingScope || method.StartsWith("chat.", StringComparison.Ordinal);
        lock (_changing)
        {
            var trouble = new PlatformTrouble(BotWords(error, needed), stops);
            if (trouble == _bot || (_bot is { StopsSending: true } && !stops)) return;
            (_bot, _needed) = (trouble, needed);
            _refused.TrySetResult();
            Changed(trouble.Words);
        }
    }

    /// <summary>Slack showed a page of its own instead of a file: the token lacks the right to read files.</summary>
    public void RefusedFile() => Refused("files", JsonSerializer.SerializeToElement(new { error = MissingScope, needed = "files:read" }));

    /// <summary>Slack accepts the bot's token.</summary>
    /// <param name="scopes">The scopes that it has, where Slack said.</param>
    public void Accepted(string? scopes)
    {
        lock (_changing)
        {
            if (scopes is not null) MayReadChannels = scopes.Split(',', StringSplitOptions.TrimEntries).Any(s => s is "channels:history" or "groups:history");
            if (_bot is null) return;
            if (_needed is not null && scopes is not null && !scopes.Split(',', StringSplitOptions.TrimEntries).Contains(_needed, StringComparer.Ordinal)) return;
            (_bot, _needed) = (null, null);
            _refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Mended();
        }
    }

    /// <summary>Slack refused the app-level token of Socket Mode.</summary>
    /// <param name="error">Slack's word.</param>
    public void AppRefused(string error)
    {
        lock (_changing)
        {
            var trouble = new PlatformTrouble(
                $"Slack refuses the app-level token ({error}), so nothing is heard from Slack. Give Slack:AppToken a token with the scope connections:write (Basic Information, App-Level Tokens).", false);
            if (trouble == _app) return;
            _app = trouble;
            Changed(trouble.Words);
        }
    }

    /// <summary>Slack accepts the app-level token.</summary>
    public void AppAccepted()
    {
        lock (_changing)
        {
            if (_app is null) return;
            _app = null;
            Mended();
        }
    }

    private static string BotWords(string error, string? needed) => error switch
    {
        MissingScope => $"Slack says that the app lacks the scope {needed ?? "it needs"}. Add it under OAuth & Permissions, Bot Token Scopes, and install the app again; what waits is then sent within two minutes.",
        "account_inactive" => "The app was removed from the Slack workspace or switched off there (account_inactive). Install it again, give Slack:BotToken the new token if it changed, and start the bot anew.",
        "org_login_required" or "access_denied" or "no_permission" => $"Slack does not let the app work in this workspace ({error}). Ask a workspace admin to allow it; what waits is then sent within two minutes.",
        _ => $"Slack refuses the bot token ({error}). Copy the Bot User OAuth Token (OAuth & Permissions, it begins with xoxb-) into Slack:BotToken and start the bot anew.",
    };

    /// <summary>A scope's name, so that nothing else from outside gets into the log.</summary>
    private static string? ScopeIn(string? needed) =>
        needed?.Split(',')[0].Trim() is { Length: > 0 and < 60 } scope && scope.All(c => char.IsAsciiLetterLower(c) || c is ':' or '.' or '_') ? scope : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Words} Messages to Slack wait until then.")]
    private partial void Changed(string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack accepts the bot again.")]
    private partial void Mended();
}
