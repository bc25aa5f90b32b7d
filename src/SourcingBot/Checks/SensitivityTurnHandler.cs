using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Checks;

/// <summary>"sensitivity", "sensitivity careful", "sensitivity watching quiet": how early the bot speaks up for this team.</summary>
/// <param name="sensitivity">What the team chose.</param>
/// <param name="db">The database of the team.</param>
internal sealed class SensitivityTurnHandler(TeamSensitivity sensitivity, SourcingDbContext db) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage { Addressing: not (Addressing.MessageShortcut or Addressing.Form) } message) return false;
        var words = Word.Of(message.Text);
        if (words.Count is 0 or > 3 || words[0].Text != "sensitivity") return false;
        var ofWatching = words.Count > 1 && words[1].Text is "watching" or "watch";
        var setting = ofWatching ? TeamSensitivity.WatchingSetting : TeamSensitivity.AskedSetting;
        var wanted = words.Skip(ofWatching ? 2 : 1).Select(w => w.Text).FirstOrDefault();
        if (wanted is null)
        {
            var asked = Name(await sensitivity.OfAsync(TeamSensitivity.AskedSetting, cancellationToken));
            var watching = Name(await sensitivity.OfAsync(TeamSensitivity.WatchingSetting, cancellationToken));
            turn.Reply(Answer(message, When.Say(Words.SensitivityIs, asked, watching), Words.SensitivityHow));
        }
        else if (int.TryParse(wanted, out _) || !Enum.TryParse<Sensitivity>(wanted, ignoreCase: true, out var chosen))
        {
            turn.Reply(Answer(message, Words.SensitivityUnknown, Words.SensitivityHow));
        }
        else
        {
            await SetAsync(setting, chosen, cancellationToken);
            var title = When.Say(ofWatching ? Words.SensitivityWatchingSet : Words.SensitivityAskedSet, Name(chosen));
            turn.Reply(Answer(message, title, chosen switch { Sensitivity.Careful => Words.SensitivityCareful, Sensitivity.Quiet => Words.SensitivityQuiet, _ => Words.SensitivityUsual }));
        }

        return true;
    }

    private async Task SetAsync(string setting, Sensitivity chosen, CancellationToken cancellationToken)
    {
        var row = await db.TeamSettings.FirstOrDefaultAsync(s => s.Name == setting, cancellationToken);
        if (row is null) db.TeamSettings.Add(row = new TeamSettingRow { Name = setting, Value = string.Empty });
        row.Value = chosen.ToString();
    }

    private static string Name(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Careful => Words.SensitivityNameCareful,
        Sensitivity.Quiet => Words.SensitivityNameQuiet,
        _ => Words.SensitivityNameUsual,
    };

    private static OutgoingMessage Answer(IncomingMessage message, string title, string text) => CheckAnswer.Plain(Tone.Neutral, title, AnswerAudience.Of(message), [text]);
}
