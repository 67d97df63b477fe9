using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who hosts the summit?": who did something else before or after it isn't who hosts it.</summary>
internal static class DoneBeside
{
    /// <summary>Between "ahead of" and what it is ahead of: an article, a name's other words.</summary>
    private const int Reach = 4;

    /// <summary>Whether a sentence may tell who did it; null where the question doesn't ask who did something to a thing.</summary>
    public static Func<FactView, bool>? Asked(Question question)
    {
        var tokens = question.Tokens;
        if (tokens.Count == 0 || tokens[0].Term is not ("who" or "who's")) return null;
        var verb = 1;
        while (verb < tokens.Count && tokens[verb].IsStopWord) verb++;
        var thing = verb + 1;
        // "The host of the summit" is who hosts it.
        while (thing < tokens.Count && tokens[thing].Term is "the" or "a" or "an" or "this" or "of") thing++;
        if (thing >= tokens.Count || tokens[thing].IsStopWord || question.Terms.FirstOrDefault(term => term.Stem == tokens[verb].Stem) is not { Entity: null } deed) return null;
        var what = question.Entities.Where(mention => mention.Span.Contains(tokens[thing].Span)).Select(mention => (EntityId?)mention.Id).FirstOrDefault();
        // Another word that may mean the same ("hold" for "host") is the deed done to something else here.
        return view => view.Stems.Contains(deed.Stem) || !IsOnlyBeside(view, what, tokens[thing].Stem);
    }

    /// <summary>Whether the thing stands in a sentence only as what something was before, during or after.</summary>
    private static bool IsOnlyBeside(FactView view, EntityId? what, string stem)
    {
        var isNamed = false;
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            var span = view.Tokens[i].Span;
            var isThing = what is { } id ? view.Fact.Entities.Any(mention => mention.Id == id && mention.Span.Start == span.Start) : view.Tokens[i].Stem == stem;
            if (!isThing) continue;
            if (!IsBehindTime(view.Tokens, i)) return false;
            isNamed = true;
        }
        return isNamed;
    }

    private static bool IsBehindTime(List<Token> tokens, int thing)
    {
        for (var i = thing - 1; i >= 0 && i >= thing - Reach; i--)
        {
            if (tokens[i].Term is "before" or "after" or "during" or "following" or "since" or "until") return true;
            if (tokens[i].Term == "of") return i > 0 && tokens[i - 1].Term is "ahead" or "sidelines" or "eve";
            if (!tokens[i].IsCapitalised && tokens[i].Term is not ("the" or "a" or "an" or "this")) return false;
        }
        return false;
    }
}
