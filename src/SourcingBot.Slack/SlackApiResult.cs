using System.Net;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>What the Web API said.</summary>
/// <param name="Answer">Its JSON; undefined where there was none.</param>
/// <param name="Failure">What went wrong, in the outbox's terms; null where nothing did.</param>
/// <param name="Scopes">The scopes that the token has, separated by commas; null where Slack did not say.</param>
internal sealed record SlackApiResult(JsonElement Answer, SendResult? Failure, string? Scopes = null)
{
    private static readonly HashSet<string> GoneErrors = new(StringComparer.Ordinal)
        { "channel_not_found", "is_archived", "not_in_channel", "user_not_in_channel", "user_not_found", "cannot_dm_bot", "restricted_action", "ekm_access_denied" };

    private static readonly HashSet<string> PassingErrors = new(StringComparer.Ordinal)
        { "service_unavailable", "request_timeout", "team_added_to_org", "ratelimited", "rate_limited" };

    /// <summary>Slack says of these that a part of the work may have been done.</summary>
    private static readonly HashSet<string> HalfDoneErrors = new(StringComparer.Ordinal) { "internal_error", "fatal_error" };

    /// <summary>The token or its rights are at fault: no message goes out until a person has mended that, and none is lost meanwhile.</summary>
    private static readonly HashSet<string> RefusalErrors = new(StringComparer.Ordinal)
    {
        "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "missing_scope", "no_permission", "not_allowed_token_type",
        "org_login_required", "access_denied",
    };

    /// <summary>A passing fault.</summary>
    /// <param name="reason">Its class.</param>
    /// <param name="inDoubt">Whether Slack may have done what it was asked.</param>
    public static SlackApiResult Later(string reason, bool inDoubt) => new(default, new SendResult.RetryAfter(null, reason) { InDoubt = inDoubt });

    /// <summary>Reads an answer: HTTP 200 with `ok: false` is the usual failure.</summary>
    /// <param name="response">The response.</param>
    /// <param name="body">Its body.</param>
    public static SlackApiResult Of(HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            return new SlackApiResult(default, new SendResult.RetryAfter(Duration.FromTimeSpan(wait), "429"));
        }

        if ((int)response.StatusCode >= 500) return Later("http-" + (int)response.StatusCode, inDoubt: true);
        if (LooseJson.Parse(body) is not { } answer) return Later("not-json", inDoubt: true);
        var scopes = response.Headers.TryGetValues("x-oauth-scopes", out var told) ? string.Join(',', told) : null;
        if (answer.IsTrue("ok")) return new SlackApiResult(answer, null, scopes);
        var error = answer.Text("error") ?? "unknown";
        if (PassingErrors.Contains(error)) return Later(error, inDoubt: false);
        if (HalfDoneErrors.Contains(error)) return Later(error, inDoubt: true);
        if (RefusalErrors.Contains(error)) return new SlackApiResult(answer, new SendResult.Paused(error), scopes);
        return new SlackApiResult(answer, GoneErrors.Contains(error) ? new SendResult.Gone(error) : new SendResult.Rejected(error), scopes);
    }
}
