using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>Who took a picture: named in its caption's credit ("AGENCY/Ann Quist", "Photo by Ann Quist", "Ann Quist/Agency"), or in a sentence that says so.</summary>
internal static class PhotoCredit
{
    /// <summary>Between a verb or a label and the name: an article, "by", an agency.</summary>
    private const int Reach = 6;

    /// <summary>"Who took the photo", "who photographed them", "whose picture is it": whether the photographer is wanted.</summary>
    public static bool IsAsked(Question question)
    {
        if (question.Expects != AnswerType.Person) return false;
        var tokens = question.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Term is "photographed" or "photographer") return true;
            if (tokens[i].Term is not ("took" or "take" or "taken" or "shot" or "snapped" or "credited" or "whose")) continue;
            for (var next = i + 1; next < tokens.Count && next <= i + Reach; next++)
                if (IsPicture(tokens[next])) return true;
        }
        return false;
    }

    /// <summary>The photographer that the sentence names; null where it names none.</summary>
    public static EntityMention? In(FactView view)
    {
        var text = view.Document.Text;
        foreach (var mention in view.Fact.Entities)
        {
            if (mention.Kind != EntityKind.Person || !view.Fact.Span.Contains(mention.Span)) continue;
            var before = mention.Span.Start > 0 ? text[mention.Span.Start - 1] : ' ';
            var after = mention.Span.End < text.Length ? text[mention.Span.End] : ' ';
            if (view.Fact.IsCaption && (before == '/' || after == '/') || FollowsCredit(view, mention) || TookIt(view, mention)) return mention;
        }
        return null;
    }

    /// <summary>"Photo by Ann Quist", "Photo: Ann Quist".</summary>
    private static bool FollowsCredit(FactView view, EntityMention mention)
    {
        var first = view.Tokens.FindIndex(t => mention.Span.Contains(t.Span));
        return view.Fact.IsCaption && first > 0 && (IsPicture(view.Tokens[first - 1]) || view.Tokens[first - 1].Term == "by" && first > 1 && IsPicture(view.Tokens[first - 2]));
    }

    /// <summary>"Ann Quist of the agency took the picture", "photographed by Ann Quist".</summary>
    private static bool TookIt(FactView view, EntityMention mention)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            if (view.Tokens[i].Term is not ("took" or "shot" or "snapped" or "photographed" or "taken")) continue;
            var isPicture = view.Tokens[i].Term == "photographed";
            for (var next = i + 1; next < view.Tokens.Count && next <= i + Reach; next++) isPicture |= IsPicture(view.Tokens[next]);
            for (var earlier = i - 1; earlier >= 0 && earlier >= i - Reach && view.Tokens[i].Term == "taken"; earlier--) isPicture |= IsPicture(view.Tokens[earlier]);
            if (!isPicture) continue;
            var isPassive = i + 1 < view.Tokens.Count && view.Tokens[i + 1].Term == "by";
            var first = view.Tokens.FindIndex(t => mention.Span.Contains(t.Span));
            if (isPassive ? first > i && first <= i + Reach : first >= 0 && first < i && first >= i - Reach) return true;
        }
        return false;
    }

    private static bool IsPicture(Token token) => token.Term is "photo" or "photos" or "picture" or "pictures" or "photograph" or "photographs" or "image" or "pic" or "shot" or "snap";
}
