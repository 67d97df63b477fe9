using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>"On 4 May the mayor said the fair would open": the day on which something was said is not the day of what was said.</summary>
internal static class SayingDates
{
    /// <summary>The fact's dates, less those that stand with its reporting verb: ahead of the speaker, between speaker and verb, or right behind the verb.</summary>
    public static IReadOnlyList<DateMention> Without(Fact fact, IReadOnlyList<Token> tokens)
    {
        if (fact.Dates.Count == 0 || fact.Attribution.Speaker is null && fact.Attribution.Sources.Count == 0) return fact.Dates;
        var verb = VerbAt(fact, tokens);
        return verb < 0 ? fact.Dates : [.. fact.Dates.Where(date => !IsOfSaying(date.Span, fact, tokens, verb))];
    }

    private static int VerbAt(Fact fact, IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (ReportingVerbs.StanceOf(tokens[i].Term) is not null && !fact.Attribution.Quoted.Any(quote => quote.Contains(tokens[i].Span))) return i;
        return -1;
    }

    private static bool IsOfSaying(TextSpan date, Fact fact, IReadOnlyList<Token> tokens, int verb)
    {
        if (fact.Attribution.Quoted.Any(quote => quote.Contains(date))) return false;
        if (date.End <= tokens[verb].Span.Start) return IsAhead(date, fact, tokens, verb);
        // "said on Monday", "told reporters in Aldenburg on Monday": nothing of the matter lies between.
        for (var i = verb + 1; i < tokens.Count && tokens[i].Span.Start < date.Start; i++)
            if (tokens[i].Term is "that" or "about" or "of" or "if" or "whether" || !tokens[i].IsStopWord && !IsListener(fact, tokens[i])) return false;
        return true;
    }

    /// <summary>At the sentence's beginning, or with nothing but the speaker between it and the verb.</summary>
    private static bool IsAhead(TextSpan date, Fact fact, IReadOnlyList<Token> tokens, int verb)
    {
        // "The 2027 fair will open, she said": the year says which fair.
        if (IsOfNoun(date, tokens)) return false;
        var begins = true;
        var touches = true;
        for (var i = 0; i < verb; i++)
        {
            if (tokens[i].IsStopWord || date.Contains(tokens[i].Span)) continue;
            if (tokens[i].Span.Start < date.Start) begins = false;
            else touches &= fact.Entities.Any(mention => mention.Span.Contains(tokens[i].Span)) || Offices.IsOfficeWord(tokens[i].Term);
        }
        return begins || touches;
    }

    /// <summary>Whether a date stands between an article and a noun.</summary>
    private static bool IsOfNoun(TextSpan date, IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (tokens[i].Span == date) return tokens[i - 1].Term is "the" or "a" or "this" && !tokens[i + 1].IsStopWord && ReportingVerbs.StanceOf(tokens[i + 1].Term) is null;
        return false;
    }

    private static bool IsListener(Fact fact, Token token) =>
        token.Term is "reporters" or "journalists" or "parliament" or "radio" or "television" or "interview"
        || fact.Entities.Any(mention => mention.Kind is EntityKind.Organisation or EntityKind.Place or EntityKind.Person && mention.Span.Contains(token.Span));
}
