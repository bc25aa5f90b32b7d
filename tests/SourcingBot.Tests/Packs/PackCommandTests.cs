using System.IO.Compression;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;
using SourcingBot.Packs;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Packs;

/// <summary>The ways to a pack: the command line and the page.</summary>
public sealed class PackCommandTests
{
    [Fact]
    public async Task The_command_writes_the_pack_and_says_what_to_mind()
    {
        await using var store = await StoreAsync();
        var file = Path.Combine(store.Folder, "out.zip");
        var byName = await RunAsync(store, "pack", "d-7kq2", "-o", file);
        var again = await RunAsync(store, "pack", "0a6d6c52-5a4e-4a0e-9d3f-8d4a5b1c2d3e", "-o", file + "2");

        Assert.Equal((0, ""), (byName.Status, byName.Errors));
        Assert.StartsWith($"Wrote {file}: 5 exhibits.", byName.Output, StringComparison.Ordinal);
        Assert.Contains("- Still open in the case: The chat with the supplier", byName.Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(file + "2"));
        await using var zip = await ZipFile.OpenReadAsync(file);
        Assert.Contains(zip.Entries, e => e.FullName == "exhibits/photos/E02 carton 2.jpg");
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_force_is_given()
    {
        await using var store = await StoreAsync();
        var file = Path.Combine(store.Folder, "out.zip");
        await File.WriteAllTextAsync(file, "mine");

        var refused = await RunAsync(store, "pack", "D-7KQ2", "-o", file);
        Assert.Equal((2, "", "mine"), (refused.Status, refused.Output, await File.ReadAllTextAsync(file)));
        Assert.Contains("add --force to overwrite it", refused.Errors, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(store, "pack", "D-7KQ2", "-o", file, "--force")).Status);
        Assert.NotEqual("mine", await File.ReadAllTextAsync(file));
        Assert.DoesNotContain(Directory.GetFiles(store.Folder), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_packed_ends_with_status_2_and_says_why()
    {
        await using var store = await StoreAsync();
        var unknown = await RunAsync(store, "pack", "D-2222");
        var folder = await RunAsync(store, "pack", "D-7KQ2", "-o", Path.Combine(store.Folder, "not", "there.zip"));
        var missing = await RunAsync(store, "pack");
        var empty = await ProgramRun.WithBytesAsync([], new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings__SourcingBot"] = $"Data Source={Path.Combine(store.Folder, "other.db")}" }, "pack", "D-7KQ2");

        Assert.Equal([2, 2, 2, 2], new[] { unknown, folder, missing, empty }.Select(r => r.Status));
        Assert.Contains("There is no case “D-2222”", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("there.zip cannot be written: ", folder.Errors, StringComparison.Ordinal);
        Assert.Contains("See sourcingbot pack --help", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("run sourcingbot migrate", empty.Errors, StringComparison.Ordinal);
        Assert.All(new[] { unknown, folder, missing, empty }, r => Assert.DoesNotContain("   at ", r.Errors, StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task A_pack_from_PostgreSQL_has_the_same_bytes()
    {
        await using var sqlite = await StoreAsync();
        await using var postgres = await ChatStore.CreateAsync(postgres: true);
        await StoredDispute.Damaged().KeepAsync(postgres.Services);

        Assert.Equal(await BytesAsync(sqlite), await BytesAsync(postgres));
    }

    [Fact]
    public async Task Another_team_has_no_such_case()
    {
        await using var store = await StoreAsync();
        await using var scope = store.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = new TeamId(Guid.NewGuid());

        Assert.Null(await scope.ServiceProvider.GetRequiredService<CasePacks>().FindAsync("D-7KQ2", CancellationToken.None));
    }

    [Fact]
    public async Task The_page_hands_the_pack_to_local_callers_alone()
    {
        await using var host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));
        await StoredDispute.Damaged().KeepAsync(host.Services);
        using var taken = await host.Client.GetAsync(new Uri("/cases/D-7KQ2/pack", UriKind.Relative));
        using var unknown = await host.Client.GetAsync(new Uri("/cases/D-2222/pack", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cases/D-7KQ2/pack");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var foreign = await host.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (taken.StatusCode, unknown.StatusCode, foreign.StatusCode));
        Assert.Equal(("application/zip", "attachment", "D-7KQ2 evidence.zip"), (taken.Content.Headers.ContentType?.MediaType, taken.Content.Headers.ContentDisposition?.DispositionType, taken.Content.Headers.ContentDisposition?.FileName?.Trim((char)34)));
        using var zip = new ZipArchive(await taken.Content.ReadAsStreamAsync());
        Assert.Contains(zip.Entries, e => e.FullName == "1-claim-statement.docx");
    }

    private static async Task<ChatStore> StoreAsync()
    {
        var store = await ChatStore.CreateAsync();
        await StoredDispute.Damaged().KeepAsync(store.Services);
        return store;
    }

    private static async Task<byte[]> BytesAsync(ChatStore store)
    {
        await using var scope = store.Services.CreateAsyncScope();
        var packs = scope.ServiceProvider.GetRequiredService<CasePacks>();
        await using var zip = await packs.OpenAsync((await packs.FindAsync("D-7KQ2", CancellationToken.None))!, CancellationToken.None);
        var copy = new MemoryStream();
        await zip.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static Task<ProgramRun> RunAsync(ChatStore store, params string[] arguments)
    {
        SqliteConnection.ClearAllPools();
        return ProgramRun.WithBytesAsync([], new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings__SourcingBot"] = $"Data Source={Path.Combine(store.Folder, "test.db")}" }, arguments);
    }
}
