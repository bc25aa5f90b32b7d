using System.Security.Cryptography;
using SourcingBot.Data;
using SourcingBot.Evidence;

namespace SourcingBot.Tests.Evidence;

/// <summary>What the store of bytes promises.</summary>
public sealed class FileStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sourcingbot-files").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task What_is_stored_comes_back_byte_by_byte_with_its_hash()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var store = Store();

        var kept = Assert.IsType<Storing.Kept>(await StoreAsync(store, new MemoryStream(bytes))).Bytes;

        Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (kept.Size, kept.Sha256));
        Assert.Equal(bytes, await ReadAsync(store, kept.Id));
    }

    [Fact]
    public async Task An_empty_file_is_refused() => Assert.IsType<Storing.Empty>(await StoreAsync(Store(), new MemoryStream()));

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_kept_and_one_byte_more_is_not()
    {
        Assert.IsType<Storing.Kept>(await StoreAsync(Store(), new MemoryStream(new byte[1000]), most: 1000));
        Assert.IsType<Storing.TooLarge>(await StoreAsync(Store(), new MemoryStream(new byte[1001]), most: 1000));

        Assert.Single(Files());
    }

    [Fact]
    public async Task A_file_that_never_ends_is_cut_at_the_limit_and_nothing_of_it_is_kept()
    {
        var endless = EndlessStream.Zeros();

        Assert.IsType<Storing.TooLarge>(await StoreAsync(Store(), endless, most: 1_000_000));

        Assert.InRange(endless.Given, 1_000_000, 1_300_000);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_sender_who_falls_silent_is_not_waited_for()
    {
        Assert.IsType<Storing.Broken>(await StoreAsync(Store(o => o with { LongestSilence = TimeSpan.FromMilliseconds(50) }), EndlessStream.FallsSilent()));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_sender_who_drips_without_end_is_not_waited_for()
    {
        var drip = new EndlessStream(async (_, token) =>
        {
            await Task.Delay(1, token);
            return 1;
        });

        Assert.IsType<Storing.Broken>(await StoreAsync(Store(o => o with { LongestDownload = TimeSpan.FromMilliseconds(200) }), drip));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_nothing()
    {
        Assert.IsType<Storing.Broken>(await StoreAsync(Store(), EndlessStream.BreaksOff()));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_attempt_that_is_ended_leaves_nothing()
    {
        using var ended = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store().StoreAsync(TeamId.Only, EndlessStream.FallsSilent(), 1000, ended.Token));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_zip_bomb_is_a_small_file_like_any_other()
    {
        var bomb = SampleFiles.Bomb();

        var kept = Assert.IsType<Storing.Kept>(await StoreAsync(Store(), new MemoryStream(bomb), most: 20_000_000)).Bytes;

        Assert.Equal((FileKind.Zip, bomb.Length), (kept.Kind, kept.Size));
        Assert.Equal(bomb.Length, Files().Sum(f => new FileInfo(f).Length));
    }

    [Fact]
    public async Task An_office_document_is_known_by_its_directory() =>
        Assert.Equal(FileKind.Docx, Assert.IsType<Storing.Kept>(await StoreAsync(Store(), new MemoryStream(SampleFiles.Zip("[Content_Types].xml", "word/document.xml")))).Bytes.Kind);

    [Fact]
    public async Task Another_teams_file_cannot_be_opened_or_deleted()
    {
        var store = Store();
        var kept = Assert.IsType<Storing.Kept>(await StoreAsync(store, new MemoryStream([1]))).Bytes;
        var other = new TeamId(Guid.NewGuid());

        store.Delete(other, kept.Id);

        Assert.Null(store.Open(other, kept.Id));
        Assert.Single(Files());
    }

    [Fact]
    public async Task Nobody_but_the_programs_user_can_read_the_files()
    {
        await StoreAsync(Store(), new MemoryStream([1]));

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Files().Single()));
    }

    private static Task<Storing> StoreAsync(FileStore store, Stream content, long most = 1_000_000) => store.StoreAsync(TeamId.Only, content, most, CancellationToken.None);

    private static async Task<byte[]> ReadAsync(FileStore store, Guid id)
    {
        await using var content = store.Open(TeamId.Only, id)!;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private string[] Files() => Directory.GetFiles(_root, "*", SearchOption.AllDirectories);

    private FileStore Store(Func<EvidenceOptions, EvidenceOptions>? change = null) => new((change ?? (o => o))(new EvidenceOptions(_root, EvidenceOptions.Megabyte)), TimeProvider.System);
}
