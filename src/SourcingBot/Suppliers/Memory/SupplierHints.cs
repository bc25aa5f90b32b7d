using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Suppliers.Memory;

/// <summary>A checked message beside what is known of its supplier.</summary>
/// <param name="Supplier">The supplier.</param>
/// <param name="Report">What was made of the message, without what is muted for the supplier.</param>
/// <param name="Differences">What the message states otherwise than what is known.</param>
/// <param name="Muted">What was muted.</param>
/// <param name="AsksToConfirm">Whether the message states an account, and none or another is known.</param>
internal sealed record SupplierView(SupplierRow Supplier, RiskReport Report, IReadOnlyList<SupplierDifference> Differences, IReadOnlyList<SupplierMuteRow> Muted, bool AsksToConfirm);

/// <summary>Holds a checked message against what is known of its supplier: another account, payee, country or domain is a fact, whatever the words.</summary>
/// <param name="memory">What is known.</param>
/// <param name="db">The database of the team.</param>
/// <param name="clock">The time.</param>
internal sealed class SupplierHints(SupplierMemory memory, SourcingDbContext db, IClock clock)
{
    /// <summary>Holds a message against what is known, and learns from one that is calm. Null where its supplier is not known.</summary>
    /// <param name="report">What was made of it.</param>
    /// <param name="text">The message.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<SupplierView?> ViewAsync(RiskReport report, string text, CancellationToken cancellationToken)
    {
        if (await memory.RecogniseAsync(report.Facts, text, cancellationToken) is not { } supplier) return null;
        var known = await memory.OfAsync(supplier, cancellationToken);
        var stated = StatedFact.Of(report.Facts);
        var differences = SupplierDifference.Of(known, stated);
        var today = clock.GetCurrentInstant().InUtc().Date;
        var mutes = (await db.SupplierMutes.Where(m => m.SupplierId == supplier.Id).ToListAsync(cancellationToken)).Where(m => m.Until >= today).ToList();
        var used = new List<SupplierMuteRow>();
        var left = SupplierMutes.Apply(report, mutes, used);
        if (report.Verdict == Verdict.None && !differences.Any(d => d.Stops)) memory.Learn(supplier, known, stated);
        var asks = stated.Any(f => f.Kind == SupplierFactKind.Account && !known.Exists(k => k.Kind == f.Kind && k.Key == f.Key));
        return new SupplierView(supplier, left, differences, used, asks);
    }

    /// <summary>The answer with what differs, what was muted, and the button that confirms an account.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The message beside what is known.</param>
    /// <param name="answer">The answer on the message alone.</param>
    public OutgoingMessage Add(Turn turn, SupplierView view, OutgoingMessage answer)
    {
        if (answer.Card is not { } card) return answer;
        var name = ShownText.OnOneLine(SupplierRow.Cut(view.Supplier.Name, 80));
        List<CardPart> parts = [.. card.Parts];
        var (title, tone, text) = (card.Title, card.Tone, answer.Text);
        if (view.Differences.Count > 0)
        {
            var stops = view.Differences[0].Stops;
            List<CardPart> differs =
            [
                new Heading(When.Say(stops ? Words.DiffersStopTitle : Words.DiffersTitle, name), stops ? Tone.Danger : Tone.Caution),
                .. view.Differences.Select(d => new FieldList([new Field(When.Say(Words.DiffersKnown, NameOf(d.Kind)), string.Join(", ", d.Known.Take(3))), new Field(Words.DiffersStated, d.Stated)])),
                new Paragraph(Words.LabelDo, stops ? Words.DiffersStopDo : Words.DiffersDo),
            ];
            if (stops && view.Report.Verdict != Verdict.High)
            {
                (title, tone) = (Words.VerdictHigh, Tone.Danger);
                text = CheckAnswer.Sentences(title, [When.Say(Words.DiffersStopTitle, name) + ".", Words.DiffersStopDo]);
            }
            else if (tone is Tone.Calm or Tone.Neutral)
            {
                (title, tone) = (Words.VerdictCaution, Tone.Caution);
                text = CheckAnswer.Sentences(title, [When.Say(Words.DiffersTitle, name) + ".", Words.DiffersDo]);
            }

            // Over a calm answer it is the answer; over a warning it comes right after the next step.
            var calm = view.Report.Verdict == Verdict.None;
            parts = calm ? differs : [parts[0], .. differs, .. parts.Skip(1)];
        }

        foreach (var mute in view.Muted) parts.Add(new Note(When.Say(Words.MutedNote, TitleOf(mute.Rule), name, When.Day(mute.Until), ShownText.OnOneLine(mute.Reason), ShownText.OnOneLine(mute.By))));
        if (view.AsksToConfirm)
        {
            var token = CardTokens.Create();
            db.CardTokens.Add(CardTokens.Row(
                token, turn.Event.Conversation, answer.Audience == Audience.Conversation ? null : turn.Event.From.Id, new SupplierSubject(view.Supplier.Id, turn.InboxId).ToJson(), clock.GetCurrentInstant()));
            parts.Add(new Buttons([new Button(Words.ButtonConfirmAccount, CardTokens.WithVerb(token, SupplierMemoryVerbs.Confirm))]));
        }

        return answer with { Text = text, Card = new Card(tone, title, parts) };
    }

    /// <summary>A rule's or category's title.</summary>
    /// <param name="rule">Its id.</param>
    public static string TitleOf(string rule) =>
        RiskRules.All.FirstOrDefault(r => r.Id == rule)?.Title ?? (RiskRules.Categories.Contains(rule) ? Risk.Categories.RiskCategory.Of(rule).Title : rule);

    /// <summary>What a kind is called.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(SupplierFactKind kind) => kind switch
    {
        SupplierFactKind.Account => Words.MemoryAccount,
        SupplierFactKind.Payee => Words.MemoryPayee,
        SupplierFactKind.BankCountry => Words.MemoryBankCountry,
        SupplierFactKind.Domain => Words.MemoryDomain,
        SupplierFactKind.Email => Words.MemoryEmail,
        _ => Words.MemoryTerm,
    };
}
