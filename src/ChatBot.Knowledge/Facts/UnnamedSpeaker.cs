using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Finds whom a sentence has as saying something where that is nobody known by name: "the organisers", "an official of the agency".</summary>
internal static class UnnamedSpeaker
{
    /// <summary>"An official of the agency who asked not to be named": longer than this it is no subject any more.</summary>
    private const int MostTokens = 12;

    private static readonly FrozenSet<string> People = LanguageData.Words("people-words.txt").Union(LanguageData.Words("organisation-words.txt")).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Behind these nothing says any more who it is.</summary>
    private static readonly FrozenSet<string> Describing = new[] { "of", "in", "at", "from", "for", "on", "with", "who", "which", "that", "whom", "whose" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BeforeSubject = new[] { "and", "but", "or", "that", "because", "while", "as", "when", "where", "whether", "if", "since", "although", "though", "what", "which" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Who says it, as a span of the document's text; null where the sentence tells nobody, or somebody by name.</summary>
    public static TextSpan? Of(Fact fact)
    {
        var tokens = Tokenizer.Tokenize(fact.Text);
        foreach (var verb in SayingVerbs(fact, tokens))
            if ((Before(fact.Text, tokens, verb) ?? Behind(fact.Text, tokens, verb)) is { } subject)
                return subject with { Start = subject.Start + fact.Span.Start };
        return null;
    }

    /// <summary>Who says the whole sentence behind it ("…, two people familiar with the matter said"), whoever it names before; null where it doesn't end so.</summary>
    public static TextSpan? AtEnd(Fact fact)
    {
        var tokens = Tokenizer.Tokenize(fact.Text);
        return SayingVerbs(fact, tokens) is [.., var last] && Before(fact.Text, tokens, last) is { } subject && fact.Text.AsSpan(0, subject.Start).TrimEnd().EndsWith(",")
            ? subject with { Start = subject.Start + fact.Span.Start } : null;
    }

    /// <summary>Whether somebody may be meant as saying it, though nobody is read as the speaker: there is a name before a verb of saying, or there are quoted words.</summary>
    public static bool IsPossible(Fact fact)
    {
        if (fact.Attribution.Quoted.Count > 0) return true;
        var tokens = Tokenizer.Tokenize(fact.Text);
        return SayingVerbs(fact, tokens) is [.., var last] && fact.Entities.Any(mention => mention.Kind is EntityKind.Person or EntityKind.Organisation && mention.Span.End <= tokens[last].Span.Start + fact.Span.Start
            // "The mayor's attendance signals": the attendance does.
            && !tokens.Exists(token => token.Span.End + fact.Span.Start == mention.Span.End && (token.Traits & TokenTraits.Possessive) != 0));
    }

    private static List<int> SayingVerbs(Fact fact, List<Token> tokens) =>
        [.. Enumerable.Range(0, tokens.Count).Where(i => (ReportingVerbs.StanceOf(tokens[i].Term) is not null || AssessingVerbs.At(tokens, i)) && !AttributionFinder.IsNoun(tokens, i)
            && !fact.Attribution.Quoted.Any(quoted => quoted.Contains(new TextSpan(tokens[i].Span.Start + fact.Span.Start, tokens[i].Span.Length))))];

    private static TextSpan? Before(string text, List<Token> tokens, int verb)
    {
        var last = verb - 1;
        while (last >= 0 && IsAside(tokens[last])) last--;
        // "The police, who must plan for them, reckon": what stands between the commas describes them.
        if (last >= 0 && IsBorder(text, tokens, last) && Enumerable.Range(0, last).Where(i => IsBorder(text, tokens, i)).Select(i => (int?)i).LastOrDefault() is { } inserted) last = inserted;
        else if (last >= 0 && IsBorder(text, tokens, last)) return null;
        var first = last;
        while (first > 0 && last - first < MostTokens && !IsBorder(text, tokens, first - 1) && !BeforeSubject.Contains(tokens[first - 1].Term)) first--;
        return Subject(tokens, first, last);
    }

    /// <summary>"…," said a spokeswoman.</summary>
    private static TextSpan? Behind(string text, List<Token> tokens, int verb)
    {
        if (verb == 0 || verb + 1 >= tokens.Count || !IsBorder(text, tokens, verb - 1)) return null;
        var last = verb + 1;
        while (last + 1 < tokens.Count && last - verb < MostTokens && !IsBorder(text, tokens, last)) last++;
        return Subject(tokens, verb + 1, last);
    }

    private static TextSpan? Subject(List<Token> tokens, int first, int last)
    {
        if (first < 0 || last < first) return null;
        var head = first;
        while (head < last && !Describing.Contains(tokens[head + 1].Term)) head++;
        // "Two people familiar with the matter", "sources close to the council": the word behind them describes them.
        if (!IsPeople(tokens, head)) head = Enumerable.Range(first, last - first).FirstOrDefault(i => IsDescribedBehind(tokens, i, last), head);
        return IsPeople(tokens, head) ? TextSpan.FromBounds(tokens[first].Span.Start, tokens[EndOf(tokens, head, last)].Span.End) : null;
    }

    private static bool IsDescribedBehind(List<Token> tokens, int i, int last) =>
        i + 2 <= last && People.Contains(tokens[i].Term) && (tokens[i].Term == "people" || tokens[i].Term.EndsWith('s')) && tokens[i + 1] is { IsStopWord: false } && (tokens[i + 2].Term == "to" || Describing.Contains(tokens[i + 2].Term));

    /// <summary>"An official of the agency" without what is told of them behind, or when they said so.</summary>
    private static int EndOf(List<Token> tokens, int head, int last)
    {
        for (var i = head + 1; i <= last; i++)
            if (tokens[i].Term is "who" or "which" or "that" or "whom" or "whose" or "on") return i - 1;
        return last;
    }

    private static bool IsPeople(List<Token> tokens, int head) =>
        (tokens[head].Traits & TokenTraits.Possessive) == 0 && (People.Contains(tokens[head].Term) || Offices.Mark(tokens)[head]);

    private static bool IsAside(Token token) => token.Term is "has" or "have" or "had" or "also" or "not" or "never" or "already" or "once" or "again" or "later" or "then" || token.Term.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>Whether a mark parts the token from the next.</summary>
    private static bool IsBorder(string text, List<Token> tokens, int i) =>
        i + 1 < tokens.Count && text.AsSpan(tokens[i].Span.End, tokens[i + 1].Span.Start - tokens[i].Span.End).IndexOfAny(",;:—–\"“”«»()") >= 0;
}
