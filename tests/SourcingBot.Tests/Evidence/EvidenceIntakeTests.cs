using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;
using static SourcingBot.Tests.Evidence.EvidenceStore;

namespace SourcingBot.Tests.Evidence;

public class SqliteEvidenceIntakeTests : EvidenceIntakeTests
{
    internal override bool OnPostgres => false;

    [Fact] public Task Kept() => A_file_is_kept_with_all_that_is_known_of_it();
    [Fact] public Task Twice() => A_message_that_is_handled_again_gives_its_files_once();
    [Fact] public Task Edit() => An_edit_of_a_message_does_not_take_its_files_again();
    [Fact] public Task Later() => A_passing_failure_is_tried_again_and_leaves_nothing_twice();
    [Fact] public Task Last() => A_file_that_cannot_be_fetched_at_all_is_told();
    [Fact] public Task Full() => A_full_quota_is_told_and_the_quota_is_each_teams_own();
    [Fact] public Task Crash() => A_crash_between_bytes_and_row_leaves_an_orphan_that_the_clean_up_removes();
    [Fact] public Task Delete() => Deleting_a_case_deletes_rows_and_bytes_and_nothing_else();
    [Fact] public Task Outdated() => Bytes_go_when_their_case_was_closed_long_ago_and_no_sooner();
    [Fact] public Task Odd() => Words_that_no_database_takes_do_no_harm();
}

public class PostgresEvidenceIntakeTests : EvidenceIntakeTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Kept() => A_file_is_kept_with_all_that_is_known_of_it();
    [PostgresFact] public Task Twice() => A_message_that_is_handled_again_gives_its_files_once();
    [PostgresFact] public Task Edit() => An_edit_of_a_message_does_not_take_its_files_again();
    [PostgresFact] public Task Later() => A_passing_failure_is_tried_again_and_leaves_nothing_twice();
    [PostgresFact] public Task Last() => A_file_that_cannot_be_fetched_at_all_is_told();
    [PostgresFact] public Task Full() => A_full_quota_is_told_and_the_quota_is_each_teams_own();
    [PostgresFact] public Task Crash() => A_crash_between_bytes_and_row_leaves_an_orphan_that_the_clean_up_removes();
    [PostgresFact] public Task Delete() => Deleting_a_case_deletes_rows_and_bytes_and_nothing_else();
    [PostgresFact] public Task Outdated() => Bytes_go_when_their_case_was_closed_long_ago_and_no_sooner();
    [PostgresFact] public Task Odd() => Words_that_no_database_takes_do_no_harm();
}

/// <summary>What the intake of files promises, the same on both databases.</summary>
public abstract class EvidenceIntakeTests
{
    internal abstract bool OnPostgres { get; }

    private protected async Task A_file_is_kept_with_all_that_is_known_of_it()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = _ => Opened(SampleFiles.Png);

        await store.AskAsync(Message("e1", "../carton.jpg") with { From = new("U1", "Anna") });

        var row = Assert.Single(await RowsAsync(store));
        Assert.Equal(("carton.jpg", SampleFiles.Png.Length, Convert.ToHexStringLower(SHA256.HashData(SampleFiles.Png)), FileKind.Png), (row.Name, row.Size, row.Sha256, row.Kind));
        Assert.Equal(("image/jpeg", "Anna", Case, "outer-carton", 0), (row.DeclaredType, row.SenderName, row.CaseId, row.QuestionId, row.Position));
        Assert.Equal(Instant.FromUtc(2026, 6, 1, 9, 0), row.SentAt);
        Assert.Contains("U1", row.SenderKey, StringComparison.Ordinal);
        Assert.Equal(["kept carton.jpg"], Said(store));
        Assert.Equal(SampleFiles.Png, await File.ReadAllBytesAsync(Assert.Single(Files(store))));
    }

    private protected async Task A_message_that_is_handled_again_gives_its_files_once()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = _ => Opened(1, 2, 3);
        await store.Inbox.AddAsync(Message("e1", "a.jpg", "b.jpg"), CancellationToken.None);
        var away = true;
        store.Faults.Of = command => away && command.CommandText.Contains("INSERT INTO", StringComparison.Ordinal) && command.CommandText.Contains("outbox", StringComparison.Ordinal) ? new DatabaseAwayException() : null;
        await store.AnswerAsync();
        away = false;
        Assert.Empty(await RowsAsync(store));
        store.Clock.Now += Duration.FromMinutes(1);
        await store.AnswerAsync();
        await store.ReadAsync(db => db.Inbox.ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, QueueStatus.Ready)));
        await store.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        await store.AnswerAsync();
        await store.SendAsync();

        Assert.Equal([0, 1], (await RowsAsync(store)).Select(r => r.Position));
        Assert.Equal(["kept a.jpg\nkept b.jpg"], Said(store));
    }

    private protected async Task An_edit_of_a_message_does_not_take_its_files_again()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = _ => Opened(1, 2, 3);
        await store.AskAsync(Message("e1", "a.jpg"));

        await store.AskAsync(Message("e2", "a.jpg") with { AnswerKey = "me1", IsEdit = true });

        Assert.Single(await RowsAsync(store));
    }

    private protected async Task A_passing_failure_is_tried_again_and_leaves_nothing_twice()
    {
        await using var store = await CreateAsync();
        var away = true;
        store.Platform.Files = a => a.Name == "b.jpg" && away ? new FileOpening.Later("connection") : Opened(1, 2, 3);
        await store.AskAsync(Message("e1", "a.jpg", "b.jpg"));
        Assert.Empty(await RowsAsync(store));
        Assert.Empty(Files(store));

        away = false;
        store.Clock.Now += Duration.FromMinutes(1);
        await store.AnswerAsync();
        await store.SendAsync();

        Assert.Equal(["a.jpg", "b.jpg"], (await RowsAsync(store)).Select(r => r.Name));
        Assert.Equal(2, Files(store).Length);
        Assert.Equal(["kept a.jpg\nkept b.jpg"], Said(store));
    }

    private protected async Task A_file_that_cannot_be_fetched_at_all_is_told()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = a => a.Name == "b.jpg" ? new FileOpening.Opened(EndlessStream.BreaksOff(), null) : Opened(1, 2, 3);
        await store.Inbox.AddAsync(Message("e1", "a.jpg", "b.jpg"), CancellationToken.None);

        for (var i = 0; i < 5; i++)
        {
            await store.AnswerAsync();
            store.Clock.Now += Duration.FromHours(1);
        }

        await store.SendAsync();
        Assert.Equal(["a.jpg"], (await RowsAsync(store)).Select(r => r.Name));
        Assert.Equal(["kept a.jpg\nUnreachable: I could not fetch “b.jpg” just now. Send it again in a few minutes."], Said(store));
    }

    private protected async Task A_full_quota_is_told_and_the_quota_is_each_teams_own()
    {
        await using var store = await CreateAsync(o => o with { QuotaBytes = 250 });
        await store.ReadAsync(async db =>
        {
            // Raw, because a context saves its own team's rows alone.
            db.StoredFiles.Add(new StoredFileRow { Id = Guid.NewGuid(), Name = "other team's", Size = 200, Sha256 = "0", SenderKey = "s", EventKey = "k" });
            await db.SaveChangesAsync();
            return await db.StoredFiles.ExecuteUpdateAsync(set => set.SetProperty(f => f.TeamId, new TeamId(Guid.NewGuid())));
        });
        store.Platform.Files = _ => Opened(new byte[100]);

        await store.AskAsync(Message("e1", "a.jpg", "b.jpg", "c.jpg"));

        Assert.Equal(["a.jpg", "b.jpg"], (await RowsAsync(store)).Select(r => r.Name));
        Assert.StartsWith("kept a.jpg\nkept b.jpg\nQuotaFull: There is no room left for “c.jpg”", Said(store)[0], StringComparison.Ordinal);
        Assert.Equal(2, Files(store).Length);
    }

    private protected async Task A_crash_between_bytes_and_row_leaves_an_orphan_that_the_clean_up_removes()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = _ => Opened(1, 2, 3);
        await store.AskAsync(Message("e1", "a.jpg"));
        var kept = Files(store).Single();
        var folder = Path.GetDirectoryName(kept)!;

        // What a crash leaves: named bytes without a row, and bytes that were being written.
        var files = store.Services.GetRequiredService<FileStore>();
        await files.StoreAsync(TeamId.Only, new MemoryStream([1]), 10, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, Guid.NewGuid().ToString("N") + ".part"), "x");
        await File.WriteAllTextAsync(Path.Combine(folder, "somebody's notes.txt"), "x");
        Assert.Equal(4, Files(store).Length);

        await CleanAsync(store, age: Duration.FromHours(23));
        Assert.Equal(4, Files(store).Length);
        await CleanAsync(store, age: Duration.FromHours(25));
        Assert.Equal([Path.GetFileName(kept), "somebody's notes.txt"], Files(store).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    private protected async Task Deleting_a_case_deletes_rows_and_bytes_and_nothing_else()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = _ => Opened(1, 2, 3);
        await store.AskAsync(Message("e1", "a.jpg", "b.jpg"));
        await store.ReadAsync(db => db.StoredFiles.Where(f => f.Position == 1).ExecuteUpdateAsync(set => set.SetProperty(f => f.CaseId, Guid.NewGuid())));

        await using (var scope = store.Services.CreateAsyncScope())
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<EvidenceFiles>().DeleteOfCaseAsync(Case, CancellationToken.None));

        Assert.Equal("b.jpg", Assert.Single(await RowsAsync(store)).Name);
        Assert.Single(Files(store));
    }

    private protected async Task Bytes_go_when_their_case_was_closed_long_ago_and_no_sooner()
    {
        await using var store = await CreateAsync(o => o with { Keep = Duration.FromDays(60) });
        store.Platform.Files = _ => Opened(SampleFiles.Png);
        await store.AskAsync(Message("e1", "a.jpg"));
        await ClosedAsync(store, null);
        await CleanAsync(store, Duration.FromDays(400));
        Assert.Single(Files(store));

        await ClosedAsync(store, Duration.FromDays(59));
        await CleanAsync(store, Duration.FromDays(400));
        Assert.Single(Files(store));

        await ClosedAsync(store, Duration.FromDays(61));
        await CleanAsync(store, Duration.FromDays(400));
        Assert.Empty(Files(store));

        // They take no room from the team any more.
        Assert.Empty(await RowsAsync(store));
    }

    private protected async Task Words_that_no_database_takes_do_no_harm()
    {
        await using var store = await CreateAsync();
        store.Platform.Files = _ => Opened(1, 2, 3);
        var odd = Message("e1") with
        {
            From = new("U\0", "Li\0ly\ud83d" + new string('x', 500)),
            Attachments = [new("a\0\ud83d" + new string('货', 400) + ".jpg", "image/\0" + new string('y', 400), true, "{}", -5)],
        };

        await store.AskAsync(odd);

        var row = Assert.Single(await RowsAsync(store));
        Assert.EndsWith(".jpg", row.Name, StringComparison.Ordinal);
    }

    /// <summary>Makes the case, or closes it so long ago.</summary>
    private static Task<int> ClosedAsync(ChatStore store, Duration? ago) => store.ReadAsync(async db =>
    {
        var row = await db.Cases.SingleOrDefaultAsync() ?? db.Add(new CaseRow { Id = Case, Name = "D-2345", FlowId = "dispute-damaged", Answers = "{}", Conversation = "{}", Person = "{}" }).Entity;
        row.ClosedAt = SystemClock.Instance.GetCurrentInstant() - ago;
        return await db.SaveChangesAsync();
    });

    private static async Task CleanAsync(ChatStore store, Duration age)
    {
        store.Clock.Now = SystemClock.Instance.GetCurrentInstant();
        foreach (var file in Files(store)) File.SetLastWriteTimeUtc(file, (store.Clock.Now - age).ToDateTimeUtc());
        await store.Services.GetRequiredService<CleanUp>().RunOnceAsync(CancellationToken.None);
    }

    private Task<ChatStore> CreateAsync(Func<EvidenceOptions, EvidenceOptions>? change = null) => EvidenceStore.CreateAsync(OnPostgres, change);
}
