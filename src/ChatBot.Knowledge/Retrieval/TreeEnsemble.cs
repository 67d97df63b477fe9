using System.Globalization;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>
/// A sum of small regression trees (J. Friedman: "Greedy Function Approximation: A Gradient Boosting Machine", 2001), learnt by the benchmarks'
/// <c>learn-ranking</c>. A node sends a value at or below its threshold to the left.
/// </summary>
internal sealed class TreeEnsemble
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;

    /// <summary>A node; a leaf has <paramref name="Signal"/> −1.</summary>
    /// <param name="Signal">Which value is compared.</param>
    /// <param name="Threshold">With what.</param>
    /// <param name="Left">Number of the left child; the right one follows it.</param>
    /// <param name="Value">What a leaf adds.</param>
    public readonly record struct Node(int Signal, float Threshold, int Left, float Value);

    /// <summary>Trees whose roots stand at <paramref name="roots"/> among <paramref name="nodes"/>.</summary>
    public TreeEnsemble(double bias, int[] roots, Node[] nodes) => (Bias, _roots, _nodes) = (bias, roots, nodes);

    /// <summary>What is added to the trees' sum.</summary>
    public double Bias { get; }

    /// <summary>The sum for some values.</summary>
    public double Sum(ReadOnlySpan<float> values)
    {
        var sum = Bias;
        var nodes = _nodes;
        foreach (var root in _roots)
        {
            ref readonly var node = ref nodes[root];
            while (node.Signal >= 0) node = ref nodes[node.Left + (values[node.Signal] <= node.Threshold ? 0 : 1)];
            sum += node.Value;
        }
        return sum;
    }

    /// <summary>The ensemble whose sum is <paramref name="slope"/> times this one's, and <paramref name="intercept"/>.</summary>
    public TreeEnsemble Scaled(double slope, double intercept) =>
        new(slope * Bias + intercept, _roots, Array.ConvertAll(_nodes, node => node with { Value = (float)(slope * node.Value) }));

    /// <summary>Reads what <see cref="Write"/> wrote: "trees COUNT bias B", then a line a tree of nodes "signal:threshold:left" (left counted within the tree), a leaf being "value".</summary>
    /// <param name="header">The header line.</param>
    /// <param name="lines">The lines behind it.</param>
    /// <param name="number">Number of the value called so.</param>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static TreeEnsemble Read(string header, IEnumerator<string> lines, Func<string, int> number)
    {
        var parts = header.Split(' ');
        if (parts.Length < 4) throw new FormatException($"'{header}' is not the beginning of an ensemble of trees.");
        var roots = new int[int.Parse(parts[^3], CultureInfo.InvariantCulture)];
        var nodes = new List<Node>();
        for (var tree = 0; tree < roots.Length; tree++)
        {
            if (!lines.MoveNext()) throw new FormatException($"The trees end after {tree} of {roots.Length}.");
            var root = roots[tree] = nodes.Count;
            foreach (var text in lines.Current.Split(' '))
            {
                var fields = text.Split(':');
                nodes.Add(fields.Length == 1
                    ? new Node(-1, 0, 0, Float(fields[0]))
                    : new Node(number(fields[0]), Float(fields[1]), root + int.Parse(fields[2], CultureInfo.InvariantCulture), 0));
            }
        }
        return new TreeEnsemble(double.Parse(parts[^1], CultureInfo.InvariantCulture), roots, [.. nodes]);
    }

    /// <summary>Writes it, the values by their names, so that a model outlives the renumbering of signals.</summary>
    public void Write(TextWriter writer, string name, Func<int, string> valueName)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name} trees {_roots.Length} bias {Bias:R}\n"));
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
            var root = _roots[tree];
            writer.Write(string.Join(' ', _nodes[root..end].Select(node => node.Signal < 0
                ? string.Create(CultureInfo.InvariantCulture, $"{node.Value:G5}")
                : string.Create(CultureInfo.InvariantCulture, $"{valueName(node.Signal)}:{node.Threshold:G6}:{node.Left - root}"))));
            writer.Write('\n');
        }
    }

    private static float Float(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
