using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>What a team chooses for its orders: the weekly digest, and lengths of its own. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="policies">The policies.</param>
internal sealed class TeamChoices(SourcingDbContext db, PolicyBook policies)
{
    /// <summary>The setting that turns the weekly digest on: the conversation that it goes to, as JSON.</summary>
    public const string DigestSetting = "weekly-digest";

    private const int MostRules = 40;

    /// <summary>Turns the weekly digest on or off, or says how it stands.</summary>
    /// <param name="message">The message; the digest comes to its conversation.</param>
    /// <param name="words">"on", "off" or nothing.</param>
    /// <param name="audience">Who sees the answer.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<OutgoingMessage> DigestAsync(IncomingMessage message, string words, Audience audience, CancellationToken cancellationToken)
    {
        var row = await FindAsync(DigestSetting, cancellationToken);
        switch (words.Trim().ToUpperInvariant())
        {
            case "ON":
                Set(row, DigestSetting, JsonSerializer.Serialize(message.Conversation, ChatJson.Default.ConversationRef));
                return CheckAnswer.Plain(Tone.Neutral, Words.DigestOnTitle, audience, [Words.DigestOnText]);
            case "OFF":
                if (row is not null) db.TeamSettings.Remove(row);
                return CheckAnswer.Plain(Tone.Neutral, Words.DigestOffTitle, audience, [Words.DigestOffText]);
            default:
                return CheckAnswer.Plain(Tone.Neutral, row is null ? Words.DigestIsOff : Words.DigestIsOn, audience, [Words.DigestHow]);
        }
    }

    /// <summary>Sets a length ("refund-window 25"), takes it back ("refund-window default"), or lists the rules and lengths.</summary>
    /// <param name="words">What follows the word "policy".</param>
    /// <param name="audience">Who sees the answer.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<OutgoingMessage> LengthAsync(string words, Audience audience, CancellationToken cancellationToken)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var name, var value]) return List(audience);
        var owner = policies.Newest.FirstOrDefault(p => p.Rules.Any(r => string.Equals(r.Id, name, StringComparison.OrdinalIgnoreCase)));
        if (owner is null) return CheckAnswer.Plain(Tone.Neutral, Words.PolicyNoRuleTitle, audience, [Words.PolicyHow]);
        var rule = owner.Rules.First(r => string.Equals(r.Id, name, StringComparison.OrdinalIgnoreCase));
        var setting = $"{OrderBook.LengthSetting}{owner.Id}/{rule.Id}";
        var row = await FindAsync(setting, cancellationToken);
        if (string.Equals(value, "default", StringComparison.OrdinalIgnoreCase))
        {
            if (row is not null) db.TeamSettings.Remove(row);
            return CheckAnswer.Plain(Tone.Neutral, When.Say(Words.PolicyDefaultTitle, rule.Title), audience, [Words.PolicyFromNow]);
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || policies.WhyNot(new PolicyOverride(owner.Id, rule.Id, length)) is not null)
            return CheckAnswer.Plain(Tone.Neutral, Words.PolicyNoLengthTitle, audience, [Words.PolicyHow]);
        Set(row, setting, length.ToString(CultureInfo.InvariantCulture));
        return CheckAnswer.Plain(Tone.Neutral, When.Say(Words.PolicySetTitle, rule.Title, length, UnitOf(rule.Readings[0].Unit)), audience, [Words.PolicyFromNow]);
    }

    private OutgoingMessage List(Audience audience)
    {
        var rules = policies.Newest.SelectMany(p => p.Rules.Where(r => r is { Kind: not null, IsHistoric: false, Readings.Count: > 0 }))
            .Select(r => When.Say(Words.PolicyLine, r.Id, r.Title, r.Readings[0].Length, UnitOf(r.Readings[0].Unit))).Take(MostRules).ToList();
        return new OutgoingMessage(Words.PolicyTitle + ". " + Words.PolicyHow, new Card(Tone.Neutral, Words.PolicyTitle, [new Paragraph(null, Words.PolicyHow), new BulletList(rules)]), audience);
    }

    private Task<TeamSettingRow?> FindAsync(string name, CancellationToken cancellationToken) => db.TeamSettings.FirstOrDefaultAsync(s => s.Name == name, cancellationToken);

    private void Set(TeamSettingRow? row, string name, string value)
    {
        if (row is null) db.TeamSettings.Add(new TeamSettingRow { TeamId = db.TeamId, Name = name, Value = value });
        else row.Value = value;
    }

    private static string UnitOf(LengthUnit unit) => unit switch
    {
        LengthUnit.Hours => Words.UnitHours,
        LengthUnit.CalendarDays => Words.UnitCalendarDays,
        _ => Words.UnitWorkingDays,
    };
}
