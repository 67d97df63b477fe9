using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// The words of a text that are made from one another by endings that a stemmer leaves alone: "own" and "owner", "win" and "winner". Endings deceive
/// ("corn", "corner"), so two words only count as a family where they also keep like company (<see cref="WordLikeness"/>). Immutable.
/// </summary>
internal sealed class WordFamilies
{
    /// <summary>Words less alike than this only look like a family.</summary>
    private const float LeastLikeness = 0.3f;

    private const int ShortestRoot = 3;

    private static readonly string[] Endings = ["ership", "er", "or", "ion", "iou", "ious", "ment", "ship", "ist", "ee", "ant", "ent", "al", "ance", "ence"];

    private readonly Dictionary<string, List<string>> _byRoot = new(StringComparer.Ordinal);

    /// <param name="stems">The stems of the text's words.</param>
    public WordFamilies(IEnumerable<string> stems)
    {
        foreach (var stem in stems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            foreach (var root in Roots(stem))
            {
                if (!_byRoot.TryGetValue(root, out var family)) _byRoot.Add(root, family = []);
                family.Add(stem);
            }
    }

    /// <summary>The stems of the text that belong with <paramref name="stem"/>, without itself.</summary>
    public IEnumerable<string> Of(string stem)
    {
        HashSet<string>? seen = null;
        foreach (var root in Roots(stem))
            if (_byRoot.TryGetValue(root, out var family))
                foreach (var other in family)
                    if (other != stem && (seen ??= []).Add(other) && Likeness(stem, other) >= LeastLikeness) yield return other;
    }

    /// <summary>What a stem may be made from: itself, and itself without an ending.</summary>
    private static IEnumerable<string> Roots(string stem)
    {
        yield return stem;
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length < ShortestRoot || !stem.EndsWith(ending, StringComparison.Ordinal)) continue;
            var root = stem[..^ending.Length];
            yield return root;
            // "winn", "runn"
            if (root.Length > ShortestRoot && root[^1] == root[^2]) yield return root[..^1];
        }
    }

    private static float Likeness(string a, string b)
    {
        if (WordLikeness.Find(a) is not (>= 0 and var first) || WordLikeness.Find(b) is not (>= 0 and var second)) return 0;
        Span<float> one = stackalloc float[WordLikeness.Dimensions];
        Span<float> other = stackalloc float[WordLikeness.Dimensions];
        WordLikeness.Read(first, one);
        WordLikeness.Read(second, other);
        return TensorPrimitives.Dot<float>(one, other);
    }
}
