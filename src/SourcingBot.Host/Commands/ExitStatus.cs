using SourcingBot.Risk;

namespace SourcingBot.Host.Commands;

/// <summary>What `check` ends with, for scripts.</summary>
internal static class ExitStatus
{
    /// <summary>Input that cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>The status of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static int Of(Verdict verdict) => verdict switch { Verdict.High => 20, Verdict.Caution => 10, _ => 0 };
}
