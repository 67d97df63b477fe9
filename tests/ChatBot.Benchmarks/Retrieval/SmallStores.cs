using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// The collection as a product meets it: stores of three articles each, a quarter of whose paragraphs is missing, so that the questions about those are near to
/// what the store holds and yet unanswerable; and a few questions about other articles, which are far.
/// </summary>
internal static class SmallStores
{
    public static void Ask(Newwiki data, TrainingSet set, Func<int, QuestionWords> words)
    {
        var titles = data.Documents.Select(document => document.Title ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        var titleOf = data.Documents.ToDictionary(document => document.Id, document => document.Title ?? "");
        for (var group = 0; group * 3 < titles.Count; group++)
        {
            var own = titles.Skip(group * 3).Take(3).ToHashSet(StringComparer.Ordinal);
            var documents = data.Documents.Where(document => own.Contains(document.Title ?? "")).Where((_, i) => i % 4 != group % 4).ToList();
            var kept = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
            var store = new RetrievalBatch(documents, [.. data.Sentences.Where(sentence => kept.Contains(sentence.Document))]);
            for (var q = 0; q < data.Questions.Count; q++)
            {
                var document = data.Questions[q].Document;
                var isOwn = document is not null && own.Contains(titleOf[document]);
                if (isOwn || q % 150 == group) set.Ask(store, q, isOwn && kept.Contains(document ?? ""), false, words(q));
            }
        }
    }
}
