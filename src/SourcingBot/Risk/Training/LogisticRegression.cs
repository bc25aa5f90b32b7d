namespace SourcingBot.Risk.Training;

/// <summary>A sparse vector.</summary>
/// <param name="Places">Which numbers are not 0, each at most once.</param>
/// <param name="Values">Those numbers.</param>
internal readonly record struct SparseVector(int[] Places, float[] Values);

/// <summary>
/// L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin, Machine Learning 85, 2011): few passes, no step
/// size to choose, and the same weights on every run.
/// </summary>
internal static class LogisticRegression
{
    private const int NewtonSteps = 12;

    /// <summary>Trains one question.</summary>
    /// <param name="rows">The messages.</param>
    /// <param name="labels">1 yes, -1 no, 0 not asked.</param>
    /// <param name="width">How long the vectors are.</param>
    /// <param name="cost">How much a wrong message costs beside large weights.</param>
    /// <param name="passes">At most so many passes over the messages.</param>
    /// <returns>A weight for each place.</returns>
    public static double[] Train(IReadOnlyList<SparseVector> rows, IReadOnlyList<sbyte> labels, int width, double cost, int passes)
    {
        var weights = new double[width];
        var dual = new double[rows.Count];
        var length = new double[rows.Count];
        var order = Enumerable.Range(0, rows.Count).Where(i => labels[i] != 0).ToArray();
        foreach (var i in order)
        {
            foreach (var value in rows[i].Values) length[i] += value * value;
            dual[i] = 1e-8;
            Move(weights, rows[i], labels[i] * dual[i]);
        }

        // The order is shuffled by a generator of our own seed: training twice gives the same file.
        var random = new Random(1);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            var largest = 0.0;
            foreach (var i in order)
            {
                var next = Minimise(dual[i], length[i], labels[i] * Dot(weights, rows[i]), cost);
                var change = next - dual[i];
                dual[i] = next;
                largest = Math.Max(largest, Math.Abs(change));
                if (change != 0) Move(weights, rows[i], labels[i] * change);
            }

            if (largest < 1e-3 * cost) break;
        }

        return weights;
    }

    /// <summary>The place between 0 and the cost where the dual of one message is least.</summary>
    private static double Minimise(double start, double length, double margin, double cost)
    {
        var z = Math.Clamp(start, 1e-10, cost - 1e-10);
        for (var step = 0; step < NewtonSteps; step++)
        {
            var slope = (length * (z - start)) + margin + Math.Log(z / (cost - z));
            var bend = length + (cost / (z * (cost - z)));
            var next = z - (slope / bend);
            if (next <= 0) next = z * 0.1;
            else if (next >= cost) next = cost - ((cost - z) * 0.1);
            if (Math.Abs(next - z) < 1e-9) return next;
            z = next;
        }

        return z;
    }

    private static double Dot(double[] weights, SparseVector row)
    {
        var sum = 0.0;
        for (var j = 0; j < row.Places.Length; j++) sum += weights[row.Places[j]] * row.Values[j];
        return sum;
    }

    private static void Move(double[] weights, SparseVector row, double by)
    {
        for (var j = 0; j < row.Places.Length; j++) weights[row.Places[j]] += by * row.Values[j];
    }
}
