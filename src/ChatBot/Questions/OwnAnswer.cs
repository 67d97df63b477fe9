using System.Text.RegularExpressions;
using ChatBot.Knowledge;

namespace ChatBot.Questions;

/// <summary>Tells what a message of the bot's own is, and takes the statements out of an answer: its labels, marks and source list claim nothing.</summary>
internal static partial class OwnAnswer
{
    private static readonly string[] Labels =
        [PhraseCatalogue.Latest, PhraseCatalogue.AsLate, PhraseCatalogue.Earlier, PhraseCatalogue.SaysSo, PhraseCatalogue.SaysOtherwise, PhraseCatalogue.DeniedBehind, PhraseCatalogue.Before, PhraseCatalogue.NoLongerSays, PhraseCatalogue.OtherwiseSaid, PhraseCatalogue.WhatIsDenied, PhraseCatalogue.ToldBefore];

    /// <summary>Ways in which the bot says that its documents don't tell.</summary>
    private static readonly string[] NotKnowing = [PhraseCatalogue.NotKnown, PhraseCatalogue.NotSaid, PhraseCatalogue.NoClearAnswer, PhraseCatalogue.ClaimNotFound];

    /// <summary>Whether a message is an answer of the bot's that says no more than that its documents don't tell, perhaps with what comes near.</summary>
    public static bool IsNotKnown(string message) => Lines(message).Where(line => line.Length > 0).SkipWhile(line => line.StartsWith(PhraseCatalogue.ReadAs, StringComparison.Ordinal)).FirstOrDefault() is { } first && NotKnowing.Contains(first);

    /// <summary>What is said instead of a verdict where a message of the bot's own is to be checked: what it is.</summary>
    public static string WhatItIs(string message, KnowledgeBase knowledge) =>
        IsNotKnown(message) ? PhraseCatalogue.OwnNotKnown
        : IsStated(Lines(message)) ? PhraseCatalogue.OwnAnswer
        : Lines(message).Any(line => !SourceLine().IsMatch(line) && knowledge.Documents.Any(known => line.Contains(SourceLabel.Of(known.Document.Id, known.Document.Source), StringComparison.Ordinal))) ? PhraseCatalogue.OwnPassage
        : PhraseCatalogue.OwnWords;

    /// <summary>The statements of an answer, a line each; what is no answer, or names no source in a list, stays as it is.</summary>
    public static string StatementsOf(string message)
    {
        var lines = Lines(message);
        if (!IsStated(lines)) return message;
        var statements = lines.Where(line => !SourceLine().IsMatch(line) && Mark().IsMatch(line)).Select(StatementOf).Where(statement => statement.Length > 0).ToList();
        return statements.Count > 0 ? string.Join('\n', statements) : message;
    }

    /// <summary>Every answer that states something has marks within its lines and a list of what they stand for.</summary>
    private static bool IsStated(string[] lines) => lines.Any(line => SourceLine().IsMatch(line)) && lines.Any(line => !SourceLine().IsMatch(line) && Mark().IsMatch(line));

    /// <summary>The lines, without what a platform sets before small print and quotations.</summary>
    private static string[] Lines(string message) => [.. message.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimStart(' ', '\t', '>', '-', '#', '·').TrimEnd())];

    private static string StatementOf(string text)
    {
        if (Labels.FirstOrDefault(label => text.StartsWith(label + ":", StringComparison.Ordinal)) is { } told) text = text[(told.Length + 1)..];
        if (text.IndexOf(PhraseCatalogue.Likewise, StringComparison.Ordinal) is > 0 and var likewise) text = text[..likewise];
        return Mark().Replace(text, "").Trim();
    }

    /// <summary>A line of the source list, as any platform writes it.</summary>
    [GeneratedRegex(@"^\[\d{1,2}\] \S", RegexOptions.CultureInvariant)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"\s*\[\d{1,2}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
