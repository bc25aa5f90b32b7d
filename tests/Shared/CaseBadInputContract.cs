using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Data;
using SourcingBot.Evidence;

namespace SourcingBot.Testing;

/// <summary>What each platform promises when files, answers and buttons of a case are not as they should be: a clear sentence, nothing lost, nothing told to others.</summary>
public abstract class CaseBadInputContract : IAsyncLifetime
{
    private const string Proof = "Photos of the outer carton";

    private ICaseTalk _talk = null!;

    /// <summary>Starts the program.</summary>
    protected abstract Task<ICaseTalk> StartAsync();

    /// <summary>What is said of a file that the platform forbids.</summary>
    protected abstract string Forbidden { get; }

    /// <inheritdoc/>
    public async Task InitializeAsync() => _talk = await StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task A_file_that_cannot_be_kept_is_told_with_its_reason_and_the_question_stays()
    {
        await AtProofAsync();
        const string Expired = "its link has run out", NotAllowed = "I am not allowed to open";
        (string Name, string? Url, Func<HttpResponseMessage> Answer, string Words)[] files =
        [
            ("endless.mp4", null, () => new(HttpStatusCode.OK) { Content = new StreamContent(new Zeros()) }, "is larger than 100 MB"),
            ("empty.pdf", null, () => Bytes([], "application/pdf"), "arrived empty"),
            ("old.pdf", null, () => new(HttpStatusCode.NotFound), Expired),
            ("gone.pdf", null, () => new(HttpStatusCode.Gone), Expired),
            ("forbidden.pdf", null, () => new(HttpStatusCode.Forbidden), Forbidden),
            ("led-away.pdf", null, () => new(HttpStatusCode.Found) { Headers = { Location = new Uri("https://evil.example/page") } }, NotAllowed),
            ("elsewhere.pdf", "https://evil.example/elsewhere.pdf", () => Bytes("%PDF-1.7"u8.ToArray(), "application/pdf"), NotAllowed),
            ("inside.pdf", "http://169.254.169.254/latest/meta-data", () => Bytes("secret"u8.ToArray(), "application/pdf"), NotAllowed),
        ];
        foreach (var (name, url, answer, words) in files)
        {
            _talk.Download = r => answer();
            var said = await _talk.AskAsync(string.Empty, _talk.File(name, url));

            Assert.True(said.Contains(words, StringComparison.Ordinal) && said.Contains(name, StringComparison.Ordinal) && said.Contains(Proof, StringComparison.Ordinal), $"{name}: {said}");
        }

        Assert.DoesNotContain(_talk.Fetched, f => f.Contains("evil.example", StringComparison.Ordinal) || f.Contains("169.254", StringComparison.Ordinal));
        _talk.Download = _ => null;
        Assert.Contains("Kept: carton.jpg", await _talk.AskAsync(string.Empty, _talk.File("carton.jpg")), StringComparison.Ordinal);
        var kept = Assert.Single(await FilesAsync());
        Assert.Equal(("carton.jpg", HashOf(TranscriptFiles.BytesOf("carton.jpg"))), (kept.Name, kept.Sha256));
        Assert.Single(StoredBytes());
    }

    [Fact]
    public async Task Of_several_files_the_good_ones_are_kept_and_the_bad_ones_named()
    {
        await AtProofAsync();
        _talk.Download = r => r.RequestUri!.AbsoluteUri.Contains("gone", StringComparison.Ordinal) ? new(HttpStatusCode.NotFound) : null;

        var said = await _talk.AskAsync("Four sides", _talk.File("front.jpg"), _talk.File("gone.jpg"), _talk.File("label.jpg"));

        Assert.Contains("Noted. Outer carton: front.jpg, label.jpg; Four sides", said, StringComparison.Ordinal);
        Assert.Contains("gone.jpg", said, StringComparison.Ordinal);
        Assert.Equal(2, (await FilesAsync()).Count);
    }

    [Fact]
    public async Task What_was_sent_before_a_question_was_asked_is_no_answer_to_it()
    {
        await AtProofAsync();
        using var fetched = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        _talk.Download = _ =>
        {
            fetched.Release();
            goOn.Wait();
            return null;
        };
        await _talk.SayAsync(string.Empty, ["carton.jpg"]);
        await fetched.WaitAsync();
        await _talk.SayAsync("Twenty cartons were torn open on one side", []);
        goOn.Release();
        await _talk.Host.AnsweredAsync();

        Assert.Contains("That came before I had asked this", _talk.Posts[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Twenty cartons", (await CaseAsync()).Answers, StringComparison.Ordinal);
        Assert.Contains("Twenty cartons", await _talk.AskAsync("Twenty cartons were torn open on one side"), StringComparison.Ordinal);
        Assert.Contains("Twenty cartons", (await CaseAsync()).Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_called_a_photo_is_kept_for_what_it_is_and_the_person_is_told()
    {
        await AtProofAsync();
        var page = "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray();
        _talk.Download = _ => Bytes(page, "image/jpeg");

        var said = await _talk.AskAsync(string.Empty, _talk.File("carton.jpg"));

        Assert.Contains("carton.jpg: the name says another type", said, StringComparison.Ordinal);
        var kept = Assert.Single(await FilesAsync());
        Assert.Equal(HashOf(page), kept.Sha256);
        Assert.NotEqual(FileKind.Jpeg, kept.Kind);
    }

    [Fact]
    public async Task A_zip_bomb_is_kept_as_it_came_and_never_opened()
    {
        await AtProofAsync();
        var bomb = Bomb();
        _talk.Download = _ => Bytes(bomb, "application/zip");

        Assert.Contains("Kept: photos.zip", await _talk.AskAsync(string.Empty, _talk.File("photos.zip")), StringComparison.Ordinal);

        var kept = Assert.Single(await FilesAsync());
        Assert.Equal((HashOf(bomb), bomb.Length, FileKind.Zip), (kept.Sha256, kept.Size, kept.Kind));
        Assert.Equal(bomb.Length, new FileInfo(Assert.Single(StoredBytes())).Length);
    }

    [Fact]
    public async Task An_answer_and_a_file_for_a_case_that_was_closed_meanwhile_are_not_taken_and_the_person_is_told()
    {
        var name = await AtProofAsync();
        var (person, conversation) = (_talk.Person, _talk.Conversation);
        (_talk.Person, _talk.Conversation) = (person + "b", conversation + "b");
        Assert.Contains(Proof, await _talk.AskAsync("case " + name), StringComparison.Ordinal);
        (_talk.Person, _talk.Conversation) = (person, conversation);
        await _talk.AskAsync("summary");
        await _talk.PressLabelAsync("Close it here only");
        var before = await CaseAsync();
        Assert.Equal(CaseStage.Closed, before.Stage);

        (_talk.Person, _talk.Conversation) = (person + "b", conversation + "b");
        Assert.Contains("This case was closed on Tue 1 Dec 2026, so nothing was changed", await _talk.AskAsync("Four photos, I send them now"), StringComparison.Ordinal);
        Assert.Contains("so I have not kept the file. Reopen the case", await _talk.AskAsync(string.Empty, _talk.File("carton.jpg")), StringComparison.Ordinal);

        Assert.Equal((before.Answers, before.Revision), ((await CaseAsync()).Answers, (await CaseAsync()).Revision));
        Assert.Empty(await FilesAsync());
        Assert.Empty(_talk.Fetched);
        await _talk.PressLabelAsync("Take it up again");
        await _talk.AskAsync("continue");
        Assert.Contains("carton.jpg", await _talk.AskAsync(string.Empty, _talk.File("carton.jpg")), StringComparison.Ordinal);
        Assert.Single(await FilesAsync());
    }

    [Theory]
    [InlineData("later")]
    [InlineData("skip")]
    [InlineData("change supplier")]
    public async Task A_word_about_the_conversation_changes_no_closed_case(string word)
    {
        var name = await AtProofAsync();
        var (person, conversation) = (_talk.Person, _talk.Conversation);
        (_talk.Person, _talk.Conversation) = (person + "b", conversation + "b");
        await _talk.AskAsync("case " + name);
        (_talk.Person, _talk.Conversation) = (person, conversation);
        await _talk.AskAsync("summary");
        await _talk.PressLabelAsync("Close it here only");
        var before = await CaseAsync();

        (_talk.Person, _talk.Conversation) = (person + "b", conversation + "b");
        Assert.Contains("This case was closed on", await _talk.AskAsync(word), StringComparison.Ordinal);

        Assert.Equal((before.Answers, before.Revision), ((await CaseAsync()).Answers, (await CaseAsync()).Revision));
    }

    [Fact]
    public async Task A_button_of_last_month_still_answers_and_one_of_last_year_says_that_it_is_over()
    {
        var asked = await _talk.AskAsync("dispute they arrived broken");
        while (PostedButton.In(asked).All(b => b.Label != "Yes")) asked = await _talk.AskAsync("later");
        var token = PostedButton.In(asked)[0].Token;
        _talk.Clock.MoveTo(CaseTranscript.Start + Duration.FromDays(31));

        await _talk.PressAsync(token);
        await _talk.Host.AnsweredAsync();
        Assert.Contains("Noted.", _talk.Posts[^1], StringComparison.Ordinal);

        var before = await CaseAsync();
        _talk.Clock.MoveTo(CaseTranscript.Start + Duration.FromDays(400));
        await _talk.Host.Services.GetRequiredService<CleanUp>().RunOnceAsync(CancellationToken.None);
        await _talk.PressAsync(token);
        await _talk.Host.AnsweredAsync();

        Assert.Contains("That button no longer works", _talk.Posts[^1], StringComparison.Ordinal);
        Assert.Contains("cases", _talk.Posts[^1], StringComparison.Ordinal);
        Assert.Equal((before.Answers, before.Revision), ((await CaseAsync()).Answers, (await CaseAsync()).Revision));
        Assert.Contains(before.Name, await _talk.AskAsync("case " + before.Name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_button_in_foreign_hands_does_nothing_and_tells_nothing(bool isOtherWorkspace)
    {
        var name = await AtProofAsync();
        var before = await CaseAsync();
        var tokens = _talk.Posts.SelectMany(PostedButton.In).Select(b => b.Token).Distinct(StringComparer.Ordinal).ToList();
        var seen = _talk.Posts.Count;
        _talk.Person += "x";
        if (isOtherWorkspace) _talk.Workspace += "x";
        else _talk.Conversation += "x";

        foreach (var token in tokens)
        {
            await _talk.PressAsync(token);
            await _talk.Host.AnsweredAsync();
        }

        var told = _talk.Posts.Skip(seen).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, t =>
        {
            Assert.Contains("That button no longer works", t, StringComparison.Ordinal);
            Assert.DoesNotContain(name, t, StringComparison.Ordinal);
            Assert.DoesNotContain("Ningbo", t, StringComparison.Ordinal);
            Assert.DoesNotContain(Proof, t, StringComparison.Ordinal);
        });
        Assert.Equal((before.Answers, before.Revision), ((await CaseAsync()).Answers, (await CaseAsync()).Revision));
    }

    /// <summary>Begins a dispute and goes to the first question that wants proof.</summary>
    /// <returns>The case's name.</returns>
    private async Task<string> AtProofAsync()
    {
        var asked = await _talk.AskAsync("dispute they arrived broken");
        for (var n = 0; !asked.Contains(Proof, StringComparison.Ordinal); n++)
        {
            Assert.InRange(n, 0, 25);
            asked = await _talk.AskAsync(asked.Contains("Which company is the supplier", StringComparison.Ordinal) ? "Ningbo Bright" : "later");
        }

        return (await CaseAsync()).Name;
    }

    private Task<CaseRow> CaseAsync() => ReadAsync(db => db.Cases.AsNoTracking().SingleAsync());

    private Task<List<StoredFileRow>> FilesAsync() => ReadAsync(db => db.StoredFiles.AsNoTracking().ToListAsync());

    private async Task<T> ReadAsync<T>(Func<SourcingDbContext, Task<T>> read)
    {
        await using var scope = _talk.Host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SourcingDbContext>());
    }

    /// <summary>All bytes in the team's folder, those that nobody finished writing too.</summary>
    private IEnumerable<string> StoredBytes() =>
        Directory.EnumerateFiles(Path.Combine(_talk.Host.Services.GetRequiredService<EvidenceOptions>().Root, TeamId.Only.Value.ToString("N", CultureInfo.InvariantCulture)));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static HttpResponseMessage Bytes(byte[] bytes, string type) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } };

    /// <summary>A ZIP of some kilobytes that unpacks to 64 MB.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("zeros", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var n = 0; n < 64; n++) entry.Write(zeros);
        }

        return file.ToArray();
    }

    private sealed class Zeros : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
