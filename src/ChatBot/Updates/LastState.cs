using ChatBot.Knowledge.Updates;

namespace ChatBot.Updates;

/// <summary>What is left of the news of one message (<see cref="LastState"/>).</summary>
/// <param name="Updates">Those that hold, in their order; an update of which nothing is left is left out.</param>
/// <param name="Undone">The lines of those that came to nothing, by their updates' numbers and their own: at last all was as before.</param>
internal sealed record LastNews(IReadOnlyList<StoredUpdate> Updates, IReadOnlySet<(long Update, int Line)> Undone);

/// <summary>
/// Of what one message tells, several stages of one thing become its last: what was replaced before it was told is left out, and what was so before is what
/// was so before the first of them. Pure.
/// </summary>
internal static class LastState
{
    /// <param name="Update">The place of its update.</param>
    /// <param name="Line">What is told of it.</param>
    /// <param name="Lines">The lines that it has come from, itself among them.</param>
    private sealed record Stage(int Update, UpdateLine Line, IReadOnlyList<(long Update, int Line)> Lines);

    /// <summary>The same updates in their order, without what is over.</summary>
    /// <param name="updates">In the order in which they came, held against the documents, each with the lines that are for the chat.</param>
    public static LastNews Of(IReadOnlyList<StoredUpdate> updates)
    {
        var stages = new List<Stage>();
        var undone = new HashSet<(long, int)>();
        for (var i = 0; i < updates.Count; i++)
            if (updates[i].Question is null)
                foreach (var line in updates[i].Content.Lines) Add(stages, undone, i, updates[i], line);
        var last = updates.Select((update, i) => update with { Content = update.Content with { Lines = [.. stages.Where(stage => stage.Update == i && !stage.Line.IsOver && !IsDenied(stage, stages)).Select(stage => stage.Line)] } }).ToList();
        foreach (var stagesOf in updates.Select((update, i) => (Update: update, At: i)).Where(one => one.Update.Question is not null).GroupBy(one => (one.Update.Question, one.Update.Content.IsCorrection)))
        {
            if (stagesOf.All(one => one.Update.IsOver)) continue;
            if (LastAnswer.Of([.. stagesOf.Select(one => one.Update)]) is { } answer) last[stagesOf.Last(one => !one.Update.IsOver).At] = answer;
            else undone.UnionWith(stagesOf.SelectMany(one => one.Update.Content.Lines.Select(line => (one.Update.Id, line.Number))));
        }
        return new LastNews([.. ToldMeanwhile.WithoutOvertaken(last).Where(update => update.Content.Lines.Count > 0)], undone);
    }

    /// <summary>Whether another document's news, later in the message, deny or change it: there it stands as what was said before.</summary>
    private static bool IsDenied(Stage stage, List<Stage> stages) => stage.Line.Now is { } now
        && stages.Exists(later => later != stage && later.Update >= stage.Update && Reverses(later.Line, isSame: later.Update == stage.Update) && ToldMeanwhile.AreOfOneSentence(later.Line.Before[0], now));

    /// <summary>Whether a line says of what stands before it that it isn't so, or is so no more; of news of the same document only one that judges a sentence beside it does ("This was wrong.").</summary>
    private static bool Reverses(UpdateLine line, bool isSame) => line is { IsOver: false, Now: not null, Before.Count: > 0 } && (line.IsJudgement || !isSame && (line.IsReversal || line.IsDenial || line.Kind == NewsKind.Changed));

    private static void Add(List<Stage> stages, HashSet<(long, int)> undone, int at, StoredUpdate update, UpdateLine line)
    {
        var own = line.Before.FirstOrDefault(before => before.Document == update.Document);
        IReadOnlyList<(long, int)> lines = [(update.Id, line.Number)];
        bool Precedes(Stage stage) => own is not null && !line.IsJudgement && stage.Line.Now is { } said && said.Document == own.Document && said.Text == own.Text;
        if ((stages.FindLast(stage => Precedes(stage) && stage.Line.About == line.About) ?? stages.FindLast(Precedes)) is { } earlier)
        {
            stages.Remove(earlier);
            lines = [.. earlier.Lines, .. lines];
            if (Joined(earlier.Line, line, update.Document) is not { } joined)
            {
                undone.UnionWith(lines);
                return;
            }
            line = joined;
        }
        stages.Add(new Stage(at, line, lines));
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
}
