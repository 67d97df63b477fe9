using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>"The council voted on Thursday to close the road": the day of the vote is not the day on which the road is closed.</summary>
internal static class DecidingDates
{
    /// <summary>Words from the verb to the "to" of what is decided.</summary>
    private const int Farthest = 6;

    private static readonly FrozenSet<string> Verbs = LanguageData.Words("deciding-verbs.txt");

    /// <summary>The dates, less the day of a decision where the question asks for nothing but what was decided.</summary>
    public static IReadOnlyList<DateMention> Without(Question question, FactView view, IReadOnlyList<DateMention> dates)
    {
        if (dates.Count == 0 || view.DecidedAt is not { } to || !IsOfWhatIsDecided(question, view.Tokens, to)) return dates;
        return [.. dates.Where(date => date.Span.Start > view.Tokens[to].Span.Start)];
    }

    /// <summary>The "to" of what a sentence says was decided; null where it tells of no decision.</summary>
    public static int? InfinitiveAt(IReadOnlyList<Token> tokens)
    {
        for (var verb = 0; verb < tokens.Count; verb++)
        {
            if (!Verbs.Contains(tokens[verb].Term)) continue;
            for (var to = verb + 1; to + 1 < tokens.Count && to <= verb + Farthest; to++)
                if (tokens[to].Term == "to" && !tokens[to + 1].IsStopWord && !tokens[to + 1].IsCapitalised && !tokens[to + 1].IsNumber) return to;
        }
        return null;
    }

    /// <summary>Whether the question's words stand behind the "to", and none of them in the clause that decides.</summary>
    private static bool IsOfWhatIsDecided(Question question, IReadOnlyList<Token> tokens, int to)
    {
        var isMet = false;
        foreach (var term in question.Terms)
        {
            if (term.Entity is not null) continue;
            for (var i = 0; i < tokens.Count; i++)
            {
                if (!term.IsMetBy(tokens[i].Stem)) continue;
                if (i < to) return false;
                isMet = true;
            }
        }
        return isMet;
    }
}
