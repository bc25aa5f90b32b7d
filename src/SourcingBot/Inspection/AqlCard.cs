using System.Globalization;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Resources;

namespace SourcingBot.Inspection;

/// <summary>Answers "aql 10000 2.5": the sampling plan and what it lets through. Pure.</summary>
internal static class AqlCard
{
    /// <summary>Builds the answer.</summary>
    /// <param name="words">The lot, the limit and perhaps the level: "10,000 2.5 II".</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Of(string words, Audience audience)
    {
        var parts = words.Replace("lot", " ", StringComparison.OrdinalIgnoreCase).Replace("level", " ", StringComparison.OrdinalIgnoreCase).Replace('%', ' ')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 1 or > 3 || !int.TryParse(parts[0].Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var lot))
            return CheckAnswer.Plain(Tone.Neutral, Words.AqlHowTitle, audience, [Words.AqlHow]);
        var limit = 2.5m;
        if (parts.Length > 1 && !decimal.TryParse(parts[1].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out limit))
            return CheckAnswer.Plain(Tone.Neutral, Words.AqlHowTitle, audience, [Words.AqlHow]);
        if (Aql.Find(lot, parts.Length > 2 ? parts[2].ToUpperInvariant() : "II", limit, out var error) is not { } plan)
            return CheckAnswer.Plain(Tone.Neutral, Words.AqlHowTitle, audience, [error ?? Words.AqlHow]);
        var lines = AqlText.Plan(plan);
        List<CardPart> body = [.. lines.Skip(1).Select(l => new Paragraph(null, l))];
        body.Add(new Heading(Words.AqlPasses, Tone.Neutral));
        body.Add(new BulletList([.. AqlText.UsualShares.Select(s => AqlText.Chance(plan, s))]));
        body.Add(new Note(Words.AqlSource));
        return new OutgoingMessage(string.Join(' ', lines), new Card(Tone.Neutral, string.Format(CultureInfo.InvariantCulture, Words.AqlTitle, plan.Aql, lines[0].TrimEnd('.')), body), audience);
    }
}
