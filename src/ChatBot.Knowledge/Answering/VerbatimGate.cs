using ChatBot.Knowledge.Documents;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// The last look before anything is sent: every statement must stand, character by character, at its cited place in the stored document.
/// What doesn't is taken out.
/// </summary>
public static class VerbatimGate
{
    /// <summary>A statement that failed, and why.</summary>
    public sealed record Violation(Statement Statement, string Reason);

    /// <summary>The violations among <paramref name="statements"/>; empty where all of them stand.</summary>
    /// <param name="statements">What is about to be sent.</param>
    /// <param name="stored">Finds the document as stored; null where it is gone.</param>
    public static IReadOnlyList<Violation> Check(IEnumerable<Statement> statements, Func<DocumentId, Document?> stored)
    {
        List<Violation>? violations = null;
        foreach (var statement in statements)
            if (Fault(statement, stored) is { } reason) (violations ??= []).Add(new Violation(statement, reason));
        return violations ?? (IReadOnlyList<Violation>)[];
    }

    private static string? Fault(Statement statement, Func<DocumentId, Document?> stored)
    {
        var citation = statement.Citation;
        if (stored(citation.Document) is not { } document) return $"the document {citation.Document} is not stored";
        if (citation.Span.Start < 0 || citation.Span.End > document.Text.Length) return $"the passage lies outside the document {citation.Document}";
        return document.Text.AsSpan(citation.Span.Start, citation.Span.Length).SequenceEqual(statement.Text)
            ? null
            : $"the words do not stand at characters {citation.Span.Start} to {citation.Span.End} of {citation.Document}";
    }
}
