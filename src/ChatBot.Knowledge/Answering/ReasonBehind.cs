using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"The fair was put off. The reason lies in the weather. A storm …": why something is so may stand behind the sentence that tells it.</summary>
internal static class ReasonBehind
{
    /// <summary>Sentences from the one that tells what is so to the one that announces why.</summary>
    private const int Farthest = 2;

    /// <summary>A sentence of so few words announces the reason, and the next one gives it.</summary>
    private const int MostWordsOfAnnouncement = 8;

    private static readonly FrozenSet<string> Announcing = new[] { "reason", "because", "cause", "due", "owing" }.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The sentences that give the reason of the first statement; none where it gives one itself, or none is asked for.</summary>
    public static List<Statement> Of(Question question, List<Statement> told, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.Reason || !question.Tokens.Any(token => token.Term == "why") || told.Exists(statement => Announces(Tokenizer.Tokenize(statement.Fact.Text)))) return [];
        for (var step = 1; step <= Farthest; step++)
        {
            if (Behind(told[0], step, ranked) is not { } next || !Announces(next.Tokens)) continue;
            List<Statement> given = [Statement.From(next.Document, next.Fact)];
            if (next.Tokens.Count <= MostWordsOfAnnouncement && Behind(told[0], step + 1, ranked) is { } reason) given.Add(Statement.From(reason.Document, reason.Fact));
            return given;
        }
        return [];
    }

    private static bool Announces(List<Token> tokens) => tokens.Exists(token => Announcing.Contains(token.Stem));

    private static FactView? Behind(Statement statement, int step, IReadOnlyList<RankedFact> ranked)
    {
        foreach (var fact in ranked)
            if (fact.View.Document.Id == statement.Fact.Id.Document && fact.View.Fact.Id.Number == statement.Fact.Id.Number + step) return fact.View;
        return null;
    }
}
