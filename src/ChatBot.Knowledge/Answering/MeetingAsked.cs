using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Did Ana Varga meet Olaf Dahl?": only a sentence that names both and tells of a meeting or talk says so (<c>meeting-words.txt</c>).</summary>
internal static class MeetingAsked
{
    private static readonly FrozenSet<string> Meeting = LanguageData.Stems("meeting-words.txt");

    /// <summary>Whether a sentence may answer; null where no meeting of two people is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        var people = question.Entities.Where(named => named.Kind == EntityKind.Person).Select(named => named.Id).Distinct().ToList();
        // "Did she talk about him?" asks for no meeting.
        if (question.Expects != AnswerType.YesNo || people.Count < 2 || !question.Tokens.Any(token => Meeting.Contains(token.Stem)) || question.Tokens.Any(token => token.Term is "about" or "of" or "say" or "said")) return null;
        return view => people.TrueForAll(view.Entities.Contains) && view.Stems.Overlaps(Meeting);
    }
}
