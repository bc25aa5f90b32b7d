using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>The memory that reading a message needs besides its result. Each thread keeps one for its next message.</summary>
internal sealed class ReaderMemory
{
    /// <summary>The memory of a longer message is not kept.</summary>
    private const int LongestKept = 8 * 1024;

    [ThreadStatic]
    private static ReaderMemory? _kept;

    /// <summary>The folded message.</summary>
    public FoldedText Text { get; } = new();

    /// <summary>Its tokens.</summary>
    public QuoteTokens Tokens { get; } = new();

    /// <summary>Shares while they are read.</summary>
    public List<Share> Shares { get; } = [];

    /// <summary>Amounts while they are read.</summary>
    public List<MoneyReader.Amount> Amounts { get; } = [];

    /// <summary>Amounts of money.</summary>
    public FactList<Money> Money { get; } = new();

    /// <summary>Quantities.</summary>
    public FactList<Quantity> Quantities { get; } = new();

    /// <summary>Trade terms.</summary>
    public FactList<Incoterm> Terms { get; } = new();

    /// <summary>Shares of the price.</summary>
    public FactList<PaymentShare> Payment { get; } = new();

    /// <summary>Ways to pay.</summary>
    public FactList<string> Methods { get; } = new();

    /// <summary>Production times.</summary>
    public FactList<decimal> LeadTimes { get; } = new();

    /// <summary>Dates.</summary>
    public FactList<StatedDate> Dates { get; } = new();

    /// <summary>Order numbers.</summary>
    public FactList<string> OrderNumbers { get; } = new();

    /// <summary>Links.</summary>
    public FactList<LinkFact> Links { get; } = new();

    /// <summary>E-mail addresses.</summary>
    public FactList<string> Emails { get; } = new();

    /// <summary>The thread's memory. A reader that fails does not return it, so no half-read message stays in it.</summary>
    public static ReaderMemory Rent()
    {
        var memory = _kept ?? new ReaderMemory();
        _kept = null;
        return memory;
    }

    /// <summary>Keeps the memory for the thread's next message.</summary>
    /// <param name="memory">What was rented.</param>
    public static void Return(ReaderMemory memory)
    {
        var length = Math.Max(memory.Text.Source.Length, memory.Tokens.Source.Length);
        memory.Text.Fold(string.Empty);
        memory.Tokens.Release();
        _kept = length > LongestKept ? null : memory;
    }
}
