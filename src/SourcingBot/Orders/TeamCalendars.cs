using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;
using SourcingBot.Settings;

namespace SourcingBot.Orders;

/// <summary>The team's deadlines as a calendar that calendar programs subscribe to.</summary>
public interface ITeamCalendars
{
    /// <summary>The calendar behind a link.</summary>
    /// <param name="token">The secret part of the link.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>The calendar file, or null where no team has this link (any more).</returns>
    Task<string?> ReadAsync(string token, CancellationToken cancellationToken);
}

/// <inheritdoc cref="ITeamCalendars"/>
/// <param name="db">The database.</param>
/// <param name="team">Whose rows are read.</param>
/// <param name="boards">Reads the deadlines.</param>
/// <param name="address">Where the program is reached from outside.</param>
internal sealed class TeamCalendars(SourcingDbContext db, CurrentTeam team, IDeadlineBoards boards, PublicAddress address) : ITeamCalendars
{
    /// <summary>The path of a calendar; the token and the file's ending follow.</summary>
    public const string Path = "calendar/";

    /// <summary>The setting that holds the secret part of the team's link.</summary>
    public const string TokenSetting = "calendar-token";

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var row = await db.TeamSettings.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(s => s.Name == TokenSetting && s.Value == token, cancellationToken);
        if (row is null) return null;
        team.Id = row.TeamId;
        return (await boards.ReadAsync(cancellationToken)).Calendar;
    }

    /// <summary>Gives the link to whoever asks, and makes it where there is none; "new" makes another one, after which the old one shows nothing.</summary>
    /// <param name="words">What follows the word "calendar".</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<OutgoingMessage> LinkAsync(string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (address.Base is null) return CheckAnswer.Plain(Tone.Neutral, Words.CalendarTitle, Audience.AskerOnly, [Words.CalendarNoAddress]);
        var row = await db.TeamSettings.FirstOrDefaultAsync(s => s.Name == TokenSetting, cancellationToken);
        if (row is null) db.TeamSettings.Add(row = new TeamSettingRow { TeamId = db.TeamId, Name = TokenSetting, Value = CardTokens.Create() });
        else if (string.Equals(words.Trim(), "new", StringComparison.OrdinalIgnoreCase)) row.Value = CardTokens.Create();
        var link = address.LinkTo($"{Path}{row.Value}.ics")!;
        List<CardPart> parts = [new Paragraph(null, Words.CalendarHow), new SuggestedReply(Words.CalendarLink, link), new Note(Words.CalendarSecret)];
        return new OutgoingMessage(CheckAnswer.Sentences(Words.CalendarTitle, [Words.CalendarHow, link]), new Card(Tone.Neutral, Words.CalendarTitle, parts), Audience.AskerOnly);
    }
}
