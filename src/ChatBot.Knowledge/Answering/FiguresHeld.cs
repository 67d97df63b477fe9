using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Tells figures of two holders apart: what "the north car park" has room for is not held against the south one's, nor what one country pledges against
/// another's, or against all that was pledged (<c>holder-words.txt</c>). Whose a figure is shows by the subject of its verb, by whom it was done, or what it is for; where that can't be
/// told without a grammar, it may be anybody's.
/// </summary>
internal static class FiguresHeld
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.Lines("holder-words.txt").Select(line => line.Split(": ", 2)).GroupBy(parts => parts[0])
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(parts => parts[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.Create(
        StringComparer.Ordinal, "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "does", "do", "did");

    private static readonly PhraseSet Totals = new("in all", "in total", "altogether", "overall", "combined", "taken together", "a total of");

    private static readonly Lexicon Synonyms = new(Topic.None);

    /// <summary>A sentence with what is needed of it.</summary>
    private sealed record Sentence(Fact Fact, List<Token> Tokens, bool[] Offices)
    {
        public static Sentence Of(Fact fact)
        {
            var tokens = Tokenizer.Tokenize(fact.Text);
            return new Sentence(fact, tokens, Mentions.Offices.Mark(tokens));
        }

        /// <summary>The name of which the token is a part; null where it is part of none.</summary>
        public EntityMention? NameAt(int i)
        {
            foreach (var mention in Fact.Entities)
                if (mention.Span.Start <= Fact.Span.Start + Tokens[i].Span.Start && mention.Span.End >= Fact.Span.Start + Tokens[i].Span.End) return mention;
            return null;
        }

        /// <summary>Whether the token is part of a date.</summary>
        public bool IsDate(int i) => Fact.Dates.Any(date => date.Span.Overlaps(Tokens[i].Span with { Start = Fact.Span.Start + Tokens[i].Span.Start }));

        /// <summary>Whether a mark stands behind the token.</summary>
        public bool EndsPart(int i) => i + 1 < Tokens.Count && Fact.Text.AsSpan(Tokens[i].Span.End, Tokens[i + 1].Span.Start - Tokens[i].Span.End).IndexOfAny(",;:–—()") >= 0;

        /// <summary>Whether the token opens the clause behind it.</summary>
        public bool IsOpening(int i) => Lists["borders"].Contains(Tokens[i].Term) || ReportingVerbs.StanceOf(Tokens[i].Term) is not null;

        /// <summary>Whether a clause, or a part that a mark ends, begins at the token.</summary>
        public bool IsBorder(int i) => i > 0 && (EndsPart(i - 1) || IsOpening(i - 1));

        /// <summary>Whether the token belongs to a noun: behind an article, a preposition, an owner or "to".</summary>
        public bool IsOfNounBefore(int i) => (Tokens[i - 1].Traits & TokenTraits.Possessive) != 0
            || Tokens[i - 1] is { IsStopWord: true } before && !Auxiliaries.Contains(before.Term) && !Lists["between"].Contains(before.Term) && !Lists["borders"].Contains(before.Term) && before.Term is not ("he" or "she" or "it" or "they");
    }

    /// <summary>Whether the two sentences give these figures of two holders.</summary>
    public static bool AreOfTwo(Fact one, Quantity mine, Fact other, Quantity theirs)
    {
        if (!one.Span.Contains(mine.Span) || !other.Span.Contains(theirs.Span)) return false;
        var (first, second) = (Sentence.Of(one), Sentence.Of(other));
        if (At(first, mine) is not { } mineAt || At(second, theirs) is not { } theirsAt) return false;
        var (holder, another) = (Holder(first, mineAt, second), Holder(second, theirsAt, first));
        return Differ(first, holder, second, another) || IsTotal(one) && IsOwn(second, another, first) || IsTotal(other) && IsOwn(first, holder, second) || Differ(first, MeantFor(first, mineAt), second, MeantFor(second, theirsAt));
    }

    /// <summary>Whether a sentence gives what something comes to in all.</summary>
    public static bool IsTotal(Fact fact) => Totals.StandsIn(fact.Text);

    /// <summary>Whether a sentence tells what somebody reckons: who counts 27,000, "not 31,000", corrects nobody who counted more.</summary>
    public static bool IsReckoned(Fact fact) => Tokenizer.Tokenize(fact.Text).Exists(token => Lists["reckoning"].Contains(token.Term));

    /// <summary>Whether all figures that both sentences give in one unit are of two holders.</summary>
    public static bool AreOfTwo(Fact one, Fact other)
    {
        var pairs = one.Quantities.SelectMany(mine => other.Quantities.Where(theirs => theirs.Unit == mine.Unit).Select(theirs => (mine, theirs))).ToList();
        return pairs.Count > 0 && pairs.TrueForAll(pair => AreOfTwo(one, pair.mine, other, pair.theirs));
    }

    /// <summary>The tokens of a figure: the first, and behind its last.</summary>
    private static (int First, int Behind)? At(Sentence sentence, Quantity quantity)
    {
        var span = quantity.Span with { Start = quantity.Span.Start - sentence.Fact.Span.Start };
        var first = sentence.Tokens.FindIndex(token => token.Span.Overlaps(span));
        return first < 0 ? null : (first, sentence.Tokens.FindLastIndex(token => token.Span.Overlaps(span)) + 1);
    }

    /// <summary>The words that tell whose the figure is; none where nothing tells.</summary>
    private static List<int> Holder(Sentence sentence, (int First, int Behind) figure, Sentence other)
    {
        if (Agent(sentence, figure.Behind) is { Count: > 0 } agent) return agent;
        var verb = LastVerb(sentence, 0, figure.First, figure.First, other);
        if (verb < 0 || IsSource(sentence, verb)) return [];
        var subject = Subject(sentence, figure.First, verb, other);
        return subject.Count == 0 && IsThere(sentence, verb) ? Telling(sentence, figure.Behind + 1, EndOfPart(sentence, figure.Behind)) : subject;
    }

    /// <summary>"8 million euros were pledged by Norland".</summary>
    private static List<int> Agent(Sentence sentence, int behind)
    {
        for (var i = behind + 1; i + 1 < sentence.Tokens.Count; i++)
            if (sentence.Tokens[i].Term == "by" && IsPast(sentence.Tokens[i - 1]) && !sentence.Tokens[i + 1].IsNumber && !sentence.IsDate(i + 1)) return Telling(sentence, i + 1, EndOfNoun(sentence, i + 1));
        return [];
    }

    /// <summary>"5 euros for pupils", "300 helpers from the brewery".</summary>
    private static List<int> MeantFor(Sentence sentence, (int First, int Behind) figure)
    {
        var end = EndOfPart(sentence, figure.Behind - 1);
        for (var i = figure.Behind; i + 1 < end; i++)
            if (sentence.Tokens[i].Term is "for" or "from" && !sentence.Tokens[i + 1].IsNumber && !sentence.IsDate(i + 1)) return Telling(sentence, i + 1, EndOfNoun(sentence, i + 1));
        return [];
    }

    /// <summary>"The organisers expect", not "it is expected to cost".</summary>
    private static bool IsSource(Sentence sentence, int verb)
    {
        if (!Lists["source"].Contains(sentence.Tokens[verb].Term) && !Lists["reckoning"].Contains(sentence.Tokens[verb].Term)) return false;
        var before = verb - 1;
        while (before >= 0 && Lists["between"].Contains(sentence.Tokens[before].Term)) before--;
        return before < 0 || sentence.Tokens[before].Term is not ("is" or "are" or "was" or "were" or "be" or "been");
    }

    private static bool IsThere(Sentence sentence, int verb) => Enumerable.Range(Math.Max(0, verb - 2), Math.Min(2, verb)).Any(i => sentence.Tokens[i].Term == "there");

    /// <summary>The words of a verb's subject: those before it in its clause; of a verb behind "it", "which" or "and", those of the clause before.</summary>
    private static List<int> Subject(Sentence sentence, int figure, int verb, Sentence other)
    {
        var to = verb;
        while (to > 0 && (Auxiliaries.Contains(sentence.Tokens[to - 1].Term) || Lists["between"].Contains(sentence.Tokens[to - 1].Term))) to--;
        var from = sentence.IsBorder(to) ? to : StartOfPart(sentence, to);
        while (true)
        {
            var opened = FirstVerb(sentence, from, to, figure, other);
            if (Telling(sentence, from, opened < 0 ? to : opened) is { Count: > 0 } found) return found;
            if (from == 0 || IsThere(sentence, to)) return [];
            to = sentence.IsOpening(from - 1) ? from - 1 : from;
            if (to == 0) return [];
            from = StartOfPart(sentence, to);
        }
    }

    private static int StartOfPart(Sentence sentence, int end)
    {
        var from = end;
        do from--;
        while (from > 0 && !sentence.IsBorder(from));
        return Math.Max(0, from);
    }

    private static int EndOfPart(Sentence sentence, int from)
    {
        for (var i = Math.Max(0, from); i < sentence.Tokens.Count; i++)
            if (sentence.EndsPart(i)) return i + 1;
        return sentence.Tokens.Count;
    }

    /// <summary>Where the noun that begins at <paramref name="from"/> ends: at the next mark, preposition or clause.</summary>
    private static int EndOfNoun(Sentence sentence, int from)
    {
        for (var i = from; i < sentence.Tokens.Count; i++)
        {
            if (i > from && (Lists["prepositions"].Contains(sentence.Tokens[i].Term) || sentence.IsOpening(i) || Auxiliaries.Contains(sentence.Tokens[i].Term))) return i;
            if (sentence.EndsPart(i)) return i + 1;
        }
        return sentence.Tokens.Count;
    }

    private static int FirstVerb(Sentence sentence, int from, int to, int figure, Sentence other) => Enumerable.Range(from, Math.Max(0, to - from)).FirstOrDefault(i => IsVerb(sentence, i, figure, other), -1);

    private static int LastVerb(Sentence sentence, int from, int to, int figure, Sentence other) => Enumerable.Range(from, Math.Max(0, to - from)).LastOrDefault(i => IsVerb(sentence, i, figure, other), -1);

    /// <summary>Whether a word before the figure is a verb by its form, by the figure or article behind it, or because another sentence has it too.</summary>
    private static bool IsVerb(Sentence sentence, int i, int figure, Sentence other)
    {
        var token = sentence.Tokens[i];
        if (Auxiliaries.Contains(token.Term)) return true;
        if (i == 0 || token.IsNumber || token.IsStopWord || token.IsCapitalised || sentence.IsDate(i) || sentence.IsOfNounBefore(i)) return false;
        if (IsPast(token)) return true;
        var behind = i + 1;
        while (behind < figure && Lists["around"].Contains(sentence.Tokens[behind].Term)) behind++;
        if (behind == figure) return true;
        return behind < figure && token.Term.Length > 3 && token.Term.EndsWith('s') && !token.Term.EndsWith("ss", StringComparison.Ordinal) && !Lists["prepositions"].Contains(sentence.Tokens[i + 1].Term)
            && (sentence.Tokens[i + 1].Term is "the" or "a" or "an" or "its" or "their" or "his" or "her" or "no" || other.Tokens.Exists(same => same.Term == token.Term));
    }

    private static bool IsPast(Token token) => token.Term.Length > 4 && token.Term.EndsWith("ed", StringComparison.Ordinal) && !token.Term.EndsWith("eed", StringComparison.Ordinal) && token.Term != "hundred" || IrregularForms.BaseOf(token.Term) != token.Term;

    /// <summary>The tokens that tell one thing from another: names, nouns and what describes them.</summary>
    private static List<int> Telling(Sentence sentence, int from, int to)
    {
        var telling = new List<int>();
        for (var i = from; i < to; i++)
        {
            var token = sentence.Tokens[i];
            var isDate = sentence.IsDate(i) && (token.Traits & TokenTraits.Possessive) == 0;
            if (sentence.NameAt(i) is not null || !token.IsStopWord && !token.IsNumber && !isDate && !sentence.Offices[i] && !Lists["plain"].Contains(token.Term) && !token.Term.EndsWith("ly", StringComparison.Ordinal)) telling.Add(i);
        }
        return telling;
    }

    /// <summary>
    /// Whether each has a word that the other's sentence has nowhere: in the noun itself ("the south bridge", "the north bridge"), or, where that names nothing, in what
    /// stands behind it ("the car park at the station").
    /// </summary>
    private static bool Differ(Sentence first, List<int> mine, Sentence second, List<int> theirs)
    {
        var (head, another) = (Head(first, mine), Head(second, theirs));
        if (IsOwn(first, head, second) && IsOwn(second, another, first)) return true;
        var isNamed = head.Exists(i => first.NameAt(i) is not null) && another.Exists(i => second.NameAt(i) is not null);
        return !isNamed && IsOwn(first, mine, second) && IsOwn(second, theirs, first);
    }

    private static List<int> Head(Sentence sentence, List<int> words)
    {
        if (words.Count == 0) return words;
        var end = EndOfNoun(sentence, words[0]);
        return words.FindAll(i => i < end);
    }

    private static bool IsOwn(Sentence sentence, List<int> words, Sentence other) => words.Exists(i => !StandsIn(sentence, i, other));

    private static bool StandsIn(Sentence sentence, int i, Sentence other)
    {
        if (sentence.NameAt(i) is { } name && other.Fact.Entities.Any(mention => mention.Id == name.Id)) return true;
        return other.Tokens.Exists(token => token.Stem == sentence.Tokens[i].Stem)
            || Synonyms.At(sentence.Tokens, i) is { } match && match.Alternatives.Any(same => other.Tokens.Exists(token => token.Stem == same.Stem));
    }
}
