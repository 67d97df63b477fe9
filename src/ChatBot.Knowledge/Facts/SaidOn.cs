using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>The day on which a sentence says that what it tells was said: "he will not come, his office said on 23 June".</summary>
internal static class SaidOn
{
    /// <summary>So many words may stand between the verb and the day ("told reporters in Brussels on").</summary>
    private const int Farthest = 5;

    /// <summary>The day, or null where it gives none.</summary>
    public static DateOnly? Of(Fact fact)
    {
        List<Token>? tokens = null;
        foreach (var date in fact.Dates)
            if (IsDay(date, fact) && IsBehindVerb(tokens ??= Tokenizer.Tokenize(fact.Text), date.Span.Start - fact.Span.Start) && !IsTakenBack(date.Span.Start - fact.Span.Start, fact.Text, tokens, 0)) return date.Value.From;
        return null;
    }

    /// <summary>The same of a fact whose words are at hand.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="tokens">The words of its sentence, their places those in the document.</param>
    public static DateOnly? Of(Fact fact, IReadOnlyList<Token> tokens)
    {
        foreach (var date in fact.Dates)
            if (IsOf(date, fact, tokens)) return date.Value.From;
        return null;
    }

    /// <summary>Whether a day is the one on which a sentence says that what it tells was said.</summary>
    /// <param name="date">A date of the fact.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="tokens">The words of its sentence, their places those in the document.</param>
    public static bool IsOf(DateMention date, Fact fact, IReadOnlyList<Token> tokens) => IsDay(date, fact) && IsBehindVerb(tokens, date.Span.Start) && !IsTakenBack(date.Span.Start, fact.Text, tokens, fact.Span.Start);

    /// <summary>"We wrote on Monday that it is ten; it is twelve": what is right was not said on Monday.</summary>
    private static bool IsTakenBack(int day, string text, IReadOnlyList<Token> tokens, int start) =>
        Retraction.In(text, tokens, start) is { } retraction && day >= tokens[retraction.From].Span.Start && day < tokens[retraction.To - 1].Span.End;

    private static bool IsDay(DateMention date, Fact fact) => date.Precision == DatePrecision.Day && fact.Span.Contains(date.Span);

    private static bool IsBehindVerb(IReadOnlyList<Token> tokens, int day)
    {
        var at = 0;
        while (at < tokens.Count && tokens[at].Span.Start < day) at++;
        for (var i = at - 1; i >= 0 && at - i <= Farthest + 1 && !IsAhead(tokens[i]) && tokens[i].Term != "that"; i--)
            if (ReportingVerbs.StanceOf(tokens[i].Term) is not null) return true;
        return false;
    }

    private static readonly FrozenSet<string> Ahead = LanguageData.Words("ahead-words.txt");

    /// <summary>Whether a word tells that a sentence is of what is to come.</summary>
    public static bool IsAhead(Token token) => Ahead.Contains(token.Term);
}
