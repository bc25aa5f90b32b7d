using NodaTime;
using SourcingBot.Orders;

namespace SourcingBot.Bench.Reminders;

/// <summary>An order as people tell it in one line.</summary>
internal static class SampleOrder
{
    /// <summary>Its facts.</summary>
    /// <param name="n">Which.</param>
    public static Order Facts(int n) => new()
    {
        Number = $"17{n:D7}",
        Supplier = "Ningbo Bright",
        ReaderZone = "Europe/Berlin",
        ShipBy = new LocalDate(2026, 12, 20),
    };
}
