using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;

namespace ChatBot.Subscriptions;

/// <summary>
/// What documents that are saved together add to what is known, and how questions are answered before and after them. It takes milliseconds a sentence, so each
/// part is worked out once, when it is first asked for. Not for use by several threads.
/// </summary>
/// <param name="before">What was known before.</param>
/// <param name="documents">The new documents, in order.</param>
internal sealed class NewsReading(KnowledgeBase before, IReadOnlyList<DocumentFacts> documents)
{
    /// <summary>So many documents of one save are also compared with each other; of more, so many that change what another of them has changed.</summary>
    private const int MostInOrder = 12;

    private readonly Lazy<IReadOnlyList<(DocumentUpdate Update, KnowledgeBase Before)>> _inOrder = new(() => [.. Compared(before, documents)]);
    private readonly Dictionary<string, (Answer Then, Answer Now)?> _answers = new(StringComparer.Ordinal);
    private IReadOnlyList<DocumentUpdate>? _together;
    private KnowledgeBase? _after;

    /// <summary>What was known before.</summary>
    public KnowledgeBase Before => before;

    /// <summary>What each document adds to those before it; of very many, to what was known before all of them and those that change the same.</summary>
    public IReadOnlyList<(DocumentUpdate Update, KnowledgeBase Before)> InOrder => _inOrder.Value;

    /// <summary>What each document adds to what was known before all of them.</summary>
    public IReadOnlyList<DocumentUpdate> Together => _together ??= [.. InOrder.Select(entry => entry.Before == before ? entry.Update : new UpdateReader(before).Read(entry.Update.Document))];

    private KnowledgeBase After => _after ??= before.With(documents);

    /// <summary>Whether it is about these documents.</summary>
    public bool IsOf(KnowledgeBase known, IReadOnlyList<DocumentFacts> others) => known == before && documents.SequenceEqual(others);

    /// <summary>The answers to a question before and after.</summary>
    /// <param name="question">The question.</param>
    /// <param name="concerns">Whether the new documents may change what was answered; where not, it isn't asked again.</param>
    public (Answer Then, Answer Now)? Answers(string question, Func<Answer, bool> concerns)
    {
        if (_answers.TryGetValue(question, out var known)) return known;
        var then = before.Ask(question, Conversation.New);
        return _answers[question] = concerns(then) ? (then, After.Ask(question, Conversation.New)) : null;
    }

    private static IEnumerable<(DocumentUpdate Update, KnowledgeBase Before)> Compared(KnowledgeBase known, IReadOnlyList<DocumentFacts> documents)
    {
        var changing = new List<DocumentUpdate>();
        var comparedAgain = 0;
        foreach (var document in documents)
        {
            var (update, against) = (new UpdateReader(known).Read(document), known);
            if (documents.Count is > 1 and <= MostInOrder) known = known.With(document);
            else if (update.Changes.Count > 0)
            {
                // "Before" is what the one before it has brought.
                var same = changing.Where(earlier => earlier.Changes.Any(change => update.Changes.Any(other => other.Name == change.Name))).Select(earlier => earlier.Document).ToList();
                if (same.Count > 0 && comparedAgain++ < MostInOrder) update = new UpdateReader(against = known.With(same)).Read(document);
                changing.Add(update);
            }
            yield return (update, against);
        }
    }
}
