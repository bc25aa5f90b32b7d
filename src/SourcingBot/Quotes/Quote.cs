using NodaTime;
using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>A value that was read from a text, and where it stands there.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">What was read.</param>
/// <param name="Span">Where it stands in the text as it was given.</param>
public readonly record struct Fact<T>(T Value, TextSpan Span);

/// <summary>What a stated amount is for.</summary>
public enum MoneyRole
{
    /// <summary>A refund, discount, limit, declared value, half-payment or anything else.</summary>
    Other,

    /// <summary>A price for one unit of goods.</summary>
    UnitPrice,

    /// <summary>The value of goods, an order or an invoice.</summary>
    Total,

    /// <summary>The first share of a payment.</summary>
    Deposit,

    /// <summary>The last share of a payment.</summary>
    Balance,

    /// <summary>Transport, per kilogram, per container or as a lump sum.</summary>
    Freight,

    /// <summary>A charge that is demanded or contracted.</summary>
    Fee,
}

/// <summary>An amount in a currency.</summary>
/// <param name="Amount">The amount, "k" and "万" multiplied out.</param>
/// <param name="Currency">The ISO 4217 code; "$" and "dollars" are USD, "元" and "yuan" are CNY, "pounds" are GBP.</param>
/// <param name="Role">What it is for.</param>
public sealed record Money(decimal Amount, string Currency, MoneyRole Role);

/// <summary>How many of what is ordered, offered, affected or the least to be bought.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">The unit in its short form: pcs, sets, pairs, ctns, kg, m, m2 and so on.</param>
/// <param name="IsMinimum">Whether it is a minimum order quantity.</param>
public sealed record Quantity(decimal Value, string Unit, bool IsMinimum = false);

/// <summary>A trade term, Incoterms 2020 or an older one.</summary>
/// <param name="Term">Three letters in capitals, as EXW, FOB or DDP; an obsolete term keeps its own.</param>
/// <param name="Place">The named place as it was written, or null.</param>
public sealed record Incoterm(string Term, string? Place);

/// <summary>The place of a share in the order of payments.</summary>
public enum PaymentStage
{
    /// <summary>The first share, before production.</summary>
    Deposit,

    /// <summary>The last share.</summary>
    Balance,

    /// <summary>The whole sum at once.</summary>
    Full,
}

/// <summary>A share of the price and when it is due.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Stage">When it is due.</param>
public sealed record PaymentShare(decimal Percent, PaymentStage Stage);

/// <summary>A date as far as the text fixes it.</summary>
/// <param name="Date">The date, or null where day and month could be either way round or there was no anchor for a relative date.</param>
/// <param name="Alternatives">The dates that it could be when it is ambiguous; else empty.</param>
/// <param name="IsRelative">Whether it was said as "tomorrow" or "Friday" and counted from the anchor date.</param>
public sealed record StatedDate(LocalDate? Date, IReadOnlyList<LocalDate> Alternatives, bool IsRelative = false);

/// <summary>Bank details that a message states. Account numbers are kept as written and masked wherever they are shown.</summary>
/// <param name="Iban">An IBAN whose check digits are right (ISO 13616), or null.</param>
/// <param name="SwiftCode">A SWIFT code (ISO 9362), or null.</param>
/// <param name="AccountNumber">An account number that is not an IBAN, or null.</param>
/// <param name="AccountName">The beneficiary, or null.</param>
/// <param name="BankName">The bank, or null.</param>
/// <param name="Country">The bank's country, ISO 3166 two letters, from IBAN, SWIFT code or words, or null.</param>
public sealed record BankDetails(string? Iban, string? SwiftCode, string? AccountNumber, string? AccountName, string? BankName, string? Country);

/// <summary>A link or a bare domain.</summary>
/// <param name="Url">As it was written.</param>
/// <param name="Host">The host in lower case ASCII.</param>
public sealed record LinkFact(string Url, string Host);

/// <summary>What a message states: strictly what is written, each with its place in the text.</summary>
public sealed record Quote
{
    /// <summary>The facts of a message that states none.</summary>
    public static Quote Empty { get; } = new();

    /// <summary>Amounts with a currency, in the order of the text.</summary>
    public IReadOnlyList<Fact<Money>> Money { get; init; } = [];

    /// <summary>Quantities of goods.</summary>
    public IReadOnlyList<Fact<Quantity>> Quantities { get; init; } = [];

    /// <summary>Every trade term that is written. The one offered or agreed is <see cref="Incoterm"/>.</summary>
    public IReadOnlyList<Fact<Incoterm>> Terms { get; init; } = [];

    /// <summary>The one term that is offered or agreed; null where there is none, or several alternatives.</summary>
    public Fact<Incoterm>? Incoterm { get; init; }

    /// <summary>The payment split.</summary>
    public IReadOnlyList<Fact<PaymentShare>> Payment { get; init; } = [];

    /// <summary>Ways to pay that are asked for, accepted or used: "T/T", "Western Union", "USDT" and so on.</summary>
    public IReadOnlyList<Fact<string>> Methods { get; init; } = [];

    /// <summary>Production or ready times in days; weeks are multiplied by 7.</summary>
    public IReadOnlyList<Fact<decimal>> LeadTimeDays { get; init; } = [];

    /// <summary>Dates.</summary>
    public IReadOnlyList<Fact<StatedDate>> Dates { get; init; } = [];

    /// <summary>Order, PO, PI and invoice numbers as written.</summary>
    public IReadOnlyList<Fact<string>> OrderNumbers { get; init; } = [];

    /// <summary>Bank details, one entry an account.</summary>
    public IReadOnlyList<Fact<BankDetails>> Banks { get; init; } = [];

    /// <summary>Links and bare domains.</summary>
    public IReadOnlyList<Fact<LinkFact>> Links { get; init; } = [];

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<Fact<string>> Emails { get; init; } = [];
}
