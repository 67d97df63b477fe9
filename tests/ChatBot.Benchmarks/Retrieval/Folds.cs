namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// Parts the questions into folds so that no article's questions stand in two. The unanswerable ones name no article; they were written one article after the
/// other, so runs of neighbouring ids (which begin with the time of writing) stand in for articles.
/// </summary>
internal static class Folds
{
    public const int Count = 5;

    public static int[] Of(Newwiki data)
    {
        var titles = data.Documents.ToDictionary(document => document.Id, document => document.Title ?? "");
        var size = data.Questions.Where(question => question.Document is not null).GroupBy(question => titles[question.Document ?? ""]).Select(group => (group.Key, Count: group.Count()))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal);
        var load = new int[Count];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (title, count) in size)
        {
            var fold = Array.IndexOf(load, load.Min());
            foldOf[title] = fold;
            load[fold] += count;
        }
        var unanswerable = data.Questions.Select((question, i) => (question, i)).Where(pair => !pair.question.Answerable).OrderBy(pair => pair.question.Id, StringComparer.Ordinal).ToList();
        var folds = new int[data.Questions.Count];
        for (var k = 0; k < unanswerable.Count; k++) folds[unanswerable[k].i] = k * Count / unanswerable.Count;
        for (var i = 0; i < folds.Length; i++)
            if (data.Questions[i].Document is { } document) folds[i] = foldOf[titles[document]];
        return folds;
    }
}
