namespace SourcingBot.Vetting;

/// <summary>The names by which flows know what a credit code turned out to be.</summary>
internal static class CreditCodeNames
{
    private const string Company = "company";
    private const string Doubtful = "doubtful";
    private const string SoleTrader = "sole-trader";
    private const string NoBusiness = "no-business";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Company, Doubtful, SoleTrader, NoBusiness];

    /// <summary>The name for a code of the right form.</summary>
    /// <param name="reading">What was read.</param>
    public static string Of(CreditCodeReading reading) => !reading.IsRight ? Doubtful : reading.Holder switch
    {
        CreditCodeHolder.Company or CreditCodeHolder.Cooperative => Company,
        CreditCodeHolder.SoleTrader => SoleTrader,
        _ => NoBusiness,
    };
}
