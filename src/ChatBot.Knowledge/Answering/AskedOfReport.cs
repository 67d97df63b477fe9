using System.Collections.Frozen;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Did the mayor confirm that?", "did anybody deny it?" under something told: whether what was told stands undisputed.</summary>
internal static class AskedOfReport
{
    private static readonly FrozenSet<string> Stems = LanguageData.Stems("confirming-words.txt");

    /// <summary>Whether a question asks nothing but whether somebody confirms or denies what was told before it.</summary>
    public static bool IsAsked(Question question) =>
        question.Expects == AnswerType.YesNo && question.Tokens is [.., { Term: "that" or "it" or "this" or "so" }]
        && question.Tokens.Any(token => Stems.Contains(token.Stem)) && question.Terms.All(term => term.Entity is not null || Stems.Contains(term.Stem));

    /// <summary>"… and what did the mayor answer?": whether a part asks what somebody said to what the part before it asks for.</summary>
    public static bool IsReply(Question question) =>
        question.Entities.Count > 0 && question.Tokens is [{ Term: "what" or "how" }, ..] && question.Tokens[^1].Term is "answer" or "reply" or "respond" or "answered" or "replied" or "responded";

    /// <summary>Whether the sides shown have whom the question names, where it names anybody.</summary>
    public static bool IsOfNamed(Question question, Answer sides) =>
        question.Entities.All(named => sides.Statements.Any(statement => statement.Fact.Attribution.Speaker == named.Id || statement.Fact.Entities.Any(mention => mention.Id == named.Id)));
}
