using ChatBot.Knowledge.Updates;

namespace ChatBot.Updates;

/// <summary>
/// Holds a document's news against what the chat is told besides: what the answer to a watched question or a correction says is not told again, nor what a
/// later document's news, told while it waited, have overtaken. Pure.
/// </summary>
internal static class ToldMeanwhile
{
    /// <summary>The news without what is told elsewhere; of what a later document says otherwise, with that.</summary>
    /// <param name="update">What is to be told, held against the documents.</param>
    /// <param name="told">What the chat was told since it came, each with the lines that were for the chat.</param>
    /// <param name="together">What stands in the same message.</param>
    /// <param name="known">Other documents' news since, whether or not the chat was told.</param>
    public static StoredUpdate Without(StoredUpdate update, IReadOnlyList<StoredUpdate> told, IReadOnlyList<StoredUpdate> together, IReadOnlyList<StoredUpdate> known)
    {
        if (update.Question is not null) return update;
        var answers = told.Concat(together).Where(other => other.Question is not null).ToList();
        List<UpdateLine> After(IEnumerable<StoredUpdate> others) => [.. others.Where(other => other.Id > update.Id).SelectMany(other => other.Content.Lines)];
        var (toldLater, knownLater) = (After(told), After(known));
        var lines = new List<UpdateLine>();
        foreach (var line in update.Content.Lines)
        {
            if (IsTold(line, update, answers)) continue;
            var overtaking = toldLater.FindLast(other => Overtakes(other, line));
            // A later value is told already, with this one as what was before it; where the two compete, both are.
            if (overtaking is { Kind: NewsKind.Changed }) continue;
            lines.Add((overtaking ?? knownLater.FindLast(other => Overtakes(other, line))) is { } since ? line with { Since = since.Now } : line);
        }
        return update with { Content = update.Content with { Lines = lines } };
    }

    /// <summary>
    /// The news of one message without what later news of it have overtaken that an answer tells in their place: alone it would stand there as what is so now.
    /// </summary>
    /// <param name="together">In the order in which they came.</param>
    public static IReadOnlyList<StoredUpdate> WithoutOvertaken(IReadOnlyList<StoredUpdate> together)
    {
        var answers = together.Where(update => update.Question is not null).ToList();
        if (!answers.Exists(answer => answer.Content.Lines.Count > 0)) return together;
        var left = new List<StoredUpdate>();
        var untold = new List<(long Update, UpdateLine Line)>();
        foreach (var update in together.Reverse())
        {
            var lines = update.Question is not null ? update.Content.Lines : [.. update.Content.Lines.Where(line => !untold.Exists(later => later.Update > update.Id && Overtakes(later.Line, line)))];
            untold.AddRange(update.Content.Lines.Where(line => update.Question is null && line.Kind == NewsKind.Changed && (!lines.Contains(line) || IsTold(line, update, answers))).Select(line => (update.Id, line)));
            left.Add(update with { Content = update.Content with { Lines = lines } });
        }
        left.Reverse();
        return left;
    }

    private static bool IsTold(UpdateLine line, StoredUpdate update, List<StoredUpdate> answers) =>
        answers.Exists(answer => answer.Content.Lines.Any(told => IsTold(line, told, isOfIts: answer.Document == update.Document)));

    /// <summary>Whether an answer says what a line does, or, being another because of what its document says no more, that.</summary>
    private static bool IsTold(UpdateLine line, UpdateLine answer, bool isOfIts) =>
        line.Now is { } now ? answer.Says.Any(said => AreOfOneSentence(said, now)) : isOfIts && line.Before.All(gone => answer.Before.Any(said => AreOfOneSentence(said, gone)));

    private static bool Overtakes(UpdateLine later, UpdateLine line) => later.Now is { IsPast: false } && line.Now is { } now && !AreOfOneSentence(later.Now, now)
        && (later.About is not null && later.About == line.About || later.Before.Any(before => AreOfOneSentence(before, now)));

    /// <summary>Whether two are words of one sentence, wherever that stands in the versions of its document.</summary>
    public static bool AreOfOneSentence(UpdateStatement one, UpdateStatement other) =>
        one.Document == other.Document && (one.Text.Contains(other.Text, StringComparison.Ordinal) || other.Text.Contains(one.Text, StringComparison.Ordinal));
}
