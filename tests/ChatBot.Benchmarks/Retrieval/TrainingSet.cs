using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>One question's rows in a training set.</summary>
/// <param name="Question">Number of the question in the data.</param>
/// <param name="From">Its first row.</param>
/// <param name="To">Behind its last row.</param>
/// <param name="Fold">Which fold it is held out in.</param>
/// <param name="Answerable">Whether the store it was asked of holds its answer.</param>
/// <param name="Whole">Whether it was asked of the whole collection rather than of a small part.</param>
internal readonly record struct AskedQuestion(int Question, int From, int To, int Fold, bool Answerable, bool Whole);

/// <summary>Candidates of many questions with their signals and whether they are right.</summary>
internal sealed class TrainingSet(Newwiki data, IReadOnlyList<int> folds)
{
    private readonly Workspace _workspace = new();

    public List<AskedQuestion> Asked { get; } = [];

    public List<float> Values { get; } = [];

    public List<bool> Right { get; } = [];

    public List<string> Sentence { get; } = [];

    public List<string> Document { get; } = [];

    public List<long> Paragraph { get; } = [];

    public int Rows => Right.Count;

    public ReadOnlySpan<float> Row(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Values).Slice(row * Signals.Count, Signals.Count);

    /// <summary>Asks the store and keeps the candidates.</summary>
    public void Ask(RetrievalBatch store, int question, bool answerable, bool whole, QuestionWords words)
    {
        var labelled = data.Questions[question];
        _workspace.Collect(PlainQuestion.Read(labelled.Question, store.Index), store.Index, RetrievalOptions.Default, words);
        var from = Rows;
        for (var i = 0; i < _workspace.Found.Count; i++)
        {
            var fact = store.Index.Segments[_workspace.Found[i].Segment].Facts[_workspace.Found[i].Sentence];
            var id = store.SentenceId(fact);
            foreach (var value in _workspace.SignalsOf(i)) Values.Add(value);
            Right.Add(answerable && labelled.Sentences.Contains(id));
            Sentence.Add(id);
            Document.Add(store.SourceId(fact));
            Paragraph.Add(_workspace.Paragraphs[i]);
        }
        Asked.Add(new AskedQuestion(question, from, Rows, folds[question], answerable, whole));
    }
}
