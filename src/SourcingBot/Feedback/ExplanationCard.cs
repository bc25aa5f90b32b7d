using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Feedback;

/// <summary>Says why a message was warned of, or what was read and came near where it was not.</summary>
internal static class ExplanationCard
{
    /// <summary>Builds it.</summary>
    /// <param name="explained">What was made of the message.</param>
    /// <param name="text">The message.</param>
    /// <param name="audience">Who is to see it.</param>
    public static OutgoingMessage Build(RiskExplanation explained, string text, Audience audience)
    {
        var report = explained.Report;
        if (!report.Readable && report.Findings.Count == 0) return CheckAnswer.Build(report, text, audience);
        var masked = ShownText.Of(AccountMask.Apply(text, report.Facts));
        var warned = report.Findings.Count > 0;
        var title = warned ? Words.WhyTitle : Words.WhyNotTitle;
        List<CardPart> parts = [];
        foreach (var finding in report.Findings) AddFinding(finding, masked, parts);
        if (!warned) parts.Add(new Paragraph(null, FactLine.Of(report.Facts) is { } facts ? When.Say(Words.WhyNotRead, facts) : Words.WhyNotNoFacts));
        AddNear(explained.Near, masked, warned, parts);
        parts.Add(new Paragraph(null, Chance(report.Score ?? 0)));
        if (!warned) parts.Add(new Note(Words.WhyNotNote));
        return new OutgoingMessage(CheckAnswer.Sentences(title, [Chance(report.Score ?? 0)]), new Card(Tone.Neutral, title, parts), audience);
    }

    private static void AddFinding(RiskFinding finding, string masked, List<CardPart> parts)
    {
        var rule = RiskRules.All.FirstOrDefault(r => r.Id == finding.RuleId);
        parts.Add(new Heading(finding.Title, Tone.Neutral));
        parts.AddRange(Excerpt.Around(masked, finding.Evidence).Select(e => new UntrustedQuote(e.Text, e.Marks)));
        parts.Add(new Paragraph(Words.LabelFoundBy, rule is null ? Words.WhyWording : When.Say(Words.WhyRule, rule.Id)));
        if (rule is { Fires: [var example, ..] }) parts.Add(new Paragraph(Words.LabelExample, example.Text));
    }

    private static void AddNear(IReadOnlyList<NearMiss> near, string masked, bool warned, List<CardPart> parts)
    {
        if (near.Count == 0)
        {
            if (!warned) parts.Add(new Paragraph(null, Words.WhyNothingNear));
            return;
        }

        parts.Add(new Heading(Words.WhyNear, Tone.Neutral));
        parts.Add(new BulletList([.. near.Select(n => When.Say(
            n.Nearness switch { Nearness.Together => Words.NearTogether, Nearness.Apart => Words.NearApart, _ => Words.NearReminded }, n.Title))]));
        if (warned) return;
        foreach (var quote in near.Where(n => n.Evidence.Count > 0).Take(1).SelectMany(n => Excerpt.Around(masked, n.Evidence))) parts.Add(new UntrustedQuote(quote.Text, quote.Marks));
    }

    /// <summary>The calibrated chance in words; never 0 or 100, because nobody can be that sure.</summary>
    private static string Chance(double score) => When.Say(Words.WhyChance, Math.Clamp((int)Math.Round(score * 100), 1, 99));
}
