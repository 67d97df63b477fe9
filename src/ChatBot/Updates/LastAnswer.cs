using ChatBot.Knowledge.Updates;

namespace ChatBot.Updates;

/// <summary>Makes one of the several answers that a question has had, one after another, before any was told. Pure.</summary>
internal static class LastAnswer
{
    /// <summary>The last that holds, with what was so before the first of all and what is new since; null where the answer is again what it was, and nothing is new beside it.</summary>
    /// <param name="stages">In their order, held against the documents; at least one holds.</param>
    public static StoredUpdate? Of(IReadOnlyList<StoredUpdate> stages)
    {
        var (first, last) = (stages[0], stages.Last(stage => !stage.IsOver));
        var then = first.Content.Then ?? first.Content.Lines[0].Before;
        if (last.Content.IsCorrection) return stages.Count == 1 ? last : Correction(last, then);
        var news = News(stages, last);
        var line = last == first ? last.Content.Lines[0] : Leading(stages, last, then);
        if (line.Kind == NewsKind.Restated && news.Count == 0) return null;
        return last with { Content = last.Content with { Lines = [line, .. news.Select(one => Without(one, news))], Then = then } };
    }

    /// <summary>What leads the answer at last, against what it was before the first stage.</summary>
    private static UpdateLine Leading(IReadOnlyList<StoredUpdate> stages, StoredUpdate last, IReadOnlyList<UpdateStatement> then)
    {
        var line = last.Content.Lines[0];
        if (stages.Where(stage => !stage.IsOver).Select(stage => stage.Content.Lines[0].Kind).LastOrDefault(kind => kind != NewsKind.Restated) is not (var kind and not NewsKind.Restated)) return line;
        var before = NotAmong(then, line.Says);
        // Of more sides than an answer shows, one that was known and stands is not gone.
        var stands = line.Further > 0 ? before.Where(statement => !statement.IsPast).ToList() : [];
        var isBack = line.Now is not null && line.Says.Any() && then.Count > 0 && AllAmong(line.Says, then) && AllAmong(then, line.Says);
        return line with
        {
            Kind = isBack ? NewsKind.Restated : line.Now is not null && stages[0].Content.Lines[0].Kind == NewsKind.New ? NewsKind.New : line.Kind == NewsKind.Restated ? kind : line.Kind,
            Before = isBack ? [] : NotAmong(before, stands),
            Beside = isBack ? null : stands.Count == 0 ? line.Beside : [.. line.Beside ?? [], .. stands],
            Further = Math.Max(0, line.Further - stands.Count),
        };
    }

    /// <summary>What is new and doesn't lead, of all stages, as far as it stands: a stage that was never told is no "before".</summary>
    private static List<UpdateLine> News(IReadOnlyList<StoredUpdate> stages, StoredUpdate last)
    {
        var leading = last.Content.Lines[0].Says.ToList();
        var untold = new List<UpdateStatement>();
        var news = new List<UpdateLine>();
        foreach (var stage in stages)
        {
            news.AddRange(stage.Content.Lines.Skip(1).Where(line => !line.IsOver && !leading.Exists(other => other.Text == line.Now?.Text)).Select(line => line with { Before = NotAmong(line.Before, untold) }));
            untold.AddRange(stage.Content.Lines.Skip(1).SelectMany(line => line.Says));
        }
        return [.. Enumerable.Reverse(news).DistinctBy(line => line.Now?.Text).Reverse()];
    }

    /// <summary>What one of them gives as another source's word is told as the news that it is.</summary>
    private static UpdateLine Without(UpdateLine line, List<UpdateLine> told) =>
        line.Beside is { } beside ? line with { Beside = [.. beside.Where(statement => !told.Exists(other => other.Now?.Text == statement.Text))] } : line;

    /// <summary>What the chat was told last is what a correction begins with, and what it ends with where that holds again.</summary>
    private static StoredUpdate? Correction(StoredUpdate last, IReadOnlyList<UpdateStatement> then)
    {
        var line = last.Content.Lines[0];
        if (NotAmong(then, line.Says).Count == 0 && NotAmong(line.Says, then).Count == 0) return null;
        // What was told in between is what the first of them took the place of, not what one of them said unheard.
        var told = NotAmong(then, line.Says);
        line = line.Kind == NewsKind.Restated ? line with { Before = told } : line with { Between = NotAmong(told, line.Before) is { Count: > 0 } between ? between : null };
        return last with { Content = last.Content with { Lines = [line], Then = then } };
    }

    private static bool AllAmong(IEnumerable<UpdateStatement> statements, IEnumerable<UpdateStatement> others) => statements.All(statement => others.Any(statement.SaysAs));

    private static List<UpdateStatement> NotAmong(IEnumerable<UpdateStatement> statements, IEnumerable<UpdateStatement> others) =>
        [.. statements.Where(statement => !others.Any(other => other.Text == statement.Text))];
}
