using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Topics;

/// <summary>Gathers events that documents name in lower case: "the opening ceremony", "the concert".</summary>
internal static class EventCollector
{
    /// <summary>An event in lower case.</summary>
    /// <param name="Name">As written ("opening ceremony").</param>
    /// <param name="Times">How often.</param>
    /// <param name="Documents">In how many documents.</param>
    public sealed record SeenEvent(string Name, int Times, int Documents)
    {
        private const int LeastTimes = 2;
        private const int LeastTimesAlone = 3;

        /// <summary>The noun alone, of which there may be many.</summary>
        public bool IsBare => !Name.Contains(' ', StringComparison.Ordinal);

        /// <summary>Whether it is named more than in passing.</summary>
        public bool Counts => Times >= (IsBare ? LeastTimesAlone : LeastTimes);
    }

    /// <summary>The events of <paramref name="documents"/>, the most frequent first.</summary>
    public static IReadOnlyList<SeenEvent> Collect(IReadOnlyList<DocumentFacts> documents)
    {
        var seen = new Dictionary<string, (int Times, HashSet<string> Documents)>(StringComparer.Ordinal);
        foreach (var document in documents)
            foreach (var fact in document.Facts)
            {
                var tokens = Tokenizer.Tokenize(fact.Text);
                for (var i = 0; i < tokens.Count; i++)
                {
                    if (tokens[i].Traits != TokenTraits.None || !EventNouns.Contains(tokens[i])) continue;
                    Note(tokens[i].Term, document.Document.Id.Value);
                    if (i > 0 && EventNouns.Specifies(tokens[i - 1]) && tokens[i].Span.Start - tokens[i - 1].Span.End == 1) Note($"{tokens[i - 1].Term} {tokens[i].Term}", document.Document.Id.Value);
                }
            }
        return
        [
            .. seen.Select(pair => new SeenEvent(pair.Key, pair.Value.Times, pair.Value.Documents.Count))
                .OrderByDescending(seenEvent => seenEvent.Times).ThenBy(seenEvent => seenEvent.Name, StringComparer.Ordinal),
        ];

        void Note(string name, string document)
        {
            var (times, of) = seen.TryGetValue(name, out var known) ? known : (0, []);
            of.Add(document);
            seen[name] = (times + 1, of);
        }
    }
}
