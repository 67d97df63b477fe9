using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Updates;

/// <summary>
/// What documents that are saved together add to what is known, and how questions are answered before and after them. It takes milliseconds a sentence, so each
/// part is worked out once, when it is first asked for. Not for use by several threads.
/// </summary>
/// <param name="before">What was known before.</param>
/// <param name="documents">The new documents, in order.</param>
/// <param name="mostInOrder">Of more than so many not every two are compared (<see cref="ComparesAll"/>).</param>
public sealed class NewsReading(KnowledgeBase before, IReadOnlyList<DocumentFacts> documents, int mostInOrder = NewsReading.MostInOrder)
{
    /// <summary>So many documents of one save are also compared with each other; of more, those of nearly the same text, and so many that change what another of them has changed.</summary>
    private const int MostInOrder = 12;

    /// <param name="Update">What it adds.</param>
    /// <param name="Before">To what.</param>
    /// <param name="Alone">What it adds to what was known before all of them; null: that is to be found out.</param>
    private sealed record Read(DocumentUpdate Update, KnowledgeBase Before, DocumentUpdate? Alone);

    private readonly Lazy<IReadOnlyList<Read>> _inOrder = new(() => [.. documents.Count <= mostInOrder ? OneByOne(before, documents) : Many(before, documents)]);
    private readonly Dictionary<string, (Answer Then, Answer Now)?> _answers = new(StringComparer.Ordinal);
    private IReadOnlyList<DocumentUpdate>? _together;
    private KnowledgeBase? _after;

    /// <summary>What was known before.</summary>
    public KnowledgeBase Before => before;

    /// <summary>The new documents, in order.</summary>
    public IReadOnlyList<DocumentFacts> Documents => documents;

    /// <summary>Whether every document is compared with all before it.</summary>
    public bool ComparesAll => documents.Count <= mostInOrder;

    /// <summary>What each document adds to those before it; of very many, to what was known before all of them, to those that change the same and to those of nearly the same text.</summary>
    public IEnumerable<(DocumentUpdate Update, KnowledgeBase Before)> InOrder => _inOrder.Value.Select(read => (read.Update, read.Before));

    /// <summary>What each document adds to what was known before all of them.</summary>
    public IReadOnlyList<DocumentUpdate> Together => _together ??= [.. _inOrder.Value.Select(read => read.Alone ?? new UpdateReader(before).Read(read.Update.Document))];

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

    private static IEnumerable<Read> OneByOne(KnowledgeBase before, IReadOnlyList<DocumentFacts> documents)
    {
        var known = before;
        foreach (var document in documents)
        {
            var update = new UpdateReader(known).Read(document);
            yield return new Read(update, known, known == before ? update : null);
            if (documents.Count > 1) known = known.With(document);
        }
    }

    private static IEnumerable<Read> Many(KnowledgeBase before, IReadOnlyList<DocumentFacts> documents)
    {
        var reader = new UpdateReader(before);
        var copies = new EarlierCopies();
        var changing = new List<DocumentUpdate>();
        var comparedAgain = 0;
        foreach (var document in documents)
        {
            var alone = reader.Read(document);
            var (update, against) = (alone, before);
            if (copies.Of(document) is { Count: > 0 } earlier) update = update.Without(new UpdateReader(before.Only(earlier)).Read(document));
            if (update.Changes.Count > 0)
            {
                // "Before" is what the one before it has brought.
                var same = changing.Where(one => one.Changes.Any(change => update.Changes.Any(other => other.Name == change.Name))).Select(one => one.Document).ToList();
                if (same.Count > 0 && comparedAgain++ < MostInOrder) update = new UpdateReader(against = before.With(same)).Read(document);
                changing.Add(update);
            }
            yield return new Read(update, against, alone);
        }
    }
}
