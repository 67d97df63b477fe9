using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>What a word does to the words it governs.</summary>
internal enum NegatorKind
{
    /// <summary>Turns them round: "not", "nobody".</summary>
    Word,

    /// <summary>Turns them round, and is a content word itself: "denied", "failed".</summary>
    Verb,

    /// <summary>Makes them only possible: "could", "whether".</summary>
    Hedge,

    /// <summary>Leaves them open, and is a content word itself: "cautious about", "discussed".</summary>
    Attitude,

    /// <summary>Makes them only meant, and is a content word itself: "aims at", "wants to".</summary>
    Intention,

    /// <summary>Makes them depend on whether a report is true: "if accurate".</summary>
    Report,
}

/// <summary>A word that turns others round, with the tokens it governs.</summary>
/// <param name="Token">Its index.</param>
/// <param name="From">The first token governed.</param>
/// <param name="To">Behind the last token governed.</param>
/// <param name="Kind">What it does.</param>
internal readonly record struct Negator(int Token, int From, int To, NegatorKind Kind)
{
    /// <summary>Whether it undoes them: "cancelled".</summary>
    public bool IsUndoing { get; init; }

    /// <summary>Whether it is of a whole clause: "it is not true that".</summary>
    public bool IsOfClause { get; init; }

    /// <summary>Whether that clause was told before and is taken back.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Whether the token is governed.</summary>
    public bool Governs(int token) => token >= From && token < To && token != Token;
}

/// <summary>Finds words that turn others round (<c>negation.txt</c>), and how far they reach.</summary>
internal static class Negation
{
    /// <summary>Content and function words that a negator reaches at most.</summary>
    private const int LongestReach = 9;

    private static readonly FrozenSet<string> Stops = new[] { "but", "although", "though", "while", "whereas", "because", "unless", "when", "after", "before" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Ending = new[] { "stop", "halt", "cease" }.Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Kinds = Read();

    private static readonly FrozenSet<string> ReportNouns = LanguageData.Words("report-nouns.txt");

    /// <summary>Whether the word names what somebody has told: "a report that …".</summary>
    public static bool IsReport(Token token) => ReportNouns.Contains(token.Term);

    /// <summary>Whether the word is a verb with its denial: "didn't", "won't".</summary>
    public static bool IsContracted(Token token) => token.Term.EndsWith("n't", StringComparison.Ordinal) || Contracted.Contains(token.Term);

    private static readonly FrozenSet<string> Contracted = new[] { "cannot", "cant", "wont", "isnt", "arent", "wasnt", "werent", "doesnt", "didnt", "dont", "hasnt", "havent", "hadnt", "wouldnt" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word makes what it governs only meant: "wants to".</summary>
    public static bool IsIntention(Token token) => Kinds.TryGetValue(token.Term, out var kind) && kind == "intention";

    /// <summary>The negators among <paramref name="tokens"/>, which stand in <paramref name="text"/>.</summary>
    public static List<Negator> Among(string text, IReadOnlyList<Token> tokens)
    {
        var found = new List<Negator>();
        var frame = ClauseFrame.In(text, tokens);
        if (frame is { } opening) found.Add(new Negator(opening.Token, opening.From, opening.To, opening.IsDenied ? NegatorKind.Word : NegatorKind.Hedge) { IsOfClause = true, IsTakenBack = opening.IsTakenBack });
        for (var i = 0; i < tokens.Count; i++)
        {
            // What opens the clause says nothing besides.
            if (frame is { } open && i >= open.Token && i < open.From) continue;
            // "The paper's report that …": what it tells is no more than reported, unless somebody denies the report.
            if (i > 0 && IsReport(tokens[i]) && i + 2 < tokens.Count && tokens[i + 1].Term == "that" && !found.Exists(n => n.Kind == NegatorKind.Verb && n.Governs(i)))
                found.Add(new Negator(i, i + 2, tokens.Count, NegatorKind.Report));
            if (!Kinds.TryGetValue(tokens[i].Term, out var kind) || kind == "report") continue;
            // "Called off", not "called".
            if (kind == "off" && !(i + 1 < tokens.Count && tokens[i + 1].Term == "off")) continue;
            if (kind == "off") kind = "undo";
            // "Far from leaving".
            if (kind == "from" && !(i + 1 < tokens.Count && tokens[i + 1].Term == "from" && !EndsClause(text, tokens, i))) continue;
            if (kind == "from") kind = "forward";
            // "No, …" answers; "not only" denies nothing; "May" is a month.
            if (tokens[i].Term == "no" && EndsClause(text, tokens, i) || tokens[i].Term == "may" && tokens[i].IsCapitalised && i > 0) continue;
            if (tokens[i].Term == "not" && i + 1 < tokens.Count && tokens[i + 1].Term is "only" or "just") continue;
            // "Its pledge to accept them as a member": what is only meant reaches beyond "as".
            var to = Reach(text, tokens, i, endsAtAs: kind != "intention");
            // "The decision to exclude her would make …": what is excluded ends before the clause's own verb; what is denied may be a clause.
            if (kind == "verb" && ReportingVerbs.StanceOf(tokens[i].Term) is null && Enumerable.Range(i + 1, Math.Max(0, to - i - 1)).FirstOrDefault(k => tokens[k].Term is "would" or "will" or "could" or "must", to) is var modal) to = modal;
            switch (kind)
            {
                case "clause":
                    found.Add(new Negator(i, StartOfClause(text, tokens, i), to, NegatorKind.Word));
                    break;
                // "A fair without her would be the first": nobody says that there is one.
                case "forward" when tokens[i].Term == "without" && Enumerable.Range(i + 1, tokens.Count - i - 1).Any(k => tokens[k].Term == "would"):
                    found.Add(new Negator(i, 0, tokens.Count, NegatorKind.Hedge));
                    break;
                case "forward":
                    found.Add(new Negator(i, i + 1, to, NegatorKind.Word));
                    break;
                // "That enlargement stop": what stands before it is what ends.
                case "verb" when Ending.Contains(tokens[i].Stem) && (EndsClause(text, tokens, i) || tokens[i + 1].Term is "and" or "or"):
                    found.Add(new Negator(i, StartOfClause(text, tokens, i), i + 1, NegatorKind.Verb));
                    break;
                case "undo":
                    if (Undone(text, tokens, i, to) is var (from, end)) found.Add(new Negator(i, from, end, NegatorKind.Verb) { IsUndoing = true });
                    break;
                case "verb":
                    found.Add(new Negator(i, i + 1, to, NegatorKind.Verb));
                    break;
                case "attitude":
                    found.Add(new Negator(i, i + 1, to, NegatorKind.Attitude));
                    break;
                case "intention":
                    found.Add(new Negator(i, i + 1, to, NegatorKind.Intention));
                    break;
                case "hedge":
                    var isReport = tokens[i].Term == "if" && Enumerable.Range(i + 1, Math.Max(0, Math.Min(6, tokens.Count - i - 1))).Any(k => Kinds.GetValueOrDefault(tokens[k].Term) == "report");
                    // What depends on the report is the clause behind it.
                    found.Add(isReport ? new Negator(i, 0, tokens.Count, NegatorKind.Report) : new Negator(i, i + 1, to, NegatorKind.Hedge));
                    break;
            }
        }
        return found;
    }

    /// <summary>What a sentence takes back as a whole: none of it is so.</summary>
    public static Negator Of(Retraction retraction) => new(retraction.Verb, retraction.Verb - 1, retraction.To, NegatorKind.Word);

    private static int Reach(string text, IReadOnlyList<Token> tokens, int i, bool endsAtAs)
    {
        var to = i + 1;
        while (to < tokens.Count && to <= i + LongestReach && (!EndsClause(text, tokens, to - 1) || IsInList(text, tokens, to - 1)) && !Stops.Contains(tokens[to].Term) && !(endsAtAs && tokens[to].Term == "as" && to > i + 2)) to++;
        return to;
    }

    /// <summary>"For Norland, Sudmark and Ostrey": a comma between names, of which the last is joined, ends nothing.</summary>
    private static bool IsInList(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].IsCapitalised || !tokens[at + 1].IsCapitalised || text.AsSpan(tokens[at].Span.End, tokens[at + 1].Span.Start - tokens[at].Span.End) is not ", ") return false;
        for (var i = at + 2; i + 1 < tokens.Count && (tokens[i].IsCapitalised || tokens[i].Term is "and" or "or"); i++)
            if (tokens[i].Term is "and" or "or") return tokens[i + 1].IsCapitalised;
        return false;
    }

    private static int StartOfClause(string text, IReadOnlyList<Token> tokens, int i)
    {
        var from = i;
        while (from > 0 && from > i - LongestReach && !EndsClause(text, tokens, from - 1) && !Stops.Contains(tokens[from - 1].Term)) from--;
        return from;
    }

    /// <summary>What is undone: "the fireworks were cancelled" what stands before, "the council dropped its demand" what stands behind, up to a preposition. Null where nothing is: "temperatures dropped".</summary>
    private static (int From, int To)? Undone(string text, IReadOnlyList<Token> tokens, int i, int to)
    {
        var behind = i + 1 < tokens.Count && tokens[i + 1].Term == "off" ? i + 2 : i + 1;
        if (behind < tokens.Count && to > behind && !Passive.IsBehindBe(tokens, i))
            return tokens[behind].Term is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "this" or "that" or "these" or "those" or "all" or "any" or "both" || (tokens[behind].Traits & TokenTraits.Possessive) != 0 ? (behind, to) : null;
        if (!Passive.IsBehindBe(tokens, i)) return null;
        var from = StartOfClause(text, tokens, i);
        // "The opening was moved and the fireworks were cancelled".
        for (var k = i - 1; k > from; k--)
            if (tokens[k].Term is "and" or "but" or "which" or "that" or "who" && Enumerable.Range(from, k - from).Any(before => Auxiliaries.Contains(tokens[before].Term))) from = k + 1;
        from = BeforeAside(text, tokens, from, i) ?? from;
        // "The fireworks at the fair were cancelled": not the fair.
        var end = from;
        while (end < i && (tokens[end].IsStopWord || tokens[end].IsNumber)) end++;
        while (end < i && !(tokens[end].Term is "of" or "in" or "at" or "on" or "for" or "with" or "to" or "from" or "by" or "between" or "over")) end++;
        return (from, end);
    }

    /// <summary>"The fair, which was to open in May, has been cancelled": where that begins of which it is said, if nothing but auxiliaries stands between the aside and the verb.</summary>
    private static int? BeforeAside(string text, IReadOnlyList<Token> tokens, int from, int verb)
    {
        if (from < 2 || !Enumerable.Range(from, verb - from).All(k => tokens[k].IsStopWord)) return null;
        for (var k = from - 1; k > 0; k--)
            if (tokens[k].Term is "which" or "who" && EndsClause(text, tokens, k - 1)) return StartOfClause(text, tokens, k - 1);
        return null;
    }

    private static readonly FrozenSet<string> Auxiliaries = new[] { "is", "are", "was", "were", "be", "been", "will", "would", "has", "have", "had" }.ToFrozenSet(StringComparer.Ordinal);

    private static bool EndsClause(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count) return true;
        return text.AsSpan(tokens[i].Span.End, tokens[i + 1].Span.Start - tokens[i].Span.End).IndexOfAny(",;:–—") >= 0;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("negation.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) kinds.TryAdd(word, line[..colon]);
        }
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
