using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.SecondReader;

/// <summary>Asks the second reader where a person asked and the bot itself is unsure, within the team's limit of the day.</summary>
/// <param name="scopes">Gives the count a context of its own: it is saved before the turn is done.</param>
/// <param name="team">The team.</param>
/// <param name="clock">The time.</param>
/// <param name="options">The settings; null while it is off.</param>
/// <param name="reader">The reader; null while it is off.</param>
internal sealed class SecondReaderDesk(IServiceScopeFactory scopes, CurrentTeam team, IClock clock, SecondReaderOptions? options = null, ISecondReader? reader = null)
{
    /// <summary>What the second reader says; null where it was not to be asked.</summary>
    /// <param name="report">The bot's own judgement.</param>
    /// <param name="text">The message.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<SecondReading?> AskAsync(RiskReport report, string text, CancellationToken cancellationToken)
    {
        if (options is null || reader is null || !SecondOpinion.IsWanted(report, options)) return null;
        if (!await CountAsync(options.DailyLimit, cancellationToken)) return SecondReading.Without(SecondReadingStatus.LimitReached);
        return await reader.ReadAsync(AccountMask.Apply(text, report.Facts), cancellationToken);
    }

    /// <summary>The answer with a line about the second reader.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="reading">What the second reader said.</param>
    /// <param name="added">Whether it changed the answer.</param>
    public OutgoingMessage Tell(OutgoingMessage answer, SecondReading reading, bool added)
    {
        var words = reading.Status switch
        {
            SecondReadingStatus.Read => added ? Words.SecondReaderAdded : Words.SecondReaderAgreed,
            SecondReadingStatus.TooSlow => Words.SecondReaderSlow,
            SecondReadingStatus.LimitReached => Words.SecondReaderLimit,
            _ => Words.SecondReaderUnusable,
        };
        return answer.Card is { } card ? answer with { Card = card with { Parts = [.. card.Parts, new Note(When.Say(words, ShownText.OnOneLine(options!.Model)))] } } : answer;
    }

    /// <summary>Counted at once and in one step, so that neither a crash nor a second host can pass the limit.</summary>
    private async Task<bool> CountAsync(int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = team.Id;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var day = LocalDatePattern.Iso.Format(clock.GetCurrentInstant().InUtc().Date);
        if (await OneMoreAsync(db, day, limit, cancellationToken)) return true;
        if (await db.SecondReaderDays.AnyAsync(d => d.Day == day, cancellationToken)) return false;
        try
        {
            db.SecondReaderDays.Add(new SecondReaderDayRow { Day = day, Asked = 1 });
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException fault) when (db.FaultOf(fault) == DatabaseFault.Duplicate)
        {
            db.ChangeTracker.Clear();
            return await OneMoreAsync(db, day, limit, cancellationToken);
        }
    }

    private static async Task<bool> OneMoreAsync(SourcingDbContext db, string day, int limit, CancellationToken cancellationToken) =>
        await db.SecondReaderDays.Where(d => d.Day == day && d.Asked < limit).ExecuteUpdateAsync(set => set.SetProperty(d => d.Asked, d => d.Asked + 1), cancellationToken) > 0;
}
