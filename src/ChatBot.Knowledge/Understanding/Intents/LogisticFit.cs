namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>Binary logistic regression over a few columns, pulled towards given weights, by Newton's method.</summary>
internal static class LogisticFit
{
    private const int Steps = 25;

    /// <summary>The weights of the columns that make <paramref name="labels"/> likeliest; <paramref name="pull"/> is how many units of evidence hold them to <paramref name="usual"/>.</summary>
    public static double[] Fit(double[][] rows, bool[] labels, double[] usual, double pull)
    {
        var n = usual.Length;
        var weights = (double[])usual.Clone();
        for (var step = 0; step < Steps; step++)
        {
            var system = new double[n, n + 1];
            for (var i = 0; i < n; i++)
            {
                system[i, i] = pull;
                system[i, n] = pull * (usual[i] - weights[i]);
            }
            for (var r = 0; r < rows.Length; r++)
            {
                double score = 0;
                for (var i = 0; i < n; i++) score += weights[i] * rows[r][i];
                var p = 1 / (1 + Math.Exp(-score));
                var curvature = Math.Max(1e-6, p * (1 - p));
                var error = (labels[r] ? 1 : 0) - p;
                for (var i = 0; i < n; i++)
                {
                    system[i, n] += error * rows[r][i];
                    for (var j = 0; j < n; j++) system[i, j] += curvature * rows[r][i] * rows[r][j];
                }
            }
            var change = Solve(system, n);
            var largest = 0.0;
            for (var i = 0; i < n; i++)
            {
                // A bounded step, so that separable rows cannot run away.
                weights[i] += Math.Clamp(change[i], -1, 1);
                largest = Math.Max(largest, Math.Abs(change[i]));
            }
            if (largest < 1e-6) break;
        }
        return weights;
    }

    /// <summary>Gauss–Jordan elimination of a positive definite system.</summary>
    private static double[] Solve(double[,] system, int n)
    {
        for (var p = 0; p < n; p++)
        {
            for (var j = n; j >= p; j--) system[p, j] /= system[p, p];
            for (var i = 0; i < n; i++)
            {
                if (i == p) continue;
                var factor = system[i, p];
                for (var j = p; j <= n; j++) system[i, j] -= factor * system[p, j];
            }
        }
        return [.. Enumerable.Range(0, n).Select(i => system[i, n])];
    }
}
