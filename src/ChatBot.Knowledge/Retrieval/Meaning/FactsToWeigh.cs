using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>The facts to weigh for a question, with the log-odds that retrieval gives them: in a small store all of them, in a large one those that retrieval finds.</summary>
internal sealed class FactsToWeigh(IReadOnlyDictionary<FactId, FactView> views, IndexSnapshot index)
{
    /// <summary>With so many facts or fewer, every fact is weighed for every question.</summary>
    private const int SmallStore = 400;

    /// <summary>In a small store retrieval only adds its word on the likeliest facts.</summary>
    private static readonly RetrievalOptions Signalling = new() { Evidence = 24 };

    /// <summary>In a large store retrieval selects the facts to weigh.</summary>
    private static readonly RetrievalOptions Selecting = new() { Evidence = 100, Sentences = 100, Paragraphs = 20 };

    private const double LeastLogit = -6;

    private readonly Retriever _retriever = new();

    /// <summary>The facts to weigh for <paramref name="question"/>.</summary>
    public IEnumerable<(FactView View, double Retrieval)> For(Question question)
    {
        var found = _retriever.Search(question, index, views.Count <= SmallStore ? Signalling : Selecting);
        var logits = new Dictionary<FactId, double>(found.Count);
        foreach (var evidence in found) logits[evidence.Fact.Id] = Logit(evidence.Confidence);
        return views.Count <= SmallStore
            ? views.Values.Select(view => (view, logits.GetValueOrDefault(view.Fact.Id, LeastLogit)))
            : found.Select(evidence => (views[evidence.Fact.Id], logits[evidence.Fact.Id]));
    }

    private static double Logit(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), LeastLogit, -LeastLogit);
}
