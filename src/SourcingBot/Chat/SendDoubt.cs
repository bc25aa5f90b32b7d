namespace SourcingBot.Chat;

/// <summary>Remembers, with the last fault of a message, that a try ended without a known outcome: from then on it may stand on the platform.</summary>
internal static class SendDoubt
{
    private const string Suffix = " (perhaps sent)";

    /// <summary>Whether the message may stand there already: a try was in doubt, or its worker died during one.</summary>
    /// <param name="row">The row before it is claimed.</param>
    public static bool IsIn(OutboxRow row) => row.Status == QueueStatus.InFlight || row.Fault?.EndsWith(Suffix, StringComparison.Ordinal) == true;

    /// <summary>The fault as it is stored.</summary>
    /// <param name="reason">Its short class.</param>
    /// <param name="inDoubt">Whether this try or an earlier one was in doubt.</param>
    public static string Mark(string reason, bool inDoubt) => inDoubt ? reason + Suffix : reason;
}
