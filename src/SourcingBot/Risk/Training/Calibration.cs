namespace SourcingBot.Risk.Training;

/// <summary>Makes chances of margins: of 100 messages scored 0.8, 80 shall be what they are called (Platt, 1999, with his targets).</summary>
internal static class Calibration
{
    /// <summary>Fits slope and shift.</summary>
    /// <param name="margins">Margins of messages that the model had not seen.</param>
    /// <param name="labels">What they are.</param>
    public static (float Slope, float Shift) Fit(IReadOnlyList<float> margins, IReadOnlyList<bool> labels)
    {
        var yes = labels.Count(l => l);
        var (high, low) = ((yes + 1.0) / (yes + 2.0), 1.0 / (labels.Count - yes + 2.0));
        var (slope, shift) = (1.0, 0.0);
        for (var step = 0; step < 50; step++)
        {
            double gs = 0, gb = 0, ss = 1e-9, sb = 0, bb = 1e-9;
            for (var i = 0; i < margins.Count; i++)
            {
                var chance = 1 / (1 + Math.Exp(-((slope * margins[i]) + shift)));
                var error = chance - (labels[i] ? high : low);
                var weight = Math.Max(chance * (1 - chance), 1e-9);
                gs += error * margins[i];
                gb += error;
                ss += weight * margins[i] * margins[i];
                sb += weight * margins[i];
                bb += weight;
            }

            var determinant = (ss * bb) - (sb * sb);
            if (determinant < 1e-12) break;
            var (ds, db) = (((bb * gs) - (sb * gb)) / determinant, ((ss * gb) - (sb * gs)) / determinant);
            (slope, shift) = (slope - ds, shift - db);
            if (Math.Abs(ds) + Math.Abs(db) < 1e-7) break;
        }

        return ((float)slope, (float)shift);
    }
}
