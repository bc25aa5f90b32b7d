using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Pages;

/// <summary>Proof that is handed in on the local page.</summary>
public sealed class CaseUploadTests : IAsyncLifetime
{
    private static readonly byte[] Picture = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3];

    private RunningHost _host = null!;
    private PageVisitor _page = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(new FakeOutside((_, _) => null), "Files:QuotaMegabytes=102");
        _page = new PageVisitor(_host.Client);
        await _page.GoAsync("/cases");
        await _page.SendAsync("/cases", ("Word", "dispute"), ("About", "the goods arrived broken"), ("Zone", "Europe/Berlin"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Several_files_and_words_are_kept_at_their_question_and_can_be_downloaded()
    {
        await _page.UploadAsync("outer-carton", "Carton 3, crushed corner", File("carton.jpg", Picture), File("附件 label.pdf", "%PDF-1.7"u8.ToArray()));

        var item = _page.Item("outer-carton");
        Assert.Contains("carton.jpg", item, StringComparison.Ordinal);
        Assert.Contains("JPEG picture, 9 bytes", item, StringComparison.Ordinal);
        Assert.Contains("附件 label.pdf", item, StringComparison.Ordinal);
        Assert.Contains("Carton 3, crushed corner", item, StringComparison.Ordinal);
        Assert.DoesNotContain("another type", item, StringComparison.Ordinal);
        var row = (await FilesAsync())[0];
        Assert.Equal("outer-carton", row.QuestionId);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Picture)), row.Sha256);
        Assert.Equal(Picture, await _host.Client.GetByteArrayAsync(new Uri($"/files/{row.Id}", UriKind.Relative)));
        Assert.Contains($"href=\"/files/{row.Id}\"", _page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_handed_in_later_are_added_and_take_nothing_away()
    {
        await _page.UploadAsync("outer-carton", string.Empty, File("one.jpg", Picture));
        await _page.UploadAsync("outer-carton", string.Empty, File("two.jpg", Picture));

        Assert.Contains("one.jpg", _page.Item("outer-carton"), StringComparison.Ordinal);
        Assert.Contains("two.jpg", _page.Item("outer-carton"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_told_and_the_good_one_beside_it_is_kept()
    {
        await _page.UploadAsync("outer-carton", string.Empty, File("empty.pdf", []), File("carton.jpg", Picture));

        Assert.Contains("“empty.pdf” arrived empty", _page.Words, StringComparison.Ordinal);
        Assert.Equal("carton.jpg", Assert.Single(await FilesAsync()).Name);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_told_in_a_sentence_and_the_small_one_beside_it_is_kept()
    {
        await _page.UploadAsync("outer-carton", string.Empty, ("film.mp4", "video/mp4", new ZeroContent((101L * 1024 * 1024) + 1)), File("carton.jpg", Picture));

        Assert.Contains("“film.mp4” is larger than 100 MB", _page.Words, StringComparison.Ordinal);
        Assert.Equal("carton.jpg", Assert.Single(await FilesAsync()).Name);
    }

    [Fact]
    public async Task Two_large_films_at_once_are_taken_as_far_as_there_is_room()
    {
        await _page.UploadAsync("outer-carton", string.Empty, ("one.mp4", "video/mp4", new ZeroContent(70L * 1024 * 1024)), ("two.mp4", "video/mp4", new ZeroContent(70L * 1024 * 1024)));

        Assert.Contains("There is no room left for “two.mp4”", _page.Words, StringComparison.Ordinal);
        Assert.Equal("one.mp4", Assert.Single(await FilesAsync()).Name);
    }

    [Fact]
    public async Task A_name_that_lies_about_its_type_is_marked()
    {
        await _page.UploadAsync("outer-carton", string.Empty, File("report.pdf", Picture));

        Assert.Contains("JPEG picture", _page.Item("outer-carton"), StringComparison.Ordinal);
        Assert.Contains("The name says another type than the content", _page.Item("outer-carton"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_as_a_name_stays_words()
    {
        await _page.UploadAsync("outer-carton", string.Empty, File("<script>alert(1)<b>.jpg", Picture));

        Assert.DoesNotContain("<script>alert", _page.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)<b>.jpg", _page.Item("outer-carton"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_keeps_no_byte()
    {
        using var response = await _page.PostFilesAsync("forged", "outer-carton", string.Empty, File("carton.jpg", Picture));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await FilesAsync());
        var root = _host.Services.GetRequiredService<EvidenceOptions>().Root;
        Assert.Empty(Directory.Exists(root) ? Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(f => Guid.TryParse(Path.GetFileName(f), out _)) : []);
    }

    [Fact]
    public async Task More_files_than_are_taken_at_once_are_told_and_none_is_kept()
    {
        await _page.UploadAsync("outer-carton", string.Empty, [.. Enumerable.Range(0, 21).Select(n => File($"{n}.jpg", Picture))]);

        Assert.Contains("More than 20 files", _page.Html, StringComparison.Ordinal);
        Assert.Empty(await FilesAsync());
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    public async Task What_is_no_form_is_refused_in_words(string type)
    {
        using var body = new StringContent("nonsense");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _host.Client.PostAsync(new Uri($"/cases/{_page.Case}/files", UriKind.Relative), body);

        Assert.InRange((int)response.StatusCode, 400, 415);
        Assert.Contains("could not be read", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_from_elsewhere_hand_nothing_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{_page.Case}/files") { Content = new StringContent("x") };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static (string Name, string Type, HttpContent Content) File(string name, byte[] bytes) => (name, "application/octet-stream", new ByteArrayContent(bytes));

    private async Task<List<StoredFileRow>> FilesAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().StoredFiles.AsNoTracking().OrderBy(f => f.Position).ToListAsync();
    }

    /// <summary>So many zero bytes, sent without being held.</summary>
    private sealed class ZeroContent(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= block.Length) await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
        }

        protected override bool TryComputeLength(out long total)
        {
            total = length;
            return true;
        }
    }
}
