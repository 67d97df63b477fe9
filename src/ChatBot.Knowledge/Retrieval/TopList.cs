namespace ChatBot.Knowledge.Retrieval;

/// <summary>The highest few of many scores, highest first; of equal ones the earlier.</summary>
internal sealed class TopList
{
    private readonly List<(int Item, float Score)> _items = [];

    /// <summary>What was taken last.</summary>
    public IReadOnlyList<(int Item, float Score)> Items => _items;

    /// <summary>Takes the <paramref name="count"/> highest scores above 0 among the items that <paramref name="allowed"/> lets pass.</summary>
    public void Take(ReadOnlySpan<float> scores, int count, Func<int, bool> allowed)
    {
        _items.Clear();
        var floor = 0f;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > floor && allowed(i)) floor = Insert(i, scores[i], count, floor);
    }

    /// <summary>Takes the highest scores, zeros too.</summary>
    public void TakeAll(ReadOnlySpan<float> scores, int count)
    {
        _items.Clear();
        var floor = float.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
            if (scores[i] > floor) floor = Insert(i, scores[i], count, floor);
    }

    /// <summary>Keeps the list sorted by insertion (it is short) and returns the score that the next must exceed.</summary>
    private float Insert(int item, float score, int count, float floor)
    {
        if (count <= 0) return float.PositiveInfinity;
        if (_items.Count == count) _items.RemoveAt(count - 1);
        var at = _items.Count;
        while (at > 0 && _items[at - 1].Score < score) at--;
        _items.Insert(at, (item, score));
        return _items.Count == count ? _items[^1].Score : floor;
    }
}
