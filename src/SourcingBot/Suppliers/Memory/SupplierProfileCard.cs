using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Suppliers.Memory;

/// <summary>All that is remembered of a supplier, with buttons to forget what is wrong.</summary>
internal static class SupplierProfileCard
{
    private const int MostOfAKind = 4;
    private const int MostButtons = 5;

    /// <summary>Builds it.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="facts">What is remembered, the newest first.</param>
    /// <param name="mutes">What is muted today.</param>
    /// <param name="token">The token of its buttons.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Build(SupplierRow supplier, IReadOnlyList<SupplierFactRow> facts, IReadOnlyList<SupplierMuteRow> mutes, string token, DateTimeZone zone, Audience audience)
    {
        var title = ShownText.OnOneLine(SupplierRow.Cut(supplier.Name, 80));
        var check = supplier.CheckedAt is { } at
            ? When.Say(Words.ProfileChecked, When.Day(at.InZone(zone).Date), When.Day(supplier.DueAt.InZone(zone).Date))
            : Words.ProfileNeverChecked;
        List<CardPart> parts = [new Paragraph(null, check)];
        var fields = Enum.GetValues<SupplierFactKind>().Select(k => (Kind: k, Facts: facts.Where(f => f.Kind == k).ToList())).Where(k => k.Facts.Count > 0)
            .Select(k => new Field(SupplierHints.NameOf(k.Kind), string.Join("; ", k.Facts.Take(MostOfAKind).Select(f => ValueOf(f, zone))))).ToList();
        if (fields.Count > 0) parts.Add(new FieldList(fields));
        else parts.Add(new Paragraph(null, Words.ProfileNothing));
        if (!facts.Any(f => f.Kind == SupplierFactKind.Account)) parts.Add(new Note(Words.ProfileNoAccount));
        if (mutes.Count > 0)
            parts.Add(new BulletList([.. mutes.Select(m => When.Say(Words.ProfileMuted, SupplierHints.TitleOf(m.Rule), When.Day(m.Until), ShownText.OnOneLine(m.Reason), ShownText.OnOneLine(m.By)))]));
        if (facts.Count > 0)
        {
            List<Button> buttons = [.. facts.Where(f => f.Kind != SupplierFactKind.Term).Take(MostButtons - 1).Select(f => new Button(When.Say(Words.ButtonForgetFact, SupplierRow.Cut(ShownText.OnOneLine(f.Shown), 40)), CardTokens.WithVerb(token, SupplierMemoryVerbs.Forget + f.Id.ToString("N"))))];
            buttons.Add(new Button(Words.ButtonForgetAll, CardTokens.WithVerb(token, SupplierMemoryVerbs.ForgetAll)));
            parts.Add(new Buttons(buttons));
        }

        return new OutgoingMessage(CheckAnswer.Sentences(title, [check]), new Card(Tone.Neutral, title, parts), audience);
    }

    private static string ValueOf(SupplierFactRow fact, DateTimeZone zone)
    {
        var shown = ShownText.OnOneLine(fact.Shown);
        return fact.ConfirmedBy is { } by ? When.Say(Words.MemoryConfirmed, shown, ShownText.OnOneLine(by), When.Day(fact.LastAt.InZone(zone).Date)) : shown;
    }
}
