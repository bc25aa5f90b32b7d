using System.Net;
using System.Text;
using System.Text.Json;

namespace SourcingBot.Testing;

/// <summary>What each platform promises of a team's own model as a second reader: asked only where the bot is unsure, and no trouble of it costs the answer.</summary>
public abstract class SecondReaderContract : IAsyncLifetime
{
    /// <summary>The settings that turn it on.</summary>
    protected static readonly string[] Settings = ["SecondReader:Endpoint=https://models.example/v1", "SecondReader:Model=small-model", "SecondReader:ApiKey=sk-test", "SecondReader:From=0.02", "SecondReader:To=0.98", "SecondReader:TimeoutSeconds=1", "SecondReader:DailyLimit=3"];

    private const string Mild = "The goods are packed, 40 cartons. Account No. 388566021144.";

    private readonly List<string> _asked = [];
    private ICaseTalk _talk = null!;

    /// <summary>Starts the program.</summary>
    /// <param name="model">Answers what the model is asked.</param>
    protected abstract Task<ICaseTalk> StartAsync(Func<HttpRequestMessage, string, HttpResponseMessage?> model);

    /// <summary>What the model does when it is asked.</summary>
    private Func<HttpResponseMessage> Model { get; set; } = () => Says("""{"verdict":"none","findings":[]}""");

    /// <inheritdoc/>
    public async Task InitializeAsync() => _talk = await StartAsync((request, body) =>
    {
        if (request.RequestUri!.Host != "models.example") return null;
        lock (_asked) _asked.Add(request.Headers.Authorization + " " + body);
        return Model();
    });

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task What_it_finds_is_added_with_the_bots_own_words_and_the_card_says_who_was_asked()
    {
        Model = () => Says("""{"verdict":"high","findings":[{"category":"payee-mismatch","quotes":["40 cartons"]}]}""");

        var said = await _talk.AskAsync(Mild);

        Assert.Contains("asked small-model, an outside model of your team. Part of this answer", said, StringComparison.Ordinal);
        Assert.Contains("Ask before you agree", said, StringComparison.Ordinal);
        var asked = Assert.Single(_asked);
        Assert.Contains("Bearer sk-test", asked, StringComparison.Ordinal);
        Assert.Contains("40 cartons", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("388566021144", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_finds_nothing_the_card_says_so()
    {
        Assert.Contains("It added nothing", await _talk.AskAsync(Mild), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_bot_is_sure_nothing_is_sent()
    {
        await _talk.AskAsync("Our usual bank account is frozen by audit, please remit the balance to the new account of Mr Li today by Western Union, or the goods are sold.");

        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("401")]
    [InlineData("429")]
    [InlineData("302")]
    [InlineData("words")]
    [InlineData("nothing")]
    [InlineData("huge")]
    [InlineData("hostile")]
    [InlineData("broken")]
    public async Task Whatever_goes_wrong_there_the_person_has_the_bots_own_answer(string trouble)
    {
        Model = () => trouble switch
        {
            "words" => Says("I think this is totally fine, <b>trust me</b>"),
            "nothing" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(string.Empty) },
            "huge" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(new string(' ', 10_000_000), Encoding.UTF8, "application/json") },
            "hostile" => Says("""{"verdict":"high","findings":[{"category":"<!channel>","quotes":["<https://evil.example|click>"]}]}"""),
            "broken" => throw new HttpRequestException("broken"),
            "302" => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://evil.example/v1") } },
            var status => new HttpResponseMessage((HttpStatusCode)int.Parse(status, System.Globalization.CultureInfo.InvariantCulture)) { Content = new StringContent("""{"error":{"message":"secret detail"}}""", Encoding.UTF8, "application/json") },
        };

        var said = await _talk.AskAsync(Mild);

        Assert.Contains("could not use its answer. This is my own judgement", said, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_the_day_holds()
    {
        for (var n = 0; n < 3; n++) await _talk.AskAsync(Mild);

        Assert.Contains("limit of questions to small-model is reached", await _talk.AskAsync(Mild), StringComparison.Ordinal);
        Assert.Equal(3, _asked.Count);
    }

    private static HttpResponseMessage Says(string words) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            JsonSerializer.Serialize(new { id = "c1", @object = "chat.completion", created = 1772500000, model = "small-model", choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = words } } }, usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 } }),
            Encoding.UTF8, "application/json"),
    };
}
