using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>The program and Slack around it, as a person in the personal chat with the bot has them: words, files and buttons go through the signed front door.</summary>
internal sealed class SlackTalk : IChannelTalk
{
    private const string FileHost = "files.slack.com";

    private readonly FakeOutside _slack;
    private int _done;

    private SlackTalk(Instant start)
    {
        Clock = new MovedClock(start);
        _slack = new FakeOutside(Answer);
    }

    public MovedClock Clock { get; }

    public RunningHost Host { get; private set; } = null!;

    public string Workspace { get; set; } = "T1";

    public string Person { get; set; } = "U1";

    public string Conversation { get; set; } = "D1";

    /// <summary>What the file host answers instead of the file; null: the file, to who has the token.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Download { get; set; } = _ => null;

    /// <summary>Answers what a team's own model is asked; null: there is none.</summary>
    public Func<HttpRequestMessage, string, HttpResponseMessage?>? Model { get; set; }

    /// <summary>Every address outside the Web API that was called.</summary>
    public List<string> Fetched { get; } = [];

    /// <summary>The bytes that were put to Slack, in order.</summary>
    public List<byte[]> Uploads { get; } = [];

    /// <summary>All that was posted, changed or shown to one person, as it was sent.</summary>
    public IReadOnlyList<string> Posts => [.. _slack.Messages.Select(m => m.Body)];

    public string Last => Posts[^1];

    public static async Task<SlackTalk> StartAsync(Instant? start = null, params string[] settings)
    {
        var talk = new SlackTalk(start ?? CaseTranscript.Start);
        talk.Host = await RunningHost.StartAsync(
            talk._slack, talk.Clock, [$"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/", .. settings]);
        return talk;
    }

    public object File(string name, string? url = null) => FileOf(name, url);

    public Task SayAsync(string text, IReadOnlyList<string> files) => SendAsync(text, [.. files.Select(f => FileOf(f))]);

    /// <summary>A file as Slack tells of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="url">Where it lies; null: where Slack keeps files.</param>
    public static object FileOf(string name, string? url = null) => new
    {
        id = "F1",
        name,
        mimetype = TranscriptFiles.TypeOf(name),
        mode = "hosted",
        url_private_download = url ?? $"https://{FileHost}/files-pri/T1-F1/download/{Uri.EscapeDataString(name)}",
    };

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<string> AskAsync(string text, params object[] files)
    {
        await SendAsync(text, files);
        await Host.AnsweredAsync();
        return Last;
    }

    /// <summary>Presses the button of the last message that has one of this label, and waits for the answer.</summary>
    public async Task<string> PressLabelAsync(string label)
    {
        await PressAsync(PostedButton.Token(Posts.Last(p => PostedButton.In(p).Any(b => b.Label == label)), label));
        await Host.AnsweredAsync();
        return Last;
    }

    public Task PressAsync(string token)
    {
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            team = new { id = Workspace },
            user = new { id = Person, team_id = Workspace },
            channel = new { id = Conversation },
            container = new { type = "message", message_ts = "1772438499.000300", channel_id = Conversation },
            message = new { ts = "1772438499.000300" },
            trigger_id = "press" + ++_done,
            actions = new[] { new { type = "button", action_id = "b", value = token, action_ts = "1772438499.100000" } },
        });
        return PostAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(payload), "application/x-www-form-urlencoded");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    public async Task SayInChannelAsync(string text, string thread, bool mentions = false, bool outsiders = false)
    {
        var number = ++_done;
        var root = string.Create(CultureInfo.InvariantCulture, $"1772000000.{Math.Abs(thread.GetHashCode(StringComparison.Ordinal)) % 1_000_000:000000}");
        await PostAsync("/slack/events", JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = Workspace,
            api_app_id = "A1",
            event_id = "Ev" + number.ToString(CultureInfo.InvariantCulture),
            is_ext_shared_channel = outsiders,
            authorizations = new[] { new { team_id = Workspace, user_id = "UBOT", is_bot = true } },
            @event = new
            {
                type = mentions ? "app_mention" : "message",
                channel_type = "channel",
                user = Person,
                ts = string.Create(CultureInfo.InvariantCulture, $"{Clock.GetCurrentInstant().ToUnixTimeSeconds()}.0002{number:00}"),
                thread_ts = root,
                text = mentions ? "<@UBOT> " + text : text,
                channel = "C1",
            },
        }, IgnoreNull), "application/json");
        await Host.AnsweredAsync();
    }

    public bool WentTo(int number, string person) => _slack.Messages[number] is { Method: "chat.postEphemeral" } shown
        ? shown.Body.Contains($"\"user\":\"{person}\"", StringComparison.Ordinal)
        : _slack.Messages[number].Body.Contains("\"channel\":\"D1\"", StringComparison.Ordinal) && _slack.Calls("conversations.open")[^1].Contains(person, StringComparison.Ordinal);

    private Task SendAsync(string text, object[] files)
    {
        var number = ++_done;
        return PostAsync("/slack/events", JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = Workspace,
            api_app_id = "A1",
            event_id = "Ev" + number.ToString(CultureInfo.InvariantCulture),
            authorizations = new[] { new { team_id = Workspace, user_id = "UBOT", is_bot = true } },
            @event = new
            {
                type = "message",
                subtype = files.Length > 0 ? "file_share" : null,
                channel_type = "im",
                user = Person,
                ts = string.Create(CultureInfo.InvariantCulture, $"{Clock.GetCurrentInstant().ToUnixTimeSeconds()}.0002{number:00}"),
                text,
                channel = Conversation,
                files = files.Length > 0 ? files : null,
            },
        }, IgnoreNull), "application/json");
    }

    private static readonly JsonSerializerOptions IgnoreNull = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private async Task PostAsync(string path, string body, string mediaType)
    {
        using var response = await Host.Client.SendAsync(SignedSlack.Request(path, body, mediaType, Clock.Behind));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private HttpResponseMessage? Answer(HttpRequestMessage request, string body)
    {
        var uri = request.RequestUri!;
        if (Model?.Invoke(request, body) is { } answered) return answered;
        if (uri.Host != "slack.example") return Outside(request);
        return uri.AbsolutePath.Split('/')[^1] switch
        {
            "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
            "users.info" => Ok(new { ok = true, user = new { id = "U1", tz = "Europe/Berlin", locale = "en-GB", profile = new { display_name = "Ann" } } }),
            "chat.postMessage" => Ok(new { ok = true, ts = string.Create(CultureInfo.InvariantCulture, $"1772500000.{_slack.Calls("chat.postMessage").Count:000000}"), channel = Conversation }),
            "chat.postEphemeral" => Ok(new { ok = true, message_ts = "1772500000.000000" }),
            "conversations.open" => Ok(new { ok = true, channel = new { id = "D1" } }),
            "chat.update" => Ok(new { ok = true, ts = "1772500000.000000", channel = Conversation }),
            "files.getUploadURLExternal" => Ok(new { ok = true, upload_url = $"https://{FileHost}/upload/v1/abc", file_id = "F9" }),
            "files.completeUploadExternal" => Ok(new { ok = true, files = new[] { new { id = "F9" } } }),
            _ => null,
        };
    }

    /// <summary>The file host: it takes what is put there, and gives a file to who has the bot's token.</summary>
    private HttpResponseMessage? Outside(HttpRequestMessage request)
    {
        Fetched.Add(request.RequestUri!.AbsoluteUri);
        if (Download(request) is { } other) return other;
        if (request.RequestUri.Host != FileHost) return null;
        if (request.Method == HttpMethod.Post)
        {
            using var put = new MemoryStream();
            request.Content!.ReadAsStream().CopyTo(put);
            Uploads.Add(put.ToArray());
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("OK") };
        }

        return request.Headers.Authorization?.ToString() == "Bearer xoxb-test" ? Bytes(TranscriptFiles.BytesOf(Uri.UnescapeDataString(request.RequestUri.Segments[^1]))) : null;
    }

    public static HttpResponseMessage Bytes(byte[] bytes, string type = "application/octet-stream")
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return response;
    }

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
