using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.Risk.Categories;
using SourcingBot.SecondReader;

namespace SourcingBot.Feedback;

/// <summary>Says why a message was warned of, or what was read and came near where it was not.</summary>
internal static class ExplanationCard
{
    /// <summary>More findings than this are only named: platforms limit how long a card may be.</summary>
    private const int ShownInFull = 3;

    /// <summary>Builds it.</summary>
    /// <param name="explained">What is made of the message now.</param>
    /// <param name="message">The message and what was answered to it.</param>
    /// <param name="audience">Who is to see it.</param>
    public static OutgoingMessage Build(RiskExplanation explained, CheckedMessage message, Audience audience)
    {
        var (report, said) = (explained.Report, message.Said);
        var warned = said?.Warned ?? report.Findings.Count > 0;
        if (!report.Readable && !warned) return CheckAnswer.Build(report, message.Text, audience);

        var masked = ShownText.Of(AccountMask.Apply(message.Text, report.Facts));
        List<ExplainedFinding> told = [.. explained.Found.Where(f => said is null || said.Categories.Contains(f.Finding.Category))];
        List<CardPart> parts = [];
        if (warned && said is { Categories.Count: 0 }) parts.Add(new Paragraph(Words.LabelTeamKnows, ShownText.OnOneLine(said.Text)));
        foreach (var finding in told.Take(ShownInFull)) AddFinding(finding, masked, parts);
        if (told.Count > ShownInFull) parts.Add(new Paragraph(null, When.Say(Words.AlsoFound, string.Join(", ", told.Skip(ShownInFull).Select(f => f.Finding.Title)))));
        AddOthers(said, told, parts);
        parts.Add(FactLine.Of(report.Facts) is { } facts ? new Paragraph(Words.LabelRead, facts) : new Paragraph(null, Words.WhyNotNoFacts));
        parts.AddRange(explained.Found.Except(told).Select(f => new Paragraph(f.Finding.Title, Words.WhyHeld)));
        AddNear(explained.Near, masked, warned, parts);

        // What the team knows, its own rules and an outside model warn whatever the chance is.
        List<string> sentences = [];
        if (!warned || told.Exists(f => f.OwnFile is null)) sentences.Add(Chance(report.Score ?? 0));
        parts.AddRange(sentences.Select(s => new Paragraph(null, s)));
        if (!warned) parts.Add(new Note(Words.WhyNotNote));
        var title = warned ? Words.WhyTitle : Words.WhyNotTitle;
        return new OutgoingMessage(CheckAnswer.Sentences(title, [.. told.Select(f => f.Finding.Title + "."), .. sentences]), new Card(Tone.Neutral, title, parts), audience);
    }

    private static void AddFinding(ExplainedFinding found, string masked, List<CardPart> parts)
    {
        parts.Add(new Heading(found.Finding.Title, Tone.Neutral));
        parts.AddRange(Excerpt.Around(masked, found.Finding.Evidence).Select(e => new UntrustedQuote(e.Text, e.Marks)));
        var by = found.OwnFile is { } file ? When.Say(Words.WhyOwnRule, found.Finding.RuleId, file) : found.IsWording ? Words.WhyWording : When.Say(Words.WhyRule, found.Finding.RuleId);
        parts.Add(new Paragraph(Words.LabelFoundBy, ShownText.OnOneLine(by)));
        if (found.Example is { } example) parts.Add(new Paragraph(Words.LabelExample, ShownText.Of(example)));
    }

    /// <summary>What was told then and is not found in the words now.</summary>
    private static void AddOthers(SaidAnswer? said, List<ExplainedFinding> told, List<CardPart> parts)
    {
        foreach (var finding in said?.Told ?? [])
        {
            if (SaidAnswer.CategoryOf(finding) is not { } category || told.Exists(f => f.Finding.Category == category)) continue;
            parts.Add(new Paragraph(RiskCategory.Of(category).Title, finding.Rule == SecondOpinion.Rule ? Words.WhySecondReader : Words.WhyChanged));
        }
    }

    private static void AddNear(IReadOnlyList<NearMiss> near, string masked, bool warned, List<CardPart> parts)
    {
        if (near.Count == 0)
        {
            if (!warned) parts.Add(new Paragraph(null, Words.WhyNothingNear));
            return;
        }

        parts.Add(new Heading(warned ? Words.WhyNearToo : Words.WhyNear, Tone.Neutral));
        foreach (var miss in near)
        {
            parts.Add(new Paragraph(miss.Title, WordsOf(miss.Nearness)));

            // Under a warning they would draw the eye away from what matters.
            if (!warned) parts.AddRange(Excerpt.Around(masked, miss.Evidence).Take(1).Select(e => new UntrustedQuote(e.Text, e.Marks)));
        }
    }

    private static string WordsOf(Nearness nearness) => nearness switch
    {
        Nearness.Together => Words.NearTogether,
        Nearness.Contradicted => Words.NearContradicted,
        Nearness.OnlyTold => Words.NearOnlyTold,
        Nearness.Apart => Words.NearApart,
        _ => Words.NearReminded,
    };

    /// <summary>The calibrated chance in words; never 0 or 100, because nobody can be that sure.</summary>
    private static string Chance(double score) => When.Say(Words.WhyChance, Math.Clamp((int)Math.Round(score * 100), 1, 99));
}
