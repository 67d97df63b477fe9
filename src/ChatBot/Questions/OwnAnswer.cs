using System.Text.RegularExpressions;

namespace ChatBot.Questions;

/// <summary>Takes out of an answer of the bot's own, forwarded or pasted, the statements that it tells: its labels, marks and source list claim nothing.</summary>
internal static partial class OwnAnswer
{
    private static readonly string[] Labels =
        [PhraseCatalogue.Latest, PhraseCatalogue.Earlier, PhraseCatalogue.SaysSo, PhraseCatalogue.SaysOtherwise, PhraseCatalogue.Before, PhraseCatalogue.NoLongerSays, PhraseCatalogue.OtherwiseSaid, PhraseCatalogue.ToldBefore];

    /// <summary>Ways in which the bot says that its documents don't tell.</summary>
    private static readonly string[] NotKnowing = [PhraseCatalogue.NotKnown, PhraseCatalogue.NotSaid, PhraseCatalogue.NoClearAnswer, PhraseCatalogue.ClaimNotFound];

    /// <summary>Whether a message is an answer of the bot's that says no more than that its documents don't tell, perhaps with what comes near.</summary>
    public static bool IsNotKnown(string message) => message.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SkipWhile(line => line.StartsWith(PhraseCatalogue.ReadAs, StringComparison.Ordinal)).FirstOrDefault() is { } first && NotKnowing.Contains(first);

    /// <summary>The statements of an answer, a line each; what is no answer, or names no source in a list, stays as it is.</summary>
    public static string StatementsOf(string message)
    {
        var lines = message.ReplaceLineEndings("\n").Split('\n');
        // Every answer that states something has marks within its lines and a list of what they stand for.
        if (!lines.Any(line => SourceLine().IsMatch(line)) || !lines.Any(line => !SourceLine().IsMatch(line) && Mark().IsMatch(line))) return message;
        var statements = lines.Where(line => !SourceLine().IsMatch(line) && Mark().IsMatch(line)).Select(StatementOf).Where(statement => statement.Length > 0).ToList();
        return statements.Count > 0 ? string.Join('\n', statements) : message;
    }

    private static string StatementOf(string line)
    {
        var text = line.Trim();
        if (Labels.FirstOrDefault(label => text.StartsWith(label + ":", StringComparison.Ordinal)) is { } told) text = text[(told.Length + 1)..];
        if (text.IndexOf(PhraseCatalogue.Likewise, StringComparison.Ordinal) is > 0 and var likewise) text = text[..likewise];
        return Mark().Replace(text, "").Trim();
    }

    /// <summary>A line of the source list, as any platform writes it.</summary>
    [GeneratedRegex(@"^[\s·>#-]*\[\d{1,2}\] \S", RegexOptions.CultureInvariant)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"\s*\[\d{1,2}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
