using SourcingBot.Risk;
using SourcingBot.Risk.OwnRules;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Risk.OwnRules;

/// <summary>A team's own rules: read from files, told with their own words, never in the way of the built-in ones.</summary>
public sealed class OwnRuleTests : IDisposable
{
    private const string Mould = """
        id: old-mould
        category: substitution
        severity: high
        title: Mould 7 is retired
        phrases:
          - mould 7
          - mold (7/seven)
        unless:
          - scrapped
        why: It leaves a burr.
        do: Ask for mould 9.
        reply: Please use mould 9.
        fires:
          - We start with mould 7 today.
        silent:
          - Mould 9 is ready.
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("own-rules");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Your parts come from Mould 7 next week.")]
    [InlineData("we make it with MOLD seven")]
    [InlineData("parts of mould 7, colour grey")]
    public void It_fires_on_its_phrases_with_the_teams_own_words(string text)
    {
        Write("mould.yaml", Mould);

        var report = Scanner().Scan(text);

        Assert.Equal(Verdict.Caution, report.Verdict);
        var found = Assert.Single(report.Findings, f => f.RuleId == "old-mould");
        Assert.Equal(("Mould 7 is retired", "Ask for mould 9.", "Your team's own rule"), (found.Title, found.Do, found.Source));
        Assert.Contains("7", text[found.Evidence[0].Start..found.Evidence[0].End].Replace("seven", "7", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We do not use mould 7 for this.")]
    [InlineData("Mould 7 was scrapped in May.")]
    [InlineData("The mould. 7 pieces are ready.")]
    public void It_is_silent_where_refused_excepted_or_apart(string text)
    {
        Write("mould.yaml", Mould);

        Assert.DoesNotContain(Scanner().Scan(text).Findings, f => f.RuleId == "old-mould");
    }

    [Fact]
    public void Stop_means_stop_and_the_built_in_findings_stay()
    {
        const string Scam = "Our bank account is frozen by audit, remit the balance to the new account; production is on mould 7.";
        Write("mould.yaml", Mould + "\nstop: true");
        var before = RiskScanner.BuiltIn.Scan(Scam);

        var report = Scanner().Scan(Scam);

        Assert.Equal(Verdict.High, report.Verdict);
        Assert.Subset(report.Findings.Select(f => f.RuleId).ToHashSet(), before.Findings.Select(f => f.RuleId).ToHashSet());
        Assert.Equal(Verdict.High, Scanner().Scan("We start with mould 7.").Verdict);
    }

    [Fact]
    public void A_change_is_taken_in_without_a_restart_and_a_fault_leaves_the_last_good_version()
    {
        var book = new OwnRuleBook(_folder.FullName);
        var scanner = RiskScanner.BuiltIn.With(book);
        Assert.DoesNotContain(scanner.Scan("We start with mould 7.").Findings, f => f.RuleId == "old-mould");

        Write("mould.yaml", Mould);
        Assert.True(book.ReloadIfChanged());
        Assert.Contains(scanner.Scan("We start with mould 7.").Findings, f => f.RuleId == "old-mould");

        Write("mould.yaml", Mould.Replace("severity: high", "severity: very high", StringComparison.Ordinal));
        Write("second.yaml", Mould.Replace("old-mould", "old-die", StringComparison.Ordinal).Replace("mould 7", "die 3", StringComparison.Ordinal));
        Assert.True(book.ReloadIfChanged());
        Assert.Equal("mould.yaml:3:11: critical, high, medium or low is wanted.", Assert.Single(book.Faults).ToString());
        Assert.Contains(scanner.Scan("We start with mould 7.").Findings, f => f.RuleId == "old-mould");
        Assert.Contains(scanner.Scan("We start with die 3.").Findings, f => f.RuleId == "old-die");

        File.Delete(Path.Combine(_folder.FullName, "mould.yaml"));
        Assert.True(book.ReloadIfChanged());
        Assert.DoesNotContain(scanner.Scan("We start with mould 7.").Findings, f => f.RuleId == "old-mould");
        Assert.False(book.ReloadIfChanged());
    }

    [Theory]
    [InlineData("id: bank-account-changed", "id: old-mould", "bad.yaml:1:5: “bank-account-changed” is a built-in rule. Choose another id.")]
    [InlineData("category: moulds", "category: substitution", "bad.yaml:2:11: There is no such category.")]
    [InlineData("titel: x", "title: Mould 7 is retired", "bad.yaml:4:1: There is no such key.")]
    [InlineData("  - mould (7", "  - mould 7", "bad.yaml:6:5: A bracket is not closed")]
    [InlineData("  - _ _", "  - mould 7", "bad.yaml:6:5: A phrase needs at least one word.")]
    [InlineData("why: [a", "why: It leaves a burr.", "This is not YAML from here on")]
    [InlineData("stop: perhaps\nwhy: x", "why: It leaves a burr.", "true or false is wanted.")]
    [InlineData("", "reply: Please use mould 9.", "bad.yaml: The key “reply” is missing or empty.")]
    public void A_fault_is_told_with_file_line_and_column_and_what_is_wanted(string wrong, string right, string words)
    {
        Write("bad.yaml", Mould.Replace(right, wrong, StringComparison.Ordinal));

        var book = new OwnRuleBook(_folder.FullName);

        Assert.Contains(book.Faults, f => f.ToString().Contains(words, StringComparison.Ordinal));
        Assert.Empty(book.Rules);
    }

    [Fact]
    public void Two_files_with_one_id_and_a_file_too_large_are_told()
    {
        Write("a.yaml", Mould);
        Write("b.yaml", Mould);
        Write("c.yaml", new string('#', OwnRuleBook.LargestFile + 1));

        var book = new OwnRuleBook(_folder.FullName);

        Assert.Equal(["b.yaml: The id “old-mould” is taken by a.yaml.", "c.yaml: The file is larger than 64 KB."], book.Faults.Select(f => f.ToString()).Order(StringComparer.Ordinal));
        Assert.Single(book.Rules);
    }

    [Fact]
    public async Task The_command_tests_them_with_file_and_line()
    {
        Write("mould.yaml", Mould.Replace("  - Mould 9 is ready.", "  - Mould 7 is ready.", StringComparison.Ordinal));

        var run = await ProgramRun.OfAsync("rules", "test", _folder.FullName);

        Assert.Equal(1, run.Status);
        Assert.Contains("mould.yaml:16: old-mould fires, but should not: Mould 7 is ready.", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.OfAsync("rules", "test", Path.Combine(_folder.FullName, "nowhere"))).Status);
    }

    [Fact]
    public void The_example_of_the_guide_is_without_fault()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "own-rules.md"));
        Write("guide.yaml", guide.Split("```yaml", 2)[1].Split("```", 2)[0]);

        var book = new OwnRuleBook(_folder.FullName);

        Assert.Empty(book.Faults);
        Assert.Empty(OwnRuleExamples.Wrong(book));
    }

    private RiskScanner Scanner() => RiskScanner.BuiltIn.With(new OwnRuleBook(_folder.FullName));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
