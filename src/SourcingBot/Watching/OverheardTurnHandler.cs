using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Feedback;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Watching;

/// <summary>
/// Reads what people write in a watched channel. It speaks only where it is nearly certain, once in a thread and once more if what
/// meant a question now means stop; what raises no warning is forgotten at once.
/// </summary>
/// <param name="scanner">The judge.</param>
/// <param name="day">The day from which "tomorrow" counts.</param>
/// <param name="sensitivity">How early the team wants to hear of a risk.</param>
/// <param name="buttons">Puts "why?" and "right?" under the answer.</param>
/// <param name="db">The database of the team.</param>
/// <param name="clock">The time.</param>
internal sealed class OverheardTurnHandler(RiskScanner scanner, AskedDay day, TeamSensitivity sensitivity, CheckButtons buttons, SourcingDbContext db, IClock clock) : ITurnHandler
{
    /// <summary>Where there are no threads, warnings of the same kind come no nearer together than this.</summary>
    private static readonly Duration Rest = Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage { Addressing: Addressing.Overheard } message) return false;
        turn.KeepOnlyIfAnswered();
        var place = WatchedPlace.KeyOf(message);
        if (await db.Watches.AsNoTracking().FirstOrDefaultAsync(w => w.Place == place, cancellationToken) is not { } watch) return true;

        var read = LinkLabels.Append(message.Text, message.Links);
        var report = scanner.Scan(read, Speaker.Unknown, await day.OfAsync(message, cancellationToken), await sensitivity.WatchingAsync(cancellationToken));
        if (report.Verdict < (watch.Level == WatchLevel.High ? Verdict.High : Verdict.Caution)) return true;
        if (!await MaySpeakAsync(message, report.Verdict, cancellationToken)) return true;

        db.Checks.Add(CheckRow.Of(turn.InboxId, clock.GetCurrentInstant(), report));
        var audience = message.OutsidersReadAlong ? Audience.Direct : Audience.Conversation;
        var warning = LinkLabels.Show(CheckAnswer.Build(report, read, audience), message.Links);
        var to = message.OutsidersReadAlong ? JsonSerializer.Deserialize(watch.SetBy, ChatJson.Default.ChatUser) : null;
        turn.Reply(buttons.Under(turn, report, WithNote(warning), to), to: to);
        return true;
    }

    private async Task<bool> MaySpeakAsync(IncomingMessage message, Verdict verdict, CancellationToken cancellationToken)
    {
        var thread = WatchedPlace.ThreadOf(message);
        var now = clock.GetCurrentInstant();
        var said = await db.WatchWarnings.FirstOrDefaultAsync(w => w.Thread == thread, cancellationToken);
        if (said is not null && said.Verdict >= verdict && (WatchedPlace.HasThread(message) || now - said.WarnedAt < Rest)) return false;
        if (said is null) db.WatchWarnings.Add(said = new WatchWarningRow { Thread = thread });
        (said.Verdict, said.WarnedAt) = (verdict, now);
        return true;
    }

    private static OutgoingMessage WithNote(OutgoingMessage warning) =>
        warning.Card is { } card ? warning with { Card = card with { Parts = [.. card.Parts, new Note(Words.WatchNote)] } } : warning;
}
