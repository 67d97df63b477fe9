using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Tells a question of its own behind "and" or "but" ("but who paid for the dinner?") from one that lacks what the question before it has ("and for whom?"). Pure.</summary>
internal static class WholeQuestions
{
    /// <summary>Words of the shortest: what opens it, what asks, a subject and its verb.</summary>
    private const int Shortest = 5;

    private static readonly HashSet<string> Auxiliaries =
        new("is are was were will would do does did has have had can could should may might must isn't aren't wasn't weren't won't didn't doesn't hasn't haven't".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a question that begins with a joining word has a subject and a verb of its own, and points at nothing said before.</summary>
    public static bool Is(Question question)
    {
        var asking = question.Tokens.Skip(1).ToList();
        if (question.Tokens.Count < Shortest || question.Terms.Count < 2) return false;
        // "And was the gate open?"
        if (Auxiliaries.Contains(asking[0].Term)) return IsSubject(asking, 1);
        // "But who paid for the dinner?" has no other verb than its own.
        if (asking[0].Term == "who" && !asking[1].IsStopWord) return true;
        var verb = asking.FindIndex(token => Auxiliaries.Contains(token.Term));
        // "And how many cranes were sold?" names what it counts; "and how many were sold?" leaves that to the question before.
        return verb > 0 && QuestionParts.QuestionWords.Contains(asking[0].Term) && (asking.Take(verb).Any(token => !token.IsStopWord) || IsSubject(asking, verb + 1));
    }

    /// <summary>Whether a name or a noun stands there, behind its article, and something is asked of it.</summary>
    private static bool IsSubject(List<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].Term is "the" or "a" or "an" or "any") at++;
        return at + 1 < tokens.Count && !tokens[at].IsStopWord;
    }
}
