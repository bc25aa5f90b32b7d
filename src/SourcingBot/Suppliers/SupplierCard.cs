using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Suppliers;

/// <summary>Words what is told of suppliers. Pure.</summary>
internal static class SupplierCard
{
    private const int Most = 20;

    /// <summary>The reminder to check a supplier again.</summary>
    /// <param name="row">The supplier.</param>
    /// <param name="token">The token of its buttons.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Reminder(SupplierRow row, string token, Audience audience)
    {
        var title = When.Say(Words.SupplierReCheckTitle, NameOf(row));
        var why = WhyOf(row);
        List<CardPart> parts =
        [
            new Paragraph(Words.LabelWhy, why),
            new BulletList([Words.SupplierCheckNames, Words.SupplierCheckAccount, Words.SupplierCheckLicence, Words.SupplierCheckRecord, Words.SupplierCheckSample]),
            new Buttons([
                new Button(Words.ButtonSupplierChecked, CardTokens.WithVerb(token, SupplierVerbs.Checked), true),
                new Button(Words.ButtonSupplierLater, CardTokens.WithVerb(token, SupplierVerbs.Later)),
            ]),
        ];
        return new OutgoingMessage(CheckAnswer.Sentences(title, [why]), new Card(row.Reason == ReCheckReason.Yearly ? Tone.Neutral : Tone.Caution, title, parts), audience);
    }

    /// <summary>That a supplier was checked, or when it is to be.</summary>
    /// <param name="row">The supplier.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Next(SupplierRow row, DateTimeZone zone, Audience audience) =>
        CheckAnswer.Plain(Tone.Calm, NameOf(row), audience, [When.Say(Words.SupplierNext, When.Weekday(row.DueAt.InZone(zone).Date))]);

    /// <summary>The suppliers, the next to check first.</summary>
    /// <param name="rows">The suppliers.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="now">The present.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage List(IReadOnlyList<SupplierRow> rows, DateTimeZone zone, Instant now, Audience audience)
    {
        if (rows.Count == 0) return CheckAnswer.Plain(Tone.Neutral, Words.SuppliersNoneTitle, audience, [Words.SuppliersNoneText]);
        var lines = rows.Take(Most).Select(r => LineOf(r, zone, now)).ToList();
        if (rows.Count > Most) lines.Add(When.Say(Words.MoreToCome, rows.Count - Most));
        List<CardPart> parts = [new BulletList(lines), new Note(Words.SuppliersHow)];
        return new OutgoingMessage(CheckAnswer.Sentences(Words.SuppliersTitle, [lines[0]]), new Card(Tone.Neutral, Words.SuppliersTitle, parts), audience);
    }

    /// <summary>That no supplier has a name.</summary>
    /// <param name="name">The name; from outside.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Unknown(string name, Audience audience) =>
        CheckAnswer.Plain(Tone.Neutral, When.Say(Words.SupplierUnknownTitle, ShownText.OnOneLine(name)), audience, [Words.SupplierUnknownText]);

    private static string LineOf(SupplierRow row, DateTimeZone zone, Instant now) => row.DueAt <= now
        ? When.Say(Words.SupplierLineNow, NameOf(row), WhyOf(row))
        : row.CheckedAt is { } at ? When.Say(Words.SupplierLine, NameOf(row), When.Day(row.DueAt.InZone(zone).Date), When.Day(at.InZone(zone).Date)) : When.Say(Words.SupplierLineNever, NameOf(row), When.Day(row.DueAt.InZone(zone).Date));

    private static string WhyOf(SupplierRow row) => row.Reason switch
    {
        ReCheckReason.Yearly when row.CheckedAt is null => Words.SupplierWhyNever,
        ReCheckReason.Price => Words.SupplierWhyPrice,
        ReCheckReason.Payment => Words.SupplierWhyPayment,
        ReCheckReason.Quality => Words.SupplierWhyQuality,
        _ => Words.SupplierWhyYearly,
    };

    private static string NameOf(SupplierRow row) => ShownText.OnOneLine(SupplierRow.Cut(row.Name, 80));
}

/// <summary>What the buttons of a supplier's card do.</summary>
internal static class SupplierVerbs
{
    /// <summary>It was checked today.</summary>
    public const string Checked = "supplier-checked";

    /// <summary>Again in a month.</summary>
    public const string Later = "supplier-later";
}
