using System.Numerics.Tensors;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>How alike the words of a question are to those of sentences that don't have them (<see cref="WordLikeness"/>).</summary>
internal sealed class LikeStems
{
    /// <summary>Words less alike than this have nothing to do with each other.</summary>
    private const float Least = 0.4f;

    /// <summary>Words as alike as this are forms of one thing.</summary>
    private const float Full = 0.9f;

    private readonly Dictionary<FactId, int[]> _stemsOf = [];
    private readonly float[] _vectors;
    private readonly int _count;

    /// <param name="views">The sentences.</param>
    public LikeStems(IReadOnlyList<FactView> views)
    {
        var places = new Dictionary<int, int>();
        foreach (var view in views)
            _stemsOf[view.Fact.Id] = [.. view.Stems.Select(WordLikeness.Find).Where(row => row >= 0).Select(row => places.TryGetValue(row, out var place) ? place : places[row] = places.Count)];
        _count = places.Count;
        _vectors = new float[_count * WordLikeness.Dimensions];
        foreach (var (row, place) in places) WordLikeness.Read(row, _vectors.AsSpan(place * WordLikeness.Dimensions, WordLikeness.Dimensions));
    }

    /// <summary>The words of one question, ready to be compared.</summary>
    public Reading Read(IReadOnlyList<QuestionUnit> units) => new(this, units);

    /// <summary>One question's words against those of the sentences; each pair is reckoned once.</summary>
    public sealed class Reading
    {
        private readonly LikeStems _all;
        private readonly float[]?[] _vectors;
        private readonly float[]?[] _known;

        internal Reading(LikeStems all, IReadOnlyList<QuestionUnit> units)
        {
            _all = all;
            _vectors = new float[units.Count][];
            _known = new float[units.Count][];
            for (var u = 0; u < units.Count; u++)
            {
                if (units[u].Entity is not null || WordLikeness.Find(units[u].Term.Stem) is not (>= 0 and var row)) continue;
                _vectors[u] = new float[WordLikeness.Dimensions];
                WordLikeness.Read(row, _vectors[u]);
                _known[u] = new float[all._count];
            }
        }

        /// <summary>The words of a sentence that have a place among the likenesses.</summary>
        public ReadOnlySpan<int> WordsOf(FactId fact) => _all._stemsOf[fact];

        /// <summary>How alike the likest word of a sentence is to the unit, 0 to 1.</summary>
        /// <param name="unit">The unit's number.</param>
        /// <param name="words">The sentence's <see cref="WordsOf"/>.</param>
        public double Of(int unit, ReadOnlySpan<int> words)
        {
            if (_vectors[unit] is not { } vector || _known[unit] is not { } known) return 0;
            var best = 0f;
            foreach (var stem in words)
            {
                // Not reckoned yet is 0; what is reckoned lies 2 higher.
                if (known[stem] == 0) known[stem] = 2 + TensorPrimitives.Dot(vector, _all._vectors.AsSpan(stem * WordLikeness.Dimensions, WordLikeness.Dimensions));
                if (known[stem] - 2 > best) best = known[stem] - 2;
            }
            return Math.Clamp((best - Least) / (Full - Least), 0, 1);
        }
    }
}
