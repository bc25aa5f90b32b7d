using System.Net;
using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>What the Web API said.</summary>
/// <param name="Answer">Its JSON; undefined where there was none.</param>
/// <param name="Failure">What went wrong, in the outbox's terms; null where nothing did.</param>
internal sealed record SlackApiResult(JsonElement Answer, SendResult? Failure)
{
    private static readonly HashSet<string> GoneErrors = new(StringComparer.Ordinal)
        { "channel_not_found", "is_archived", "not_in_channel", "user_not_in_channel", "user_not_found", "cannot_dm_bot", "restricted_action", "ekm_access_denied" };

    private static readonly HashSet<string> PassingErrors = new(StringComparer.Ordinal)
        { "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org", "ratelimited", "rate_limited",
          // A token can be replaced in the settings; until then messages wait instead of being lost.
          "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive", "missing_scope" };

    /// <summary>A passing fault.</summary>
    /// <param name="reason">Its class.</param>
    public static SlackApiResult Later(string reason) => new(default, new SendResult.RetryAfter(null, reason));

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

        if ((int)response.StatusCode >= 500) return Later("http-" + (int)response.StatusCode);
        if (LooseJson.Parse(body) is not { } answer) return Later("not-json");
        if (answer.IsTrue("ok")) return new SlackApiResult(answer, null);
        var error = answer.Text("error") ?? "unknown";
        if (PassingErrors.Contains(error)) return Later(error);
        return new SlackApiResult(answer, GoneErrors.Contains(error) ? new SendResult.Gone(error) : new SendResult.Rejected(error));
    }
}
