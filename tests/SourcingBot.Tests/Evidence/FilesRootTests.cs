using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Evidence;

/// <summary>Files and database belong together, and what is not so is found out before anything is lost.</summary>
public class FilesRootTests
{
    [Fact]
    public async Task Two_hosts_with_one_folder_are_at_home_in_it()
    {
        await using var store = await ChatStore.CreateAsync();
        await using var second = store.Build();

        Assert.All(await Task.WhenAll(ProblemAsync(store.Services), ProblemAsync(second)), Assert.Null);
        Assert.Null(await ProblemAsync(store.Services));
    }

    [Fact]
    public async Task A_host_with_a_folder_of_its_own_is_found_out()
    {
        await using var store = await ChatStore.CreateAsync();
        Assert.Null(await ProblemAsync(store.Services));

        Assert.Contains("Every host needs the same folder", await ProblemAsync(new FilesRoot(Scopes(store), new EvidenceOptions(Path.Combine(store.Folder, "own"), 1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_not_mounted_is_found_out_and_is_right_again_when_it_comes_back()
    {
        await using var store = await ChatStore.CreateAsync();
        var folder = Path.Combine(store.Folder, "files");
        Assert.Null(await ProblemAsync(store.Services));

        Directory.Move(folder, folder + "-away");
        Assert.Contains("not mounted", await ProblemAsync(store.Services), StringComparison.Ordinal);

        Directory.Move(folder + "-away", folder);
        Assert.Null(await ProblemAsync(store.Services));
    }

    [Fact]
    public async Task A_fresh_database_does_not_take_over_the_files_of_another_and_deletes_none()
    {
        await using var store = await EvidenceStore.CreateAsync(postgres: false);
        store.Platform.Files = _ => EvidenceStore.Opened(1, 2, 3);
        await store.AskAsync(EvidenceStore.Message("e1", "a.jpg"));
        await store.ReadAsync(db => db.StoredFiles.ExecuteDeleteAsync());
        await store.ReadAsync(db => db.TeamSettings.ExecuteDeleteAsync());
        foreach (var file in EvidenceStore.Files(store)) File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await using var fresh = store.Build();

        Assert.Contains("another database", await ProblemAsync(fresh), StringComparison.Ordinal);
        store.Clock.Now += Duration.FromDays(30);
        await fresh.GetRequiredService<CleanUp>().RunOnceAsync(CancellationToken.None);
        Assert.Single(EvidenceStore.Files(store));
        Assert.Contains(store.Log.Lines, l => l.StartsWith("Old files were not cleaned up.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_died_between_mark_and_database_is_at_home_at_its_next_start()
    {
        await using var store = await ChatStore.CreateAsync();
        Assert.Null(await ProblemAsync(store.Services));
        await store.ReadAsync(db => db.TeamSettings.ExecuteDeleteAsync());
        await using var again = store.Build();

        Assert.Null(await ProblemAsync(again));
    }

    [Fact]
    public async Task A_place_where_no_folder_can_be_is_told_in_words()
    {
        await using var store = await ChatStore.CreateAsync();
        var file = Path.Combine(store.Folder, "a-file");
        await File.WriteAllTextAsync(file, "x");

        Assert.Contains("cannot be used", await ProblemAsync(new FilesRoot(Scopes(store), new EvidenceOptions(Path.Combine(file, "files"), 1))), StringComparison.Ordinal);
    }

    private static IServiceScopeFactory Scopes(ChatStore store) => store.Services.GetRequiredService<IServiceScopeFactory>();

    private static Task<string?> ProblemAsync(IServiceProvider services) => ProblemAsync(services.GetRequiredService<FilesRoot>());

    private static Task<string?> ProblemAsync(FilesRoot root) => root.ProblemAsync(CancellationToken.None);
}
