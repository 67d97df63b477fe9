using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>How trees are grown.</summary>
internal sealed record TreeSettings(int Trees, int Depth, double Rate, double MinHessian, double Ridge, double ColumnShare = 0.7);

/// <summary>Grows gradient-boosted trees over binned values, level by level. Deterministic: the columns of each tree come from a seeded generator.</summary>
internal sealed class TreeLearner
{
    private const int Bins = 64;
    private readonly int _columns;
    private readonly int _rows;
    private readonly byte[][] _binned;
    private readonly float[][] _edges;

    /// <param name="values">Row by row.</param>
    /// <param name="columns">Values a row.</param>
    /// <param name="used">Columns that may be split on.</param>
    public TreeLearner(float[] values, int columns, bool[] used)
    {
        _columns = columns;
        _rows = values.Length / columns;
        _binned = new byte[columns][];
        _edges = new float[columns][];
        var sample = new List<float>();
        for (var c = 0; c < columns; c++)
        {
            if (!used[c])
            {
                _binned[c] = [];
                _edges[c] = [];
                continue;
            }
            sample.Clear();
            var step = Math.Max(1, _rows / 20000);
            for (var r = 0; r < _rows; r += step) sample.Add(values[r * columns + c]);
            sample.Sort();
            var edges = new List<float>();
            for (var b = 1; b < Bins; b++)
            {
                var at = (int)((long)sample.Count * b / Bins);
                var edge = sample[at];
                if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
            }
            _edges[c] = [.. edges];
            var binned = _binned[c] = new byte[_rows];
            for (var r = 0; r < _rows; r++)
            {
                var found = Array.BinarySearch(_edges[c], values[r * columns + c]);
                binned[r] = (byte)(found >= 0 ? found : ~found);
            }
        }
    }

    /// <summary>Called with the scores before each tree; fills gradient and hessian.</summary>
    public delegate void Objective(double[] scores, double[] gradient, double[] hessian);

    public TreeEnsemble Learn(TreeSettings settings, double bias, Objective objective, double[]? finalScores = null)
    {
        var scores = new double[_rows];
        Array.Fill(scores, bias);
        var (gradient, hessian) = (new double[_rows], new double[_rows]);
        var roots = new List<int>();
        var nodes = new List<TreeEnsemble.Node>();
        var random = new Random(7);
        var leafOf = new int[_rows];
        for (var tree = 0; tree < settings.Trees; tree++)
        {
            objective(scores, gradient, hessian);
            var columns = Enumerable.Range(0, _columns).Where(c => _edges[c].Length > 0 && random.NextDouble() < settings.ColumnShare).ToArray();
            roots.Add(nodes.Count);
            Grow(settings, columns, gradient, hessian, leafOf, nodes);
            for (var r = 0; r < _rows; r++)
                if (leafOf[r] >= 0) scores[r] += nodes[leafOf[r]].Value;
        }
        finalScores?.AsSpan().Clear();
        if (finalScores is not null) Array.Copy(scores, finalScores, _rows);
        return new TreeEnsemble(bias, [.. roots], [.. nodes]);
    }

    private void Grow(TreeSettings settings, int[] columns, double[] gradient, double[] hessian, int[] nodeOf, List<TreeEnsemble.Node> nodes)
    {
        double G = 0, H = 0;
        for (var r = 0; r < _rows; r++)
        {
            nodeOf[r] = hessian[r] > 0 ? nodes.Count : -1;
            G += gradient[r];
            H += hessian[r];
        }
        var rows = new List<int>();
        for (var r = 0; r < _rows; r++)
            if (nodeOf[r] >= 0) rows.Add(r);
        nodes.Add(new TreeEnsemble.Node(-1, 0, 0, Leaf(settings, G, H)));
        var level = new List<(int Node, double G, double H, int[] Rows)> { (nodes.Count - 1, G, H, [.. rows]) };
        for (var depth = 0; depth < settings.Depth && level.Count > 0; depth++)
        {
            var next = new List<(int, double, double, int[])>();
            foreach (var (node, g, h, own) in level)
            {
                var (column, bin, gain, leftG, leftH) = BestSplit(settings, columns, own, gradient, hessian, g, h);
                if (gain <= 1e-6) continue;
                var left = new List<int>();
                var right = new List<int>();
                var binned = _binned[column];
                var at = nodes.Count;
                foreach (var r in own)
                {
                    if (binned[r] <= bin) left.Add(r);
                    else right.Add(r);
                    nodeOf[r] = binned[r] <= bin ? at : at + 1;
                }
                nodes[node] = nodes[node] with { Signal = column, Threshold = _edges[column][bin], Left = at };
                nodes.Add(new TreeEnsemble.Node(-1, 0, 0, Leaf(settings, leftG, leftH)));
                nodes.Add(new TreeEnsemble.Node(-1, 0, 0, Leaf(settings, g - leftG, h - leftH)));
                next.Add((at, leftG, leftH, [.. left]));
                next.Add((at + 1, g - leftG, h - leftH, [.. right]));
            }
            level = next;
        }
    }

    private static float Leaf(TreeSettings settings, double g, double h) => (float)(-settings.Rate * g / (h + settings.Ridge));

    private (int Column, int Bin, double Gain, double G, double H) BestSplit(
        TreeSettings settings, int[] columns, int[] rows, double[] gradient, double[] hessian, double g, double h)
    {
        var results = new (int Column, int Bin, double Gain, double G, double H)[columns.Length];
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var column = columns[i];
            Span<double> sums = stackalloc double[Bins];
            Span<double> weights = stackalloc double[Bins];
            sums.Clear();
            weights.Clear();
            var binned = _binned[column];
            foreach (var r in rows)
            {
                sums[binned[r]] += gradient[r];
                weights[binned[r]] += hessian[r];
            }
            var best = (column, -1, 0.0, 0.0, 0.0);
            double leftG = 0, leftH = 0;
            var parent = g * g / (h + settings.Ridge);
            for (var b = 0; b < _edges[column].Length; b++)
            {
                leftG += sums[b];
                leftH += weights[b];
                if (leftH < settings.MinHessian || h - leftH < settings.MinHessian) continue;
                var gain = leftG * leftG / (leftH + settings.Ridge) + (g - leftG) * (g - leftG) / (h - leftH + settings.Ridge) - parent;
                if (gain > best.Item3) best = (column, b, gain, leftG, leftH);
            }
            results[i] = best;
        });
        var winner = (Column: -1, Bin: -1, Gain: 0.0, G: 0.0, H: 0.0);
        foreach (var result in results)
            if (result.Gain > winner.Gain) winner = result;
        return winner;
    }
}
