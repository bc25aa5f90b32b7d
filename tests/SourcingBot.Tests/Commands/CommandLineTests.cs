using System.Text;
using System.Text.Json;
using SourcingBot.Risk;
using SourcingBot.Testing;

namespace SourcingBot.Tests.Commands;

/// <summary>The command line as scripts meet it: the real program, its output and its exit status.</summary>
public class CommandLineTests
{
    private const string High = "Our usual bank account is under audit, please remit the balance to the new account below.";
    private const string Caution = "Our price is DDP to your door, all included.";
    private const string Unread = "Lütfen kalan ödemeyi bugün yeni banka hesabımıza gönderin, eski hesap kapatıldı.";
    private const string Harmless = "The goods left the factory this morning, photos will follow.";

    [Theory]
    [InlineData(High, 20, "Stop: do not pay yet")]
    [InlineData(Caution, 10, "Ask before you agree")]
    [InlineData(Harmless, 0, "No warning sign found")]
    public async Task Check_prints_the_answer_and_ends_with_its_verdict(string message, int status, string title)
    {
        var asArgument = await ProgramRun.OfAsync("check", message);
        var asInput = await ProgramRun.WithInputAsync("\ufeff" + message + "\n", "check");

        Assert.Equal((status, title), (asArgument.Status, asArgument.Lines[0]));
        Assert.Equal((status, title), (asInput.Status, asInput.Lines[0]));
        Assert.DoesNotContain('\e', asArgument.Output);
        Assert.Empty(asArgument.Errors);
    }

    [Fact]
    public async Task Check_as_JSON_is_one_object_whose_spans_are_slices_of_the_message()
    {
        var run = await ProgramRun.OfAsync("check", "--json", "😀 " + High);

        var finding = JsonDocument.Parse(Assert.Single(run.Lines)).RootElement;
        Assert.Equal(20, run.Status);
        Assert.Equal("high", finding.GetProperty("verdict").GetString());
        Assert.False(finding.TryGetProperty("id", out _));
        var first = finding.GetProperty("findings")[0];
        foreach (var key in new[] { "rule", "category", "severity", "why", "do", "reply", "source" }) Assert.NotEmpty(first.GetProperty(key).GetString()!);
        var evidence = first.GetProperty("evidence")[0];
        var (start, length) = (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32());
        Assert.Equal(evidence.GetProperty("text").GetString(), ("😀 " + High).Substring(start, length));
    }

    [Fact]
    public async Task A_message_in_a_language_that_is_not_read_is_not_called_harmless()
    {
        var asCard = await ProgramRun.OfAsync("check", Unread);
        var asJson = await ProgramRun.OfAsync("check", "--json", Unread);
        var asLines = await ProgramRun.WithInputAsync($"{{\"text\":\"{Unread}\"}}\n{{\"text\":\"{Harmless}\"}}\n", "check", "--jsonl");

        Assert.Equal(2, asCard.Status);
        Assert.Contains("cannot read this language", asCard.Lines[0], StringComparison.Ordinal);
        Assert.Equal(2, asJson.Status);
        Assert.False(JsonDocument.Parse(asJson.Output).RootElement.GetProperty("readable").GetBoolean());
        Assert.Equal(0, asLines.Status);
        Assert.False(JsonDocument.Parse(asLines.Lines[0]).RootElement.GetProperty("readable").GetBoolean());
        Assert.False(JsonDocument.Parse(asLines.Lines[1]).RootElement.TryGetProperty("readable", out _));
    }

    [Fact]
    public async Task What_is_wrong_with_a_line_is_said_and_the_rest_goes_on()
    {
        var run = await ProgramRun.WithInputAsync(
            "\ufeff{\"id\":\"first\",\"text\":\"hello\"}\n\n"
            + """
              {"id":7.50,"text":"hello","speaker":"forwarder"}
              {"id":null,"text":"hello","speaker":"buyer"}
              {"text":"hello","speaker":"unknown"}
              {"id":true,"text":"hello"}
              {"id":{"a":1},"text":"hello"}
              {"id":"s","text":"hello","speaker":"Supplier"}
              {"id":"s","text":"hello","speaker":"1"}
              {"id":"s","text":"hello","speaker":null}
              {"id":"s","text":null}
              {"id":"last","text":"hello"}
              """,
            "check", "--jsonl");

        const string Id = "\"id\" is neither a string nor a number";
        const string Who = "\"speaker\" is not one of supplier, buyer, forwarder, unknown";
        Assert.Equal(0, run.Status);
        Assert.Equal(
            ["first", "7.50", "-", "-", "6 " + Id, "7 " + Id, "8 " + Who, "9 " + Who, "10 " + Who, "11 \"text\" is missing or not a string", "last"],
            run.Lines.Select(l => JsonDocument.Parse(l).RootElement).Select(l => l.TryGetProperty("error", out var error)
                ? $"{l.GetProperty("line").GetInt32()} {error.GetString()}"
                : l.TryGetProperty("id", out var id) ? id.GetString()! : "-"));
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_one_stops_nothing()
    {
        var run = await ProgramRun.WithBytesAsync(
            [
                .. Encoding.UTF8.GetBytes($"{{\"id\":\"a\",\"text\":\"{High}\",\"speaker\":\"supplier\"}}\r\n\n{{\"text\":"),
                .. "\n"u8, 0xff, 0xfe, .. "\n[]\n{\"id\":\"d\",\"text\":7}\n{\"id\":\"e\",\"text\":\"x\",\"speaker\":\"robot\"}\n{\"id\":\"f\",\"text\":\"\\ud800\"}\n"u8,
                .. Encoding.UTF8.GetBytes($"{{\"id\":\"z\",\"text\":\"{Harmless}\"}}"), // the last line has no end
            ],
            ProgramRun.NoSettings, "check", "--jsonl");

        Assert.Equal(0, run.Status);
        Assert.Equal(
            ["a high", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "z none"],
            run.Lines.Select(l => JsonDocument.Parse(l).RootElement).Select(l => l.TryGetProperty("error", out _)
                ? $"line {l.GetProperty("line").GetInt32()}"
                : $"{l.GetProperty("id").GetString()} {l.GetProperty("verdict").GetString()}"));
    }

    [Fact]
    public async Task A_line_of_five_megabytes_gives_an_error_and_the_rest_goes_on()
    {
        var run = await ProgramRun.WithInputAsync($"{{\"text\":\"{new string('a', 5_000_000)}\"}}\n{{\"id\":\"b\",\"text\":\"hello\"}}\n", "check", "--jsonl");

        Assert.Equal(2, run.Lines.Length);
        Assert.Contains("\"line\":1,\"error\":\"the line is longer than 4 MiB\"", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":\"b\"", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_is_answered_before_the_next_one_is_given()
    {
        using var program = ProgramRun.Start(ProgramRun.NoSettings, "check", "--jsonl");
        for (var n = 1; n <= 3; n++)
        {
            await program.StandardInput.WriteLineAsync($"{{\"id\":\"m{n}\",\"text\":\"hello\"}}");
            await program.StandardInput.FlushAsync();
            Assert.StartsWith($"{{\"id\":\"m{n}\"", await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
        }

        program.StandardInput.Close();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task Read_tells_the_facts_alone()
    {
        var run = await ProgramRun.WithInputAsync("{\"id\":\"m1\",\"text\":\"Pay more $400 for insurance, FOB Ningbo\"}\n", "read", "--jsonl");

        var line = JsonDocument.Parse(Assert.Single(run.Lines)).RootElement;
        Assert.Equal(0, run.Status);
        Assert.Equal(["id", "facts"], line.EnumerateObject().Select(p => p.Name));
        Assert.Equal(400, line.GetProperty("facts").GetProperty("money")[0].GetProperty("amount").GetDecimal());
        Assert.Equal("Ningbo", line.GetProperty("facts").GetProperty("incoterm").GetProperty("place").GetString());
    }

    [Fact]
    public async Task The_rules_are_listed_in_words_and_as_JSON_and_keep_their_own_examples()
    {
        var words = await ProgramRun.OfAsync("rules");
        var json = await ProgramRun.OfAsync("rules", "--json");
        var test = await ProgramRun.OfAsync("rules", "test");

        var listed = JsonDocument.Parse(json.Output).RootElement.EnumerateArray().Select(r => r.GetProperty("rule").GetString()).ToList();
        Assert.Equal(RiskRules.All.Select(r => r.Id), listed);
        Assert.Equal(listed, words.Lines.Select(l => l.Split(' ')[0]));
        Assert.Equal(0, test.Status);
        Assert.EndsWith(" 0 wrong", test.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nothing to check")]
    [InlineData("  \n\t ", "nothing to check")]
    public async Task Nothing_on_standard_input_is_unusable_and_told_so(string input, string says)
    {
        var run = await ProgramRun.WithInputAsync(input, "check", "--json");

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_text_is_unusable_and_told_so()
    {
        var picture = await ProgramRun.WithBytesAsync([0x89, 0x50, 0x4e, 0x47, 0xff], ProgramRun.NoSettings, "check");
        var archive = await ProgramRun.WithInputAsync(new string('a', 2_000_000), "check");

        Assert.Equal((2, ""), (picture.Status, picture.Output));
        Assert.Contains("not UTF-8 text", picture.Errors, StringComparison.Ordinal);
        Assert.Equal((2, ""), (archive.Status, archive.Output));
        Assert.Contains("more than 1 MiB", archive.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option --jsno", "check", "--jsno")]
    [InlineData("--jsonl", "check", "--jsonl", "words")]
    [InlineData("--jsonl", "check", "--jsonl", "--json")]
    [InlineData("sourcingbot check --help", "check", "two", "words")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("sourcingbot rules --help", "rules", "--yaml")]
    public async Task A_command_line_that_is_not_understood_is_refused_before_anything_is_judged(string says, params string[] args)
    {
        var run = await ProgramRun.OfAsync(args);

        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--", "--pay-now")]
    [InlineData("- we need the balance today")]
    public async Task A_message_may_begin_with_a_dash(params string[] message)
    {
        var run = await ProgramRun.OfAsync(["check", .. message]);

        Assert.NotEqual(2, run.Status);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("serve", "--help")]
    public async Task Help_is_help_and_serves_nothing(params string[] args)
    {
        var run = await ProgramRun.OfAsync(args);

        Assert.Equal(0, run.Status);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_message_do_not_reach_the_terminal()
    {
        var run = await ProgramRun.OfAsync("check", "\e[2J\u202e" + High + "\a");

        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }
}
