using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>Tells whether a sentence says of something that happens that it is called off, or that it isn't: who wants to hear when it is wants to hear of both.</summary>
public static class CallingOff
{
    /// <summary>Whether it is spoken of: "the race has been cancelled", "denied that they had cancelled the race".</summary>
    /// <param name="fact">The sentence.</param>
    /// <param name="happening">What happens.</param>
    public static bool IsSpokenOf(Fact fact, EntityId happening)
    {
        var mentions = fact.Entities.Where(mention => mention.Id == happening && fact.Span.Contains(mention.Span)).Select(mention => mention.Span with { Start = mention.Span.Start - fact.Span.Start }).ToList();
        if (mentions.Count == 0) return false;
        var tokens = Tokenizer.Tokenize(fact.Text);
        mentions.RemoveAll(mention => IsBeside(tokens, mention));
        return Negation.Among(fact.Text, tokens).Where(negator => negator.IsUndoing).Select(negator => tokens[negator.Token].Span)
            .Any(undoing => mentions.Exists(mention => tokens.TrueForAll(token => token.IsStopWord || token.Span.Start < Math.Min(undoing.End, mention.End) || token.Span.End > Math.Max(undoing.Start, mention.Start))));
    }

    /// <summary>"A concert before the race": it only says when or where something else is.</summary>
    private static bool IsBeside(List<Token> tokens, TextSpan mention)
    {
        var before = tokens.FindLastIndex(token => token.Span.End <= mention.Start && token.Term is not ("the" or "a" or "this"));
        return before >= 0 && tokens[before].Term is "of" or "at" or "before" or "after" or "during" or "for" or "by" or "in" or "on" or "to" or "with" or "from";
    }
}
