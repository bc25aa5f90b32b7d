using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Quotes;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.Text;

namespace SourcingBot.Testing;

/// <summary>Every kind of answer that a person gets, made by the code that makes them, with findings that do not change when a rule does.</summary>
public static class SampleAnswers
{
    /// <summary>What a supplier could write to break out of a card.</summary>
    public const string Hostile =
        "<!channel> <@U1> <https://evil.example|Alibaba> *bold* _it_ `code` [Alibaba](https://evil.example) <at>all</at> <script>alert(1)</script> {{token}} ${x} &lt;b&gt; \u202eEVIL\u202c new account \ud83d\ude00 za\u200bp\n\n# heading\n> quote";

    private const string Message = "Dear friend, the goods are ready. Please send the balance of USD 4,000 to our new account today, our old bank is under audit.";

    /// <summary>The names of the samples.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["high", "caution", "none", "unreadable", "help", "welcome", "unknown-command", "empty", "picture", "too-long", "hostile-markup", .. SampleOrders.Names];

    /// <summary>A sample.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ways">How people can ask on the platform.</param>
    public static OutgoingMessage Of(string name, params Addressing[] ways) => name switch
    {
        "high" => CheckAnswer.Build(
            Report(Verdict.High, Finding("bank-account-changed", Severity.Critical, Message, "new account", "old bank is under audit"), Finding("urgency-pressure", Severity.Low, Message, "today")),
            Message, Audience.Conversation),
        "caution" => CheckAnswer.Build(
            RiskScanner.BuiltIn.Scan("We offer DDP to USA for USD 1,900.") with { Verdict = Verdict.Caution }, "We offer DDP to USA for USD 1,900.", Audience.Conversation),
        "none" => CheckAnswer.Build(Report(Verdict.None) with { Facts = QuoteReader.Read("500 pcs, total USD 12,400, FOB Ningbo, 30% deposit, 70% balance") }, Message, Audience.Conversation),
        "unreadable" => CheckAnswer.Build(Report(Verdict.None) with { Readable = false }, "Lütfen bakiyeyi gönderin", Audience.Conversation),
        "help" => HelpCard.Build(Audience.Conversation, ways),
        "welcome" => HelpCard.Welcome(ways),
        "unknown-command" => HelpCard.UnknownCommand(Audience.AskerOnly, ways),
        "empty" => CheckAnswer.Plain(Tone.Neutral, Words.EmptyTitle, Audience.Conversation, [Words.EmptyText]),
        "picture" => CheckAnswer.Plain(Tone.Neutral, Words.PictureTitle, Audience.Conversation, [Words.PictureText]),
        "too-long" => TooLong(),
        "hostile-markup" => HostileMarkup(),
        _ => SampleOrders.Of(name),
    };

    /// <summary>An answer longer than any platform takes in one message.</summary>
    private static OutgoingMessage TooLong()
    {
        var message = string.Join('\n', Enumerable.Range(1, 400).Select(n => $"{n}. {new string('货', 40)} new account {string.Concat(Enumerable.Repeat("😀", 20))}"));
        var findings = Enumerable.Range(1, 5).Select(n => Finding($"rule-{n}", Severity.High, message, $"{n * 60}. ", $"{(n * 60) + 10}. ", $"{(n * 60) + 20}. ") with
        {
            Why = string.Concat(Enumerable.Repeat("A long reason. ", 300)).Trim(),
            Reply = string.Join('\n', Enumerable.Range(1, 12).Select(q => $"- Open question {q}?").Prepend($"A reply about rule-{n}.")),
        });
        return CheckAnswer.Build(Report(Verdict.High, [.. findings]), message, Audience.Conversation);
    }

    /// <summary>Markup in every field that words from outside can reach.</summary>
    private static OutgoingMessage HostileMarkup()
    {
        var finding = Finding("bank-account-changed", Severity.Critical, Hostile, "new account", "<!channel>", "[Alibaba](https://evil.example)");
        var facts = Quote.Empty with
        {
            OrderNumbers = [new(Hostile, new TextSpan(0, 1))],
            Methods = [new(Hostile, new TextSpan(0, 1))],
        };
        return CheckAnswer.Build(Report(Verdict.High, finding) with { Facts = facts }, Hostile, Audience.Conversation);
    }

    private static RiskReport Report(Verdict verdict, params RiskFinding[] findings) => new(verdict, null, findings, Quote.Empty, Readable: true);

    private static RiskFinding Finding(string id, Severity severity, string message, params string[] words) => new(
        id, "bank-change", $"Title of {id}", severity, [.. words.Select(w => new TextSpan(message.IndexOf(w, StringComparison.Ordinal), w.Length))],
        $"Why {id} matters, in a sentence or two.", $"What to do about {id}.", $"A reply about {id}.", $"Source of {id} (2026)", []);
}
