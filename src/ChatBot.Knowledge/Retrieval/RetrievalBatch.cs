using System.Diagnostics;
using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>A document of a collection: for the batch form a document is one paragraph.</summary>
/// <param name="Id">Its id in the collection; any text.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Text">Its text.</param>
public sealed record CollectionDocument(string Id, string? Title, string Text);

/// <summary>A sentence of a collection's document.</summary>
/// <param name="Id">Its id in the collection.</param>
/// <param name="Document">Its document's id.</param>
/// <param name="Text">Its text.</param>
public sealed record CollectionSentence(string Id, string Document, string Text);

/// <summary>What was found in a collection for one question.</summary>
/// <param name="Documents">Ids of the documents, best first, ten at most.</param>
/// <param name="Scores">Their scores.</param>
/// <param name="Sentence">Id of the one sentence that answers best; null where nothing was found.</param>
/// <param name="SentenceScore">Its score.</param>
/// <param name="Confidence">Probability that this sentence answers.</param>
/// <param name="Micros">How long it took, in microseconds.</param>
public sealed record CollectionResult(
    IReadOnlyList<string> Documents, IReadOnlyList<double> Scores, string? Sentence, double SentenceScore, double Confidence, double Micros);

/// <summary>Searches any collection of documents, with no topic: the core of <c>chatbot retrieve</c>.</summary>
public sealed class RetrievalBatch
{
    private readonly Retriever _retriever;
    private readonly Dictionary<FactId, string> _sentences = [];
    private readonly List<string> _documents = [];

    /// <summary>Indexes a collection. A document without sentences of its own is cut into sentences here, which then go by "id.0", "id.1" ….</summary>
    /// <exception cref="ArgumentException">Two documents have one id, or a sentence names a document that isn't there.</exception>
    public RetrievalBatch(IReadOnlyList<CollectionDocument> documents, IReadOnlyList<CollectionSentence> sentences) : this(documents, sentences, new Retriever())
    {
    }

    internal RetrievalBatch(IReadOnlyList<CollectionDocument> documents, IReadOnlyList<CollectionSentence> sentences, Retriever retriever)
    {
        _retriever = retriever;
        var bySource = new Dictionary<string, List<CollectionSentence>>(StringComparer.Ordinal);
        foreach (var document in documents)
            if (!bySource.TryAdd(document.Id, [])) throw new ArgumentException($"Two documents have the id '{document.Id}'.", nameof(documents));
        foreach (var sentence in sentences)
        {
            if (!bySource.TryGetValue(sentence.Document, out var list))
                throw new ArgumentException($"The sentence '{sentence.Id}' names the document '{sentence.Document}', which is not among the documents.", nameof(sentences));
            list.Add(sentence);
        }
        Index = IndexSnapshot.Build(documents.Select(document => Read(document, bySource[document.Id])));
    }

    internal IndexSnapshot Index { get; }

    /// <summary>Searches for one question.</summary>
    public CollectionResult Find(string question)
    {
        var started = Stopwatch.GetTimestamp();
        var ranking = _retriever.Rank(PlainQuestion.Read(question), Index, RetrievalOptions.Default with { Evidence = 100 });
        var documents = new List<string>();
        var scores = new List<double>();
        foreach (var evidence in ranking.Evidence)
        {
            var id = SourceId(evidence.Fact);
            if (documents.Contains(id)) continue;
            documents.Add(id);
            scores.Add(evidence.Score);
            if (documents.Count == 10) break;
        }
        var micros = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        return ranking.Evidence.Count == 0
            ? new CollectionResult([], [], null, 0, 0, micros)
            : new CollectionResult(documents, scores, SentenceId(ranking.Evidence[0].Fact), ranking.Evidence[0].Score, ranking.Evidence[0].Confidence, micros);
    }

    internal string SentenceId(Fact fact) => _sentences[fact.Id];

    internal string SourceId(Fact fact) => _documents[int.Parse(fact.Id.Document.Value.AsSpan(1), CultureInfo.InvariantCulture)];

    /// <summary>Ids of a collection may be any text, so the index numbers the documents itself.</summary>
    private DocumentFacts Read(CollectionDocument source, List<CollectionSentence> sentences)
    {
        var id = DocumentId.Parse(string.Create(CultureInfo.InvariantCulture, $"d{_documents.Count}"));
        _documents.Add(source.Id);
        var (text, spans) = Place(source.Text, sentences);
        var facts = new List<Fact>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            var factId = new FactId(id, i + 1);
            _sentences[factId] = i < sentences.Count ? sentences[i].Id : string.Create(CultureInfo.InvariantCulture, $"{source.Id}.{i}");
            facts.Add(new Fact
            {
                Id = factId, Locator = new PassageLocator(ParagraphKind.Body, 1), SentenceNumber = i + 1, Span = spans[i], Text = spans[i].Of(text),
            });
        }
        var whole = new TextSpan(0, text.Length);
        var document = new Document
        {
            Id = id, Source = new DocumentSource(Title: source.Title), Received = text, Text = text,
            Map = new SourceMap(text.Length == 0 ? [] : [new SourceMap.Run(0, text.Length, 0, text.Length)]),
            Paragraphs = text.Length == 0 ? [] : [new Paragraph(new PassageLocator(ParagraphKind.Body, 1), whole, [.. spans.Select((span, i) => new Sentence(i + 1, span))])],
        };
        return new DocumentFacts(document, facts);
    }

    /// <summary>Where the sentences stand in the text; where they can't all be found in order, the text is made of the sentences instead.</summary>
    private static (string Text, List<TextSpan> Spans) Place(string text, List<CollectionSentence> sentences)
    {
        if (sentences.Count == 0) return (text, SentenceSplitter.Split(text));
        var spans = new List<TextSpan>(sentences.Count);
        var from = 0;
        foreach (var sentence in sentences)
        {
            var at = text.IndexOf(sentence.Text, from, StringComparison.Ordinal);
            if (at < 0) break;
            spans.Add(new TextSpan(at, sentence.Text.Length));
            from = at + sentence.Text.Length;
        }
        if (spans.Count == sentences.Count) return (text, spans);
        spans.Clear();
        from = 0;
        foreach (var sentence in sentences)
        {
            spans.Add(new TextSpan(from, sentence.Text.Length));
            from += sentence.Text.Length + 1;
        }
        return (string.Join(' ', sentences.Select(sentence => sentence.Text)), spans);
    }
}
