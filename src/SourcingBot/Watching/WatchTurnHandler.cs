using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Resources;

namespace SourcingBot.Watching;

/// <summary>Turns the watching of a channel on and off, and says how it stands. Everybody there is told, because it is their words that are read; where outsiders read along only who asked.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="ways">What the platform lets the bot hear.</param>
/// <param name="clock">The time.</param>
internal sealed class WatchTurnHandler(SourcingDbContext db, WaysToAsk ways, IClock clock) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage message || WatchRequest.Of(message) is not { } request) return false;
        if (message.IsPersonal || message.Addressing == Addressing.OrderForm)
        {
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.WatchNotHereTitle, AnswerAudience.Of(message), [Words.WatchNotHereText]));
            return true;
        }

        var place = WatchedPlace.KeyOf(message);
        var row = await db.Watches.FirstOrDefaultAsync(w => w.Place == place, cancellationToken);
        var answer = request switch
        {
            { IsUnknown: true } => Answer(Words.WatchUnknownTitle, Words.WatchHow),
            { IsOff: true } => Off(row),
            { Level: { } level } => On(row, place, level, message),
            _ when row is null => Answer(Words.WatchIsOff, Words.WatchHow),
            _ => Answer(row.Level == WatchLevel.High ? Words.WatchIsHigh : Words.WatchIsCaution, Words.WatchOffHow),
        };

        // A command reaches the bot from channels that it is no member of, where it can tell nobody but the asker.
        var isCommand = message.Addressing == Addressing.Command;
        var changes = request.Level is not null || request.IsOff;
        if (isCommand && changes)
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.WatchDoneTitle, Audience.AskerOnly, [Words.WatchDoneText]));
        // Where outsiders read along, a supplier would learn from it what to avoid.
        turn.Reply((isCommand && !changes) || message.OutsidersReadAlong ? answer with { Audience = Audience.AskerOnly } : answer);
        return true;
    }

    private OutgoingMessage Off(WatchRow? row)
    {
        if (row is not null) db.Watches.Remove(row);
        return Answer(Words.WatchOffTitle, Words.WatchOffText);
    }

    private OutgoingMessage On(WatchRow? row, string place, WatchLevel level, IncomingMessage message)
    {
        var by = JsonSerializer.Serialize(message.From, ChatJson.Default.ChatUser);
        if (row is null) db.Watches.Add(row = new WatchRow { Place = place, SetBy = by });
        (row.Level, row.SetBy, row.SetAt) = (level, by, clock.GetCurrentInstant());
        List<string> said = [level == WatchLevel.High ? Words.WatchHighText : Words.WatchCautionText, Words.WatchKeepsText];
        if (message.OutsidersReadAlong) said.Add(Words.WatchOutsidersText);
        if (!ways.Of(message).Contains(Addressing.Overheard)) said.Add(Words.WatchNeedsRights);
        return Answer(level == WatchLevel.High ? Words.WatchHighTitle : Words.WatchCautionTitle, [.. said]);
    }

    private static OutgoingMessage Answer(string title, params string[] sentences) => CheckAnswer.Plain(Tone.Neutral, title, Audience.Conversation, sentences);
}
