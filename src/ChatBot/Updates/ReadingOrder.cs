using ChatBot.Knowledge.Text;

namespace ChatBot.Updates;

/// <summary>
/// News in the order in which it is understood: "its aircraft was held" stands behind what the document says before it, be that told in the same message as the
/// answer to a watched question. Pure.
/// </summary>
internal static class ReadingOrder
{
    private static readonly HashSet<string> Pronouns = new("it its they their he his she her this these".Split(' '), StringComparer.Ordinal);

    /// <summary>The lines, each that begins with a pronoun behind the one that its document has before it.</summary>
    /// <param name="lines">The lines of one update, as they were chosen.</param>
    /// <param name="above">What answers to watched questions tell in the same message.</param>
    public static List<UpdateLine> Of(IReadOnlyList<UpdateLine> lines, IReadOnlyList<UpdateStatement> above)
    {
        var ordered = lines.ToList();
        foreach (var line in lines.Where(LeansBack).OrderBy(line => line.Now?.Start))
        {
            var before = ordered.Where(other => IsPlain(other) && IsBefore(other.Now, line.Now)).MaxBy(other => other.Now?.Start);
            if (before is null && !above.Any(told => IsBefore(told, line.Now))) continue;
            ordered.Remove(line);
            var first = ordered.FindIndex(IsPlain);
            ordered.Insert(before is not null ? ordered.IndexOf(before) + 1 : first < 0 ? ordered.Count : first, line);
        }
        return ordered;
    }

    private static bool IsBefore(UpdateStatement? one, UpdateStatement? other) => one is not null && other is not null && one.Document == other.Document && one.Start < other.Start;

    /// <summary>Whether it begins with a pronoun and nothing is said of whom that means.</summary>
    private static bool LeansBack(UpdateLine line) => IsPlain(line) && line.Now is { Who: null } now && Tokenizer.Tokenize(now.Text) is [var first, ..] && Pronouns.Contains(first.Term);

    private static bool IsPlain(UpdateLine line) => line is { About: null, Now: not null };
}
