using System.Numerics;

namespace SourcingBot.Inspection;

/// <summary>The chance that a lot passes.</summary>
public static class AcceptanceChance
{
    /// <summary>More digits than a double holds.</summary>
    private static readonly BigInteger Scale = BigInteger.Pow(10, 20);

    /// <summary>
    /// The exact chance (hypergeometric): the sum over k up to Ac of C(D,k) C(N-D,n-k) / C(N,n), computed with whole numbers and
    /// divided once at the end.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="defective">Defective pieces in the lot, 0 to the lot's size.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many pieces.</exception>
    public static double Of(SamplingPlan plan, long defective)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(defective);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(defective, plan.Lot);
        var (good, n) = (plan.Lot - defective, plan.SampleSize);
        var most = Math.Min(plan.Accept, n);

        // Both sides times n!: C(n,k) · D(D-1)…(D-k+1) · G(G-1)…(G-n+k+1), over N(N-1)…(N-n+1).
        BigInteger sum = 0, choose = Falling(n, most), goods = Falling(good, n - most), bads = Falling(defective, most);
        for (var i = 2; i <= most; i++) choose /= i;
        for (var k = most; ; k--)
        {
            sum += choose * bads * goods;
            if (k == 0) break;
            choose = choose * k / (n - k + 1);
            goods *= Math.Max(0, good - (n - k));

            // A product that was 0 because there are fewer than k defective pieces is built anew.
            bads = defective < k ? Falling(defective, k - 1) : bads / (defective - k + 1);
        }

        return (double)(sum * Scale / Falling(plan.Lot, n)) / (double)Scale;
    }

    /// <summary>The chance for a share of defective pieces; their number is rounded down.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="share">0 to 1.</param>
    public static double OfShare(SamplingPlan plan, decimal share) => Of(plan, Defective(plan, share));

    /// <summary>The number of defective pieces that a share means, rounded down.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="share">0 to 1.</param>
    public static long Defective(SamplingPlan plan, decimal share)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return (long)decimal.Floor(plan.Lot * share);
    }

    /// <summary>from · (from - 1) · … with so many factors; 0 where it passes 0.</summary>
    private static BigInteger Falling(long from, int factors)
    {
        if (factors > from) return BigInteger.Zero;
        var product = BigInteger.One;
        for (var i = 0; i < factors; i++) product *= from - i;
        return product;
    }
}
