using ChatBot.Knowledge.Updates;

namespace ChatBot.Updates;

/// <summary>
/// Of what one message tells, several stages of one thing become its last: what was replaced before it was told is left out, and what was so before is what
/// was so before the first of them. Pure.
/// </summary>
internal static class LastState
{
    private sealed record Stage(int Update, UpdateLine Line);

    /// <summary>The same updates in their order, without what is over; an update of which nothing is left is left out.</summary>
    /// <param name="updates">In the order in which they came, held against the documents, each with the lines that are for the chat.</param>
    public static List<StoredUpdate> Of(IReadOnlyList<StoredUpdate> updates)
    {
        var stages = new List<Stage>();
        var answers = new Dictionary<(string, bool), (int First, int Last)>();
        for (var i = 0; i < updates.Count; i++)
            if (updates[i].Question is { } question) answers[(question, updates[i].Content.IsCorrection)] = (answers.TryGetValue((question, updates[i].Content.IsCorrection), out var known) ? known.First : i, i);
            else foreach (var line in updates[i].Content.Lines) Add(stages, i, updates[i].Document, line);
        var last = updates.Select((update, i) => update with { Content = update.Content with { Lines = [.. stages.Where(stage => stage.Update == i && !stage.Line.IsOver && !IsDenied(stage, stages)).Select(stage => stage.Line)] } }).ToList();
        foreach (var (first, at) in answers.Values) last[at] = first == at ? updates[at] : Answer(updates[first], updates[at]);
        return [.. last.Where(update => update.Content.Lines.Count > 0 && !(update.Question is not null && update.Content.Lines[0].IsOver))];
    }

    /// <summary>Whether another document's news, later in the message, deny it: there it stands as what was said before.</summary>
    private static bool IsDenied(Stage stage, List<Stage> stages) => stage.Line.Now is { } now
        && stages.Exists(later => later.Update > stage.Update && later.Line is { IsReversal: true, IsOver: false, Before: [var first, ..] } && ToldMeanwhile.AreOfOneSentence(first, now));

    private static void Add(List<Stage> stages, int update, string document, UpdateLine line)
    {
        var own = line.Before.FirstOrDefault(before => before.Document == document);
        bool Precedes(Stage stage) => own is not null && stage.Line.Now is { } said && said.Document == own.Document && said.Text == own.Text;
        if ((stages.FindLast(stage => Precedes(stage) && stage.Line.About == line.About) ?? stages.FindLast(Precedes)) is { } earlier)
        {
            stages.Remove(earlier);
            if (Joined(earlier.Line, line, document) is not { } joined) return;
            line = joined;
        }
        stages.Add(new Stage(update, line));
    }

    /// <summary>Two stages as one; null where they come to nothing.</summary>
    private static UpdateLine? Joined(UpdateLine first, UpdateLine second, string document)
    {
        var before = first.Before.FirstOrDefault(statement => statement.Document == document);
        if (second.Now is not { } now) return before is null ? null : second with { Before = [before] };
        var others = second.Before.Where(statement => statement.Document != document).ToList();
        if (before is not null) return before.Text == now.Text ? null : second with { Before = [before, .. others] };
        // The reader knows nothing of what the document said in between; what others say was so before only if the document's first word was that it has changed.
        if (others.Count > 0) return second with { Kind = first.Kind == NewsKind.Changed ? NewsKind.Changed : NewsKind.Contradicting, Before = others };
        // What nobody had said otherwise than is news still; what others had, and this one says as they do again, never was.
        return first.Before.Count > 0 ? null : second with { Kind = first.Kind, Before = [] };
    }

    /// <summary>The answer to a watched question as it is at last, with what it was before the first.</summary>
    private static StoredUpdate Answer(StoredUpdate first, StoredUpdate last)
    {
        var (started, line) = (first.Content.Lines[0], last.Content.Lines[0]);
        var then = first.Content.Then ?? started.Before;
        var says = line.Says.Select(statement => statement.Text).ToHashSet(StringComparer.Ordinal);
        if (says.SetEquals(then.Select(statement => statement.Text))) return last with { Content = last.Content with { Lines = [] } };
        if (last.Content.IsCorrection) return last;
        var kind = line.Now is not null && started.Kind == NewsKind.New ? NewsKind.New : line.Kind;
        return last with { Content = last.Content with { Lines = [line with { Kind = kind, Before = [.. then.Where(statement => !says.Contains(statement.Text))] }, .. last.Content.Lines.Skip(1)] } };
    }
}
