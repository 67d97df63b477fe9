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

    /// <summary>What may be sent of <paramref name="answer"/>: the same without statements that fail, which are told; not known where none is left.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="stored">Finds the document as stored; null where it is gone.</param>
    public static (Answer Answer, IReadOnlyList<Violation> Violations) Admit(Answer answer, Func<DocumentId, Document?> stored)
    {
        var violations = Check(answer is NotKnown unknown ? unknown.Nearest : answer.Statements, stored);
        return (violations.Count == 0 ? answer : Without(answer, [.. violations.Select(violation => violation.Statement)]), violations);
    }

    private static Answer Without(Answer answer, HashSet<Statement> failed)
    {
        switch (answer)
        {
            case Told told when Standing(told.Found) is { Count: > 0 } found: return told with { Found = found };
            case Disputed disputed when Sides(disputed.Sides) is { Count: > 1 } sides: return disputed with { Sides = sides, Besides = Standing(disputed.Besides) };
            case Changed changed when Sides(changed.Steps) is { Count: > 1 } steps: return changed with { Steps = steps, Besides = Standing(changed.Besides) };
            case NotKnown unknown: return unknown with { Nearest = Standing(unknown.Nearest) };
        }
        // One side of a disagreement alone would look like agreement.
        return new NotKnown([]) { Question = answer.Question, Reasons = answer.Reasons };

        List<Statement> Standing(IEnumerable<Statement> statements) => [.. statements.Where(statement => !failed.Contains(statement))];

        List<Side> Sides(IEnumerable<Side> sides) =>
            [.. sides.Select(side => side with { Statements = Standing(side.Statements) }).Where(side => side.Statements.Count > 0)];
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
