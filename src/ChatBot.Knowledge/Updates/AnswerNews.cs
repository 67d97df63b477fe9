using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Updates;

/// <summary>That the answer to a watched question is another one now.</summary>
/// <param name="Kind"><see cref="NewsKind.New"/>: there was none before; else how it differs.</param>
/// <param name="Before">What the answer rested on before; empty where there was none.</param>
/// <param name="After">What it rests on now: statements of the new document.</param>
public sealed record AnswerNews(NewsKind Kind, IReadOnlyList<Statement> Before, IReadOnlyList<Statement> After)
{
    /// <summary>Compares the answers to one question before and after documents came in.</summary>
    /// <param name="before">The answer from what was known before.</param>
    /// <param name="after">The answer from what is known now.</param>
    /// <param name="updates">What the documents between the two added.</param>
    /// <returns>Null where the new documents don't change the answer: they say nothing of it, or the same in other words.</returns>
    public static AnswerNews? Between(Answer before, Answer after, IReadOnlyList<DocumentUpdate> updates)
    {
        if (after.Abstained) return null;
        var news = updates.SelectMany(update => update.News).ToDictionary(fact => fact.Fact.Id);
        var fresh = after.Statements.Where(statement => news.ContainsKey(statement.Fact.Id)).ToList();
        if (fresh.Count == 0) return null;
        if (before.Abstained) return new AnswerNews(NewsKind.New, [], fresh);
        // Further down an answer stands what is merely near; the news is in what leads it, or in one of its sides.
        var leading = after is Told ? after.Statements.Take(1).Select(statement => statement.Fact.Id).ToHashSet() : null;
        foreach (var statement in fresh)
        {
            if (leading is not null && !leading.Contains(statement.Fact.Id)) continue;
            if (Says(before.Statements, statement)) continue;
            var kind = news[statement.Fact.Id].Kind;
            return new AnswerNews(kind is NewsKind.New or NewsKind.Restated ? NewsKind.Changed : kind, before.Statements, [statement]);
        }
        return null;
    }

    /// <summary>Whether one of the statements gives the same value, or the same words.</summary>
    private static bool Says(IReadOnlyList<Statement> known, Statement statement)
    {
        foreach (var other in known)
        {
            if (other.ValueText is { } a && statement.ValueText is { } b && Folding.Fold(a) == Folding.Fold(b)) return true;
            foreach (var value in statement.Fact.Attributes)
                foreach (var same in other.Fact.Attributes)
                    if (value.Attribute == same.Attribute && value.Entity == same.Entity && IsTyped(value) && Sides.Agree(value, same)) return true;
            if (Sketch.Of(other.Fact.Text).Likeness(Sketch.Of(statement.Fact.Text)) >= Sketch.NearlySame) return true;
        }
        return false;
    }

    private static bool IsTyped(AttributeValue value) => value.Dates is not null || value.Named is not null || value.Number is not null || value.Yes is not null;
}
