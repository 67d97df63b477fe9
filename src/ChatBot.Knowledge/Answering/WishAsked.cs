using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What does Varga want Dahl to do?", "whom does she urge to pay?": told by a sentence in which somebody is asked, urged or hoped to do something ("hopes that Dahl will …").</summary>
internal static class WishAsked
{
    private static readonly FrozenSet<string> Wanting = LanguageData.Stems("wanting-words.txt");

    /// <summary>Verbs that make an order of what follows: "told them to pay".</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "told", "tells", "ordered", "orders", "pressed", "expects", "expected", "required", "requires", "forced" };

    /// <summary>How many logits below the best such a sentence may lie.</summary>
    private const double Margin = 3.2;

    /// <summary>Between the verb and the name, or the name and what is to be done, stand so many words at most.</summary>
    private const int Reach = 4;

    /// <summary>The facts with one that tells such a wish first, where one is asked for.</summary>
    public static IReadOnlyList<RankedFact> First(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (ranked.Count < 2 || Asked(question) is not { } tells) return ranked;
        var wish = ranked.FirstOrDefault(fact => fact.Score >= ranked[0].Score - Margin && tells(fact.View));
        return wish is null || wish == ranked[0] ? ranked : [wish, .. ranked.Where(fact => fact != wish)];
    }

    private static Func<FactView, bool>? Asked(Question question)
    {
        var tokens = question.Tokens;
        if (tokens.Count == 0 || tokens[0].Term is not ("what" or "who" or "whom" or "how")) return null;
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            // "Who turned down the mayor's call to stop" asks for no wish.
            if (!Wanting.Contains(tokens[at].Stem) || (tokens[at - 1].Traits & TokenTraits.Possessive) != 0) continue;
            var wishing = question.Entities.LastOrDefault(mention => mention.Span.End <= tokens[at].Span.Start);
            if (wishing.Span.Length == 0) return null;
            var wished = question.Entities.FirstOrDefault(mention => mention.Span.Contains(tokens[at + 1].Span));
            var behind = tokens.FirstOrDefault(token => token.Span.Start >= (wished.Span.Length > 0 ? wished.Span.End : tokens[at].Span.End));
            if (behind.Term != "to" || wished.Span.Length == 0 && tokens[0].Term is "what" or "how") return null;
            return view => view.Entities.Contains(wishing.Id) && Tells(view, wishing.Id, wished.Span.Length > 0 ? wished.Id : null);
        }
        return null;
    }

    /// <summary>"Urged the mayor to close it", "hopes that the mayor will close it".</summary>
    private static bool Tells(FactView view, Topics.EntityId wishing, Topics.EntityId? wished)
    {
        for (var at = 0; at < view.Tokens.Count; at++)
        {
            var isTold = Telling.Contains(view.Tokens[at].Term);
            if (!isTold && !Wanting.Contains(view.Tokens[at].Stem)) continue;
            foreach (var mention in view.Mentions)
            {
                if (mention.Id == wishing || wished is { } whom && mention.Id != whom || mention.Span.Start < view.Tokens[at].Span.End) continue;
                var between = view.Tokens.Count(token => token.Span.Start >= view.Tokens[at].Span.End && token.Span.End <= mention.Span.Start);
                if (between <= Reach && view.Tokens.Where(token => token.Span.Start >= mention.Span.End).Take(Reach).Take(isTold ? 1 : Reach).Any(token => token.Term is "to" or "will" or "would" or "should" or "can" or "could")) return true;
            }
        }
        return false;
    }
}
