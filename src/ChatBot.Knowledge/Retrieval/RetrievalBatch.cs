using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>A document of a collection: for the batch form a document is one paragraph.</summary>
/// <param name="Id">Its id in the collection; any text.</param>
/// <param name="Text">Its text.</param>
/// <param name="Title">Its title, or null.</param>
public sealed record CollectionDocument(string Id, string Text, string? Title = null);

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
    private readonly FactExtractor _extractor = new(Topic.None);
    private readonly Dictionary<FactId, (string Document, string Sentence)> _sources = [];
    private int _articles;

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
        var articles = documents.GroupBy(document => document.Title is { Length: > 0 } title ? (title, "") : ("", document.Id));
        Index = IndexSnapshot.Build(articles.Select(article => ReadArticle(article.First().Title, [.. article], bySource)));
    }

    internal IndexSnapshot Index { get; }

    internal RetrievalOptions Options { get; init; } = RetrievalOptions.Default with { Evidence = 1 };

    /// <summary>Searches for one question.</summary>
    public CollectionResult Find(string question)
    {
        var started = Stopwatch.GetTimestamp();
        var ranking = _retriever.Rank(PlainQuestion.Read(question, Index), Index, Options);
        var best = ranking.Paragraphs.Take(10).ToList();
        var micros = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        return ranking.Evidence.Count == 0
            ? new CollectionResult([], [], null, 0, 0, micros)
            : new CollectionResult(
                [.. best.Select(entry => SourceId(entry.Best))], [.. best.Select(entry => entry.Score)], SentenceId(ranking.Evidence[0].Fact), ranking.Evidence[0].Score, ranking.Evidence[0].Confidence, micros);
    }

    internal string SentenceId(Fact fact) => _sources[fact.Id].Sentence;

    internal string SourceId(Fact fact) => _sources[fact.Id].Document;

    /// <summary>
    /// Documents of one title are the paragraphs of one article, whose other paragraphs say what it is about. Ids of a collection may be any text, so the index
    /// numbers the articles itself.
    /// </summary>
    private DocumentFacts ReadArticle(string? title, IReadOnlyList<CollectionDocument> parts, Dictionary<string, List<CollectionSentence>> sentences)
    {
        var id = DocumentId.Parse(string.Create(CultureInfo.InvariantCulture, $"d{_articles++}"));
        var text = new StringBuilder();
        var paragraphs = new List<Paragraph>();
        var sources = new List<(string Document, string Sentence)>();
        foreach (var part in parts)
        {
            var own = sentences[part.Id];
            var (partText, spans) = Place(part.Text, own);
            if (spans.Count == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            var from = text.Length;
            text.Append(partText);
            paragraphs.Add(new Paragraph(
                new PassageLocator(ParagraphKind.Body, paragraphs.Count + 1), new TextSpan(from, partText.Length),
                [.. spans.Select((span, i) => new Sentence(i + 1, span with { Start = span.Start + from }))]));
            for (var i = 0; i < spans.Count; i++)
                sources.Add((part.Id, i < own.Count ? own[i].Id : string.Create(CultureInfo.InvariantCulture, $"{part.Id}.{i}")));
        }
        var received = text.ToString();
        var document = new Document
        {
            Id = id, Source = new DocumentSource(Title: title), Received = received, Text = received,
            Map = new SourceMap(received.Length == 0 ? [] : [new SourceMap.Run(0, received.Length, 0, received.Length)]), Paragraphs = paragraphs,
        };
        var facts = _extractor.Extract(document);
        for (var i = 0; i < facts.Count; i++) _sources[facts[i].Id] = sources[i];
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
