using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>The program and Teams around it, as a person in the personal chat with the bot has them: words, files and buttons go through the front door of the Bot Framework.</summary>
internal sealed class TeamsTalk : IChannelTalk
{
    private const string FileHost = "contoso-my.sharepoint.com";
    private const string UploadUrl = $"https://{FileHost}/personal/ann/upload?tempauth=y";

    private readonly TestBotFramework _framework = new();
    private readonly FakeOutside _outside;
    private readonly List<string> _posts = [];
    private readonly List<string> _sentTo = [];
    private readonly List<string> _opened = [];
    private int _done;

    private TeamsTalk(Instant start)
    {
        Clock = new MovedClock(start);
        _outside = new FakeOutside((request, body) => Model?.Invoke(request, body) ?? _framework.Answer(request) ?? (request.RequestUri!.AbsoluteUri.StartsWith(TestBotFramework.ServiceUrl, StringComparison.Ordinal) ? Connector(request, body) : Outside(request)));
    }

    public MovedClock Clock { get; }

    public RunningHost Host { get; private set; } = null!;

    public string Workspace { get; set; } = "tenant";

    public string Person { get; set; } = "29:ann";

    public string Conversation { get; set; } = "a:1";

    /// <summary>What the file host answers instead of the file; null: the file, to whoever has its address.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Download { get; set; } = _ => null;

    /// <summary>Answers what a team's own model is asked; null: there is none.</summary>
    public Func<HttpRequestMessage, string, HttpResponseMessage?>? Model { get; set; }

    /// <summary>Every address outside the connector that was called.</summary>
    public List<string> Fetched { get; } = [];

    /// <summary>The bytes that were put into the person's OneDrive, in order.</summary>
    public List<byte[]> Uploads { get; } = [];

    /// <summary>All activities that were sent, as they were sent.</summary>
    public IReadOnlyList<string> Posts
    {
        get { lock (_posts) return [.. _posts]; }
    }

    public string Last => Posts[^1];

    public static async Task<TeamsTalk> StartAsync(Instant? start = null, params string[] settings)
    {
        var talk = new TeamsTalk(start ?? CaseTranscript.Start);
        talk.Host = await RunningHost.StartAsync(talk._outside, talk.Clock, [.. TestBotFramework.Settings, .. settings]);
        return talk;
    }

    public object File(string name, string? url = null) => FileOf(name, url);

    public Task SayAsync(string text, IReadOnlyList<string> files) => PostAsync("message", text, null, null, [.. files.Select(f => FileOf(f))]);

    public Task PressAsync(string token) => PostAsync("invoke", string.Empty, "adaptiveCard/action", new { action = new { type = "Action.Execute", verb = "press", data = new { token } } }, []);

    /// <summary>A file as Teams tells of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="url">Where it lies; null: in the person's OneDrive.</param>
    public static object FileOf(string name, string? url = null) => new
    {
        contentType = "application/vnd.microsoft.teams.file.download.info",
        name,
        contentUrl = $"https://{FileHost}/personal/ann/Documents/{Uri.EscapeDataString(name)}",
        content = new { downloadUrl = url ?? $"https://{FileHost}/personal/ann/{Uri.EscapeDataString(name)}?tempauth=x", uniqueId = "1", fileType = Path.GetExtension(name).TrimStart('.') },
    };

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<string> AskAsync(string text, params object[] files)
    {
        await PostAsync("message", text, null, null, files);
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

    /// <summary>Takes the file that was offered last.</summary>
    public async Task AcceptAsync()
    {
        using var offer = JsonDocument.Parse(Posts.Last(p => p.Contains("file.consent", StringComparison.Ordinal)));
        var consent = offer.RootElement.GetProperty("attachments")[0];
        await PostAsync("invoke", string.Empty, "fileConsent/invoke", new
        {
            type = "fileUpload",
            action = "accept",
            context = consent.GetProperty("content").GetProperty("acceptContext"),
            uploadInfo = new { contentUrl = $"https://{FileHost}/personal/ann/pack.zip", name = consent.GetProperty("name").GetString(), uploadUrl = UploadUrl, uniqueId = "u1", fileType = "zip" },
        }, []);
        await Host.AnsweredAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _framework.Dispose();
        Assert.Empty(_outside.Unexpected);
    }

    public async Task SayInChannelAsync(string text, string thread, bool mentions = false, bool outsiders = false)
    {
        const string Name = "<at>SourcingBot</at>";
        var bot = new { id = "28:" + TestBotFramework.App, name = "SourcingBot" };
        await PostAsync(JsonSerializer.Serialize(new
        {
            type = "message",
            id = "m" + (++_done).ToString(CultureInfo.InvariantCulture),
            channelId = "msteams",
            serviceUrl = TestBotFramework.ServiceUrl,
            timestamp = InstantPattern.ExtendedIso.Format(Clock.GetCurrentInstant()),
            localTimezone = "Europe/Berlin",
            text = mentions ? $"{Name} {text}" : text,
            entities = mentions ? new[] { new { type = "mention", text = Name, mentioned = bot } } : [],
            from = new { id = Person, name = "Ann" },
            recipient = bot,
            conversation = new { id = "19:quotes@thread.tacv2;messageid=" + thread, conversationType = "channel", isGroup = true, tenantId = Workspace },
            channelData = new { tenant = new { id = Workspace }, channel = new { id = "19:quotes@thread.tacv2", type = outsiders ? "shared" : "standard" } },
        }));
        await Host.AnsweredAsync();
    }

    public bool WentTo(int number, string person) => _opened.Count > 0 && _opened[^1].Contains(person, StringComparison.Ordinal) && _sentTo[number].Contains(Uri.EscapeDataString(Conversation), StringComparison.Ordinal);

    private async Task PostAsync(string type, string text, string? name, object? value, object[] files)
    {
        var activity = JsonSerializer.Serialize(new
        {
            type,
            id = "m" + (++_done).ToString(CultureInfo.InvariantCulture),
            name,
            channelId = "msteams",
            serviceUrl = TestBotFramework.ServiceUrl,
            timestamp = InstantPattern.ExtendedIso.Format(Clock.GetCurrentInstant()),
            localTimezone = "Europe/Berlin",
            text,
            value,
            from = new { id = Person, name = "Ann" },
            recipient = new { id = "28:" + TestBotFramework.App, name = "SourcingBot" },
            conversation = new { id = Conversation, conversationType = "personal", isGroup = false, tenantId = Workspace },
            channelData = new { tenant = new { id = Workspace } },
            attachments = files,
        });
        await PostAsync(activity);
    }

    private async Task PostAsync(string activity)
    {
        using var request = TestBotFramework.Request(activity, _framework.Token());
        using var response = await Host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>The connector: it takes messages from who has the bot's token.</summary>
    private HttpResponseMessage? Connector(HttpRequestMessage request, string body)
    {
        if (request.Headers.Authorization?.Parameter != "bot-token") return null;
        if (request.RequestUri!.AbsolutePath.EndsWith("/v3/conversations", StringComparison.Ordinal))
        {
            _opened.Add(body);
            return TestBotFramework.Ok(new { id = Conversation });
        }

        lock (_posts)
        {
            _posts.Add(body);
            _sentTo.Add(request.RequestUri.AbsoluteUri);
        }

        return TestBotFramework.Ok(new { id = "1" });
    }

    /// <summary>The file host: whoever has the address may put and take.</summary>
    private HttpResponseMessage? Outside(HttpRequestMessage request)
    {
        Fetched.Add(request.RequestUri!.AbsoluteUri);
        if (Download(request) is { } other) return other;
        if (request.RequestUri.Host != FileHost || request.Headers.Authorization is not null) return null;
        if (request.Method == HttpMethod.Put)
        {
            using var put = new MemoryStream();
            request.Content!.ReadAsStream().CopyTo(put);
            Uploads.Add(put.ToArray());
            return TestBotFramework.Ok(new { id = "1" });
        }

        return Bytes(TranscriptFiles.BytesOf(Uri.UnescapeDataString(request.RequestUri.Segments[^1])));
    }

    public static HttpResponseMessage Bytes(byte[] bytes, string type = "application/octet-stream")
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return response;
    }
}
