using System.Globalization;
using SourcingBot.Chat;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.Risk.Categories;
using SourcingBot.Text;

namespace SourcingBot.Checks;

/// <summary>Turns what was made of a message into the answer that a person sees, the same on every platform.</summary>
public static class CheckAnswer
{
    /// <summary>More findings than this are only named: a person acts on the worst ones first.</summary>
    private const int ShownInFull = 3;

    /// <summary>Builds the answer.</summary>
    /// <param name="report">What was made of the message.</param>
    /// <param name="text">The message as it was given.</param>
    /// <param name="audience">Who is to see it.</param>
    public static OutgoingMessage Build(RiskReport report, string text, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(text);
        if (report.Findings.Count > 0) return Warning(report, text, audience);
        return report.Readable
            ? Plain(Tone.Calm, Words.VerdictNone, audience, [Words.NoneMeans, Words.NoneHabit], FactLine.Of(report.Facts))
            : Plain(Tone.Neutral, Words.LanguageTitle, audience, [Words.LanguageText]);
    }

    /// <summary>A card of a few sentences.</summary>
    internal static OutgoingMessage Plain(Tone tone, string title, Audience audience, IReadOnlyList<string> sentences, string? factsRead = null)
    {
        var parts = sentences.Select(CardPart (s) => new Paragraph(null, s)).ToList();
        if (factsRead is not null) parts.Add(new Paragraph(Words.LabelRead, factsRead));
        return new OutgoingMessage(Sentences(title, sentences), new Card(tone, title, parts), audience);
    }

    /// <summary>Title and sentences in one line; a title that ends in a mark of its own gets no full stop.</summary>
    internal static string Sentences(string title, IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Prepend(char.IsPunctuation(title[^1]) ? title : title + "."));

    /// <summary>The tone in which a severity is shown.</summary>
    internal static Tone ToneOf(Severity severity) => severity >= Severity.High ? Tone.Danger : Tone.Caution;

    private static OutgoingMessage Warning(RiskReport report, string text, Audience audience)
    {
        var high = report.Verdict == Verdict.High;
        var title = high ? StopTitle(report) : Words.VerdictCaution;
        var shown = report.Findings.Take(ShownInFull).ToList();
        var masked = ShownText.Of(AccountMask.Apply(text, report.Facts));

        // One next step, before anything is explained: who reads no further has read what matters.
        List<CardPart> parts = [new Paragraph(Words.LabelDo, shown[0].Do)];
        foreach (var finding in shown)
        {
            parts.Add(new Heading(finding.Title, high ? ToneOf(finding.Severity) : Tone.Caution));
            parts.AddRange(Excerpt.Around(masked, finding.Evidence).Select(e => new UntrustedQuote(e.Text, e.Marks)));
            parts.Add(new Paragraph(Words.LabelWhy, finding.Why));
            if (finding != shown[0]) parts.Add(new Paragraph(Words.LabelDo, finding.Do));
        }

        if (report.Findings.Count > shown.Count)
        {
            var others = string.Join(", ", report.Findings.Skip(ShownInFull).Select(f => f.Title));
            parts.Add(new Paragraph(null, string.Format(CultureInfo.InvariantCulture, Words.AlsoFound, others)));
        }

        parts.Add(new SuggestedReply(Words.LabelReply, ReplyOf(shown)));
        if (FactLine.Of(report.Facts) is { } facts) parts.Add(new Paragraph(Words.LabelRead, facts));
        var sources = string.Join("; ", shown.Select(f => f.Source).Distinct(StringComparer.Ordinal));
        parts.Add(new Note(string.Format(CultureInfo.InvariantCulture, Words.Sources, sources)));

        var fallback = Sentences(title, [string.Join(", ", shown.Select(f => f.Title)) + ".", shown[0].Do]);
        return new OutgoingMessage(fallback, new Card(high ? Tone.Danger : Tone.Caution, title, parts), audience);
    }

    /// <summary>What to stop. A payment comes before all else: the line names another thing only where nothing that was found asks for money.</summary>
    private static string StopTitle(RiskReport report)
    {
        var categories = report.Findings.Select(f => RiskCategory.Of(f.Category)).ToList();
        return categories.Exists(c => c is { Stops: true, StopTitle: null }) ? Words.VerdictHigh : categories[0].StopTitle ?? Words.VerdictHigh;
    }

    /// <summary>One message to the supplier that answers everything shown: each finding's own words, each once.</summary>
    private static string ReplyOf(IEnumerable<RiskFinding> shown) =>
        string.Join('\n', shown.Select(f => f.Reply).Distinct(StringComparer.Ordinal));
}
