using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Feedback;
using SourcingBot.Risk;
using SourcingBot.Risk.Training;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Feedback;

/// <summary>`sourcingbot rules export-feedback` on the command line.</summary>
public sealed class ExportFeedbackCommandTests
{
    [Fact]
    public async Task The_command_writes_lines_that_the_trainer_reads_and_says_what_it_left_out()
    {
        await using var store = await ChatStore.CreateAsync();
        await using (var scope = store.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            db.Feedback.AddRange(Row(1, "a", Opinion.Right), Row(2, "a", Opinion.Right), Row(2, "b", Opinion.FalseAlarm), Row(3, "a", Opinion.FalseAlarm), Row(4, "a", Opinion.Missed));
            await db.SaveChangesAsync();
        }

        var run = await RunAsync(store.Folder, "test.db");

        Assert.Equal(0, run.Status);
        Assert.Equal("2 messages; left out: 1 of which people disagree, 1 without a kind of risk.", run.Errors.Trim());
        var lines = LabelledMessage.Read(run.Lines, "feedback").ToList();
        Assert.Equal([Verdict.High, Verdict.None], lines.Select(l => l.Verdict));
        Assert.Equal("付款 to “•••• 3000”\nnow", lines[0].Text);
    }

    [Fact]
    public async Task A_database_that_no_bot_has_used_ends_with_status_2_and_is_not_made()
    {
        var folder = Directory.CreateTempSubdirectory("export-feedback");
        try
        {
            var run = await RunAsync(folder.FullName, "none.db");

            Assert.Equal((2, ""), (run.Status, run.Output));
            Assert.Contains("run sourcingbot migrate", run.Errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<ProgramRun> RunAsync(string folder, string file) => ProgramRun.WithBytesAsync(
        [], new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings__SourcingBot"] = $"Data Source={Path.Combine(folder, file)}" }, "rules", "export-feedback");

    private static FeedbackRow Row(long message, string person, Opinion opinion) => new()
    {
        InboxId = message,
        Person = person,
        Opinion = opinion,
        Verdict = opinion == Opinion.Missed ? Verdict.None : Verdict.High,
        Named = opinion == Opinion.Missed ? string.Empty : "extra-fee,bank-change",
        Text = "付款 to “•••• 3000”\nnow",
        SaidAt = Instant.FromUtc(2026, 11, 27, 8, 0),
    };
}
