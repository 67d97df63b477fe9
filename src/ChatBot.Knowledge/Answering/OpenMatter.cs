using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"When the next fair will be is to be decided in May", "whether she sings was open": the sentence says that the matter is open, and the day in it is no answer to it.</summary>
internal static class OpenMatter
{
    private static readonly FrozenSet<string> Open = LanguageData.Words("open-words.txt");

    /// <summary>Whether a sentence begins with a question and says that it is open.</summary>
    public static bool Is(FactView view) =>
        view.Tokens is [{ Term: "whether" or "when" or "where" or "who" or "how" }, ..] && view.Tokens.FindIndex(token => Open.Contains(token.Term)) is > 2 and var at
        && view.Tokens.Skip(1).Take(at - 1).Any(token => token.Term is "is" or "was" or "remains" or "remained" or "are" or "were");

    /// <summary>Whether it leaves open the very thing that is asked for: "when is the next fair?"</summary>
    public static bool IsOf(Question question, FactView view) =>
        Is(view) && view.Tokens[0].Term == (question.Expects switch { AnswerType.Date => "when", AnswerType.Place => "where", AnswerType.Person => "who", AnswerType.YesNo => "whether", _ => "how" });
}
