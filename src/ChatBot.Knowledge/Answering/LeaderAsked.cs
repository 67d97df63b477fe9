using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who's in charge of the union?", "who is the boss there?": whoever holds the office at its top, by whatever name (<c>leading-words.txt</c>).</summary>
internal static class LeaderAsked
{
    private static readonly PhraseList Leading = new("leading-words.txt");

    /// <summary>
    /// The question with nothing left to be met but the body or country; null where it asks for something else, or names none. A sentence that tells of who runs it in
    /// the question's own words needs no such reading, so it is for a question that has no answer otherwise.
    /// </summary>
    public static Question? Plainly(Question question)
    {
        if (question.Expects is not (AnswerType.Person or AnswerType.Role) || question.Tokens is not [{ Term: "who" or "who's" or "whos" }, ..]) return null;
        var leading = Leading.Find(question.Tokens);
        if (leading.Count == 0 || question.Entities is not [{ Kind: EntityKind.Organisation or EntityKind.Country } led]) return null;
        if (question.Terms.Any(term => term.Entity is null && !leading.Any(at => question.Tokens[at].Stem == term.Stem))) return null;
        return question with { Expects = AnswerType.Person, Terms = [.. question.Terms.Where(term => term.Entity == led.Id)], Led = led.Id };
    }

    /// <summary>Whether a sentence names somebody with the office at the top; null where none is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question) => question.Led is { } led ? view => view.Offices.Any(office => IsOf(led, office.Role, view) && office.Groups.Any(Offices.IsTop)) : null;

    /// <summary>Whether an answer, in the question's own words, begins with a sentence that has such a word: otherwise it tells of something else that is done or answered for.</summary>
    public static bool IsTold(Answer answer) => Leading.Find(Tokenizer.Tokenize(answer.Statements[0].Text)).Count > 0;

    /// <summary>Whether an office is one of the body's: it says so, or whoever holds it stands for the body.</summary>
    private static bool IsOf(EntityId led, RoleMention role, FactView view) => role.Place is { } place ? place == led : view.Represented.Contains(led);
}
