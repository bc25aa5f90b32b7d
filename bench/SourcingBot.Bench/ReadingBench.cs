using System.Buffers;
using System.Diagnostics;
using SourcingBot.Quotes;
using SourcingBot.Risk;

namespace SourcingBot.Bench;

/// <summary>
/// Time and allocation to read and judge one message, warm, on one thread, beside a baseline in the same run: one vectorised
/// scan for 300 words and phrases, all hits. Absolute times differ from machine to machine; quote the ratio.
/// </summary>
internal static class ReadingBench
{
    private const string Message =
        "Dear Ms Weber, the 5,000 pcs of order PI-26-0417 are ready and the photos are in the folder. Our usual bank account is under " +
        "audit this week, so please remit the balance of USD 8,680 to the new account in the attached invoice. FOB Ningbo as agreed, " +
        "30% deposit received on 12 May 2026, thank you. The vessel leaves on Friday; if the money is not here by Thursday we cannot " +
        "load and the next one is in ten days. Best regards, Cindy, export department";

    /// <summary>Measures and prints.</summary>
    public static void Run()
    {
        var words = SearchValues.Create(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "baseline-words.txt")), StringComparison.OrdinalIgnoreCase);
        Console.WriteLine($"message of {Message.Length} characters, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        var baseline = Measure("baseline: 300 phrases, all hits", () => Hits(Message, words), null);
        Measure("read the facts", () => QuoteReader.Read(Message).Money.Count, baseline);
        Measure("read and judge", () => RiskScanner.BuiltIn.Scan(Message).Findings.Count, baseline);
    }

    private static int Hits(ReadOnlySpan<char> text, SearchValues<string> words)
    {
        var hits = 0;
        while (text.IndexOfAny(words) is >= 0 and var at)
        {
            hits++;
            text = text[(at + 1)..];
        }

        return hits;
    }

    private static double Measure(string name, Func<int> work, double? baseline)
    {
        const int Batch = 500;
        const int Batches = 30;
        for (var i = 0; i < Batch * 4; i++) work();
        var times = new double[Batches];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var b = 0; b < Batches; b++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Batch; i++) work();
            times[b] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Batch;
        }

        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Batch * Batches);
        Array.Sort(times);
        var median = times[Batches / 2];
        Console.WriteLine($"{name,-34}{median,9:F1} µs{allocated,9:N0} B{(baseline is { } one ? $"{median / one,8:F1} x the baseline" : string.Empty)}");
        return median;
    }
}
