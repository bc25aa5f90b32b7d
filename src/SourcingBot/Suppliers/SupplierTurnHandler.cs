using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Reminders;

namespace SourcingBot.Suppliers;

/// <summary>Answers "suppliers", "supplier NAME checked" and the buttons of the reminder to check one.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="book">The suppliers.</param>
/// <param name="people">Knows zones.</param>
/// <param name="options">The zone of people whose own is not known.</param>
/// <param name="clock">The time.</param>
internal sealed class SupplierTurnHandler(SourcingDbContext db, SupplierBook book, People people, ReminderOptions options, IClock clock) : ITurnHandler
{
    /// <summary>What the button token's subject begins with; the supplier's id follows.</summary>
    public const string Subject = "supplier/";

    private const int MostWords = 12;

    /// <summary>The command's two words and a name of so many that it is not a sentence.</summary>
    private const int LongestName = 7;

    private static readonly Duration Month = Duration.FromDays(30);

    /// <inheritdoc/>
    public Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken) => turn.Event switch
    {
        IncomingMessage { Addressing: not (Addressing.MessageShortcut or Addressing.Form) } message => AnswerAsync(turn, message, cancellationToken),
        IncomingAction action => PressAsync(turn, action, cancellationToken),
        _ => Task.FromResult(false),
    };

    private async Task<bool> AnswerAsync(Turn turn, IncomingMessage message, CancellationToken cancellationToken)
    {
        var words = Word.Of(message.Text.Trim());
        var audience = AnswerAudience.Of(message);
        if (words is [{ Text: "suppliers" }])
        {
            turn.Reply(SupplierCard.List(await book.AllAsync(cancellationToken), await ZoneAsync(message, cancellationToken), clock.GetCurrentInstant(), audience));
            return true;
        }

        if (words.Count is < 3 or > MostWords || words[0].Text != "supplier" || words[^1].Text != "checked") return false;
        var text = message.Text.Trim();
        if (text.Contains('\n', StringComparison.Ordinal)) return false;
        var name = text[words[0].Span.End..words[^1].Span.Start].Trim(' ', ':', ',');
        var row = await book.FindAsync(name, cancellationToken);
        if (row is null)
        {
            // "Supplier wants prepayment before goods are checked" is a message to be judged.
            if (words.Count > LongestName || message.Addressing is not (Addressing.Command or Addressing.OrderForm)) return false;
            turn.Reply(SupplierCard.Unknown(name, audience));
            return true;
        }

        book.Checked(row);
        turn.Reply(SupplierCard.Next(row, await ZoneAsync(message, cancellationToken), audience));
        return true;
    }

    private async Task<bool> PressAsync(Turn turn, IncomingAction action, CancellationToken cancellationToken)
    {
        var (token, verb) = CardTokens.Split(action.Token);
        if (verb is not (SupplierVerbs.Checked or SupplierVerbs.Later)) return false;
        if (await db.CardTokens.FindAsync([token], cancellationToken) is not { } card || card.TeamId != db.TeamId) return false;

        // A button that was copied elsewhere does nothing; a reminder for one person is answered by that person.
        if (card.OnlyFor is { } only ? only != action.From.Id : card.ConversationKey != StorableKey.OfConversation(action.Conversation)) return false;
        if (!card.Subject.StartsWith(Subject, StringComparison.Ordinal) || !Guid.TryParse(card.Subject[Subject.Length..], out var id)) return false;
        if (await db.Suppliers.FindAsync([id], cancellationToken) is not { } row || row.TeamId != db.TeamId) return false;
        if (verb == SupplierVerbs.Checked) book.Checked(row);
        else book.PutOff(row, clock.GetCurrentInstant() + Month);
        turn.Reply(SupplierCard.Next(row, await ZoneAsync(action, cancellationToken), card.OnlyFor is null ? Audience.Conversation : Audience.Direct), "card/" + token);
        return true;
    }

    private async Task<DateTimeZone> ZoneAsync(IncomingEvent incoming, CancellationToken cancellationToken) =>
        (await people.ZoneOfAsync(incoming, cancellationToken) ?? options.TimeZone) is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc : DateTimeZone.Utc;
}
