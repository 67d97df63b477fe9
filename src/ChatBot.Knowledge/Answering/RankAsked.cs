using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who came third?": only a sentence that puts somebody in that place tells; neither "33rd" nor "a third of the budget" does (<c>place-ranks.txt</c>).</summary>
internal static class RankAsked
{
    private static readonly FrozenDictionary<string, int> Places = LanguageData.Lines("place-ranks.txt").SelectMany((line, place) => line.Split(' ').Select(word => (word, place)))
        .ToFrozenDictionary(each => each.word, each => each.place, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Placing = "came come comes coming finished finish finishes finishing placed ranked was were is ended".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a sentence may answer; null where no place is asked for. Who came third last year isn't who came third.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        if (AskedAt(question) is not { } at) return null;
        var place = Places[question.Tokens[at].Term];
        var isOfNow = question.Dates.Count == 0 && OtherEdition.Asked(question) is null;
        return view => Gives(view.Tokens, place) && !(isOfNow && OtherEdition.IsOfYearBefore(view));
    }

    /// <summary>The question without the verb: to come third is to be third.</summary>
    public static Question WithoutVerb(Question question) => AskedAt(question) is { } at
        ? question with { Expects = AnswerType.Person, Terms = [.. question.Terms.Where(term => term.Entity is not null || term.Stem != question.Tokens[at - 1].Stem)] } : question;

    private static int? AskedAt(Question question)
    {
        if (question.Expects is not (AnswerType.Person or AnswerType.Role)) return null;
        for (var i = 1; i < question.Tokens.Count; i++)
            if (IsPlaced(question.Tokens, i)) return i;
        return null;
    }

    /// <summary>"Came third", "third was Berg", "took third place"; "the third was …" counts up, and "came second last year" puts nobody last.</summary>
    private static bool Gives(List<Token> tokens, int place)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Places.TryGetValue(tokens[i].Term, out var own) || own != place) continue;
            if (IsPlaced(tokens, i) || IsFollowedByPlaced(tokens, i) || IsOneOfSeveral(tokens, i)) return true;
        }
        return false;
    }

    private static bool IsPlaced(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && Places.ContainsKey(tokens[i].Term) && Placing.Contains(tokens[i - 1].Term) && (i + 1 == tokens.Count || IsMargin(tokens[i + 1]));

    /// <summary>"Was last seen", "is third time lucky": a word that belongs to the rank follows.</summary>
    private static bool IsMargin(Token next) => next.IsStopWord || next.IsCapitalised || next.IsNumber || next.Term is "place" or "last" or "behind" or "ahead" or "overall";

    private static bool IsFollowedByPlaced(List<Token> tokens, int i) =>
        i + 1 < tokens.Count && (tokens[i + 1].Term == "place" || Placing.Contains(tokens[i + 1].Term) && (i == 0 || tokens[i - 1].Term is not ("the" or "a")));

    /// <summary>"Berg came second and Holm third".</summary>
    private static bool IsOneOfSeveral(List<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].IsCapitalised && Enumerable.Range(0, i).Any(before => IsPlaced(tokens, before));
}
