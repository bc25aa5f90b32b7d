using SourcingBot.Risk;

namespace SourcingBot.Host.Commands;

/// <summary>What `check` ends with, for scripts.</summary>
internal static class ExitStatus
{
    /// <summary>Input that cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>The status of a report; a message in a language that is not read is input that cannot be used.</summary>
    /// <param name="report">What was made of the message.</param>
    public static int Of(RiskReport report) => report switch
    {
        { Verdict: Verdict.High } => 20,
        { Verdict: Verdict.Caution } => 10,
        { Readable: false } => Unusable,
        _ => 0,
    };
}
