namespace SourcingBot.Quotes;

/// <summary>The lists that a word of the data file stands in. Each is a section of words.txt of the same name.</summary>
[Flags]
internal enum WordClass : ulong
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>A name for the first share: "deposit", 定金.</summary>
    Deposit = 1UL << 0,

    /// <summary>A name for the last share: "balance", 尾款.</summary>
    Balance = 1UL << 1,

    /// <summary>What makes an amount freight.</summary>
    Freight = 1UL << 2,

    /// <summary>What makes an amount a fee.</summary>
    Fee = 1UL << 3,

    /// <summary>What makes an amount a price for one.</summary>
    UnitPrice = 1UL << 4,

    /// <summary>What makes an amount the value of goods.</summary>
    Total = 1UL << 5,

    /// <summary>What makes an amount a refund, a discount, a limit.</summary>
    Other = 1UL << 6,

    /// <summary>What coordinates two amounts: "to", "instead of", 到.</summary>
    Link = 1UL << 7,

    /// <summary>Single goods.</summary>
    Pieces = 1UL << 8,

    /// <summary>Sets.</summary>
    Sets = 1UL << 9,

    /// <summary>Pairs.</summary>
    Pairs = 1UL << 10,

    /// <summary>Cartons.</summary>
    Cartons = 1UL << 11,

    /// <summary>Pallets.</summary>
    Pallets = 1UL << 12,

    /// <summary>Other units that goods are sold in.</summary>
    Bulk = 1UL << 13,

    /// <summary>Lengths and areas, which are quantities only when there is much of them.</summary>
    Measure = 1UL << 14,

    /// <summary>What is counted and is no goods.</summary>
    NotGoods = 1UL << 15,

    /// <summary>Days.</summary>
    Days = 1UL << 16,

    /// <summary>Weeks.</summary>
    Weeks = 1UL << 17,

    /// <summary>What makes a time one of production.</summary>
    Lead = 1UL << 18,

    /// <summary>What makes a time something else.</summary>
    NotLead = 1UL << 19,

    /// <summary>What a production time is counted from: the deposit, the approval.</summary>
    LeadStart = 1UL << 20,

    /// <summary>What an order number follows.</summary>
    Order = 1UL << 21,

    /// <summary>"no.", "number", 号.</summary>
    Number = 1UL << 22,

    /// <summary>What other numbers follow.</summary>
    NotOrder = 1UL << 23,

    /// <summary>Ports and trading places, which may be written small.</summary>
    Ports = 1UL << 24,

    /// <summary>Minimum order quantities.</summary>
    Moq = 1UL << 25,

    /// <summary>Trade terms.</summary>
    Terms = 1UL << 26,

    /// <summary>What ends or is no place.</summary>
    StopPlace = 1UL << 27,

    /// <summary>The whole sum.</summary>
    Full = 1UL << 28,

    /// <summary>What makes a share an early one.</summary>
    Early = 1UL << 29,

    /// <summary>What makes a share a late one.</summary>
    Late = 1UL << 30,

    /// <summary>Paying and what is said of payments.</summary>
    Pay = 1UL << 31,

    /// <summary>What a percentage is of when it is no share of the price.</summary>
    NotShare = 1UL << 32,

    /// <summary>Half, as a word.</summary>
    Half = 1UL << 33,

    /// <summary>The beneficiary of an account.</summary>
    AccountName = 1UL << 34,

    /// <summary>The number of an account.</summary>
    AccountNumber = 1UL << 35,

    /// <summary>A way to pay.</summary>
    Methods = 1UL << 36,

    /// <summary>A name, code or mark of a currency.</summary>
    Currency = 1UL << 37,

    /// <summary>A month.</summary>
    Months = 1UL << 38,

    /// <summary>A number written in words.</summary>
    Spelled = 1UL << 39,

    /// <summary>The percent sign and its words.</summary>
    Percent = 1UL << 40,

    /// <summary>How goods are packed.</summary>
    Packing = 1UL << 41,

    /// <summary>What is looked at in a test is no quantity of an order.</summary>
    Testing = 1UL << 42,

    /// <summary>Words before a small number of goods: "the 12 treadmills".</summary>
    Before = 1UL << 43,

    /// <summary>Negations and refusals.</summary>
    Refusal = 1UL << 44,

    /// <summary>What is a part of a place though it is written small: "airport", "warehouse".</summary>
    PlacePart = 1UL << 45,

    /// <summary>Announces a quantity: "qty", 数量.</summary>
    Amount = 1UL << 46,

    /// <summary>A day of the week, in the order of the week.</summary>
    WeekDays = 1UL << 47,

    /// <summary>What may stand between a production time and its list mark.</summary>
    LeadFiller = 1UL << 48,

    /// <summary>Transport and samples: a time by itself behind these is none of production.</summary>
    Transit = 1UL << 49,

    /// <summary>What a SWIFT code follows.</summary>
    Bic = 1UL << 50,
}
