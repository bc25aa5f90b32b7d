using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Checks;
using SourcingBot.Flows;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>The text of a notice to the marketplace's platform for intellectual property, from the answers of <c>ip-report.flow.json</c>. Neutral; what is missing is marked in brackets. Pure.</summary>
internal static class IpNotice
{
    private const int LongestWords = 600;
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>The papers that a notice names when they are there, in this order.</summary>
    private static readonly string[] Papers = ["certificate", "statement", "raw-files", "identity", "authorisation", "comparison", "test-purchase"];

    /// <summary>The notice.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question; from outside.</param>
    /// <param name="mostListings">More listings than this are told as a number, for a card.</param>
    public static string Text(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers, int mostListings = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(answers);
        var asked = FlowEngine.Applicable(flow, answers).Where(q => answers.TryGetValue(q.Id, out var a) && a.IsGiven).ToDictionary(q => q.Id, q => answers[q.Id], StringComparer.Ordinal);
        var right = asked.GetValueOrDefault("right")?.Choice;
        List<string> lines =
        [
            Words.NoticeTo,
            string.Empty,
            Ground(right),
            string.Empty,
            Say(Words.NoticeOwner, Given(asked, "owner", Words.NoticeOwnerMissing)),
            ReportedBy(asked),
            Say(Words.NoticeWork, Given(asked, "work", Words.NoticeWorkMissing)),
        ];
        if (right is "trademark" or "patent" or "counterfeit") lines.Add(Say(Words.NoticeRegistered, Given(asked, "registered-where", Words.NoticeRegisteredMissing)));
        if (asked.GetValueOrDefault("original-date")?.Date is { } made) lines.Add(Say(Words.NoticeOriginal, Day.Format(made)));
        if (asked.GetValueOrDefault("first-seen")?.Date is { } seen) lines.Add(Say(Words.NoticeFirstSeen, Day.Format(seen)));
        AddListings(asked, lines, mostListings);
        AddPapers(flow, asked, lines);
        lines.Add(string.Empty);
        lines.Add(Words.NoticeRequest);
        return string.Join('\n', lines);
    }

    /// <summary>An authorisation is named only where it is there: a notice must be true.</summary>
    private static string ReportedBy(Dictionary<string, Answer> asked) => asked.GetValueOrDefault("agent")?.Choice != "yes" ? Words.NoticeByOwner
        : asked.ContainsKey("authorisation") ? Words.NoticeByAgent : Words.NoticeByAgentUnproved;

    private static string Ground(string? right) => right switch
    {
        "trademark" => Words.NoticeTrademark,
        "counterfeit" => Words.NoticeCounterfeit,
        "patent" => Words.NoticePatent,
        "copyright" => Words.NoticeCopyright,
        _ => Words.NoticeGroundMissing,
    };

    private static void AddListings(Dictionary<string, Answer> asked, List<string> lines, int most)
    {
        var links = asked.GetValueOrDefault("listings")?.Links ?? [];
        lines.Add(string.Empty);
        lines.Add(links.Count == 0 ? Words.NoticeListingsMissing : Say(Words.NoticeListings, links.Count));
        lines.AddRange(links.Take(most).Select((link, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {ShownText.OnOneLine(link)}")));
        if (links.Count > most) lines.Add(Say(Words.NoticeListingsMore, links.Count - most));
    }

    private static void AddPapers(FlowDefinition flow, Dictionary<string, Answer> asked, List<string> lines)
    {
        var shown = Papers.Where(p => asked.GetValueOrDefault(p) is { State: AnswerState.Given }).Select(flow.Find).OfType<Question>().ToList();
        if (shown.Count == 0) return;
        lines.Add(string.Empty);
        lines.Add(Words.NoticePapers);
        lines.AddRange(shown.Select(q => "- " + q.Shows));
    }

    private static string Given(Dictionary<string, Answer> asked, string question, string missing)
    {
        if (asked.GetValueOrDefault(question)?.Text is not { } text || text.Trim() is not { Length: > 0 } words) return missing;
        var line = ShownText.OnOneLine(words);
        return line.Length <= LongestWords ? line : line[..(char.IsHighSurrogate(line[LongestWords - 1]) ? LongestWords - 1 : LongestWords)] + "…";
    }

    private static string Say(string words, params object?[] values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
