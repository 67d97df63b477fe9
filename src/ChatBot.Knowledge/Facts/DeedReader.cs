using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// Reads from a sentence who does what, at a verb that is known: one that the sentence itself denies, or one that another sentence does. What it can't tell for
/// sure (conditions, wishes, quotations, questions) it doesn't read.
/// </summary>
/// <param name="fact">The fact.</param>
/// <param name="tokens">The tokens of its sentence, which point into the document's text.</param>
internal sealed class DeedReader(Fact fact, IReadOnlyList<Token> tokens)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("deed-words.txt");

    /// <summary>The verb of a clause that only says what something is.</summary>
    public const string Being = "be";

    private readonly ClauseFrame? _frame = ClauseFrame.In(fact.Text, tokens, fact.Span.Start);

    private static readonly FrozenSet<string> Denying = Lists["refusing"].Concat(Lists["ending"]).Concat(Lists["untrue"]).Concat(["not", "never", "no"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the sentence has a word that could deny something.</summary>
    public static bool MayDeny(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (Denying.Contains(tokens[i].Term) || Negation.IsContracted(tokens[i]) || ReportingVerbs.StanceOf(tokens[i].Term) == Stance.Denied) return true;
        return RetractedReport.MayStandIn(tokens);
    }

    /// <summary>What the sentence says is not so, or is so no longer.</summary>
    public IEnumerable<Deed> Denied()
    {
        if (IsQuestion()) yield break;
        // "It is not true that she will come, the mayor said": that he said so isn't what is not true.
        var end = ReportClause.In(fact.Text, tokens, fact.Span.Start).Where(clause => clause.From > 0 && clause.To == tokens.Count).Select(clause => clause.From).DefaultIfEmpty(tokens.Count).Min();
        for (var i = 0; i < end; i++)
            if (IsVerb(i) && At(i) is { IsDenied: true } deed) yield return deed;
    }

    /// <summary>What the sentence says is done by a verb, be it denied or not.</summary>
    /// <param name="verb">The verb's stem.</param>
    public IEnumerable<Deed> Of(string verb)
    {
        if (IsQuestion()) yield break;
        for (var i = 0; i < tokens.Count; i++)
            if ((verb == Being ? Lists["being"].Contains(tokens[i].Term) : tokens[i].Stem == verb) && At(i) is { } deed && deed.Verb == verb) yield return deed;
    }

    private bool IsQuestion() => fact.Text.TrimEnd('"', '”', ' ').EndsWith('?');

    /// <summary>Whether a denial is right before the token, so that it may be the verb which is denied.</summary>
    private bool IsVerb(int i)
    {
        if (_frame is { IsDenied: true } frame && frame.Governs(i)) return !tokens[i].IsStopWord || Lists["being"].Contains(tokens[i].Term);
        if (Lists["being"].Contains(tokens[i].Term) || IsContractedBeing(tokens[i])) return true;
        if (tokens[i].IsNumber) return false;
        if (IsNoThing(i + 1)) return !tokens[i].IsStopWord || tokens[i].Term is "has" or "have" or "had";
        if (tokens[i].IsStopWord) return false;
        for (var k = i - 1; k >= 0 && k >= i - 5; k--)
        {
            if (IsDenial(k) || Lists["refusing"].Contains(tokens[k].Term) || Lists["ending"].Contains(tokens[k].Term) || ReportingVerbs.StanceOf(tokens[k].Term) == Stance.Denied) return true;
            if (!IsOfGroup(k)) return tokens.Take(i).Any(token => ReportingVerbs.StanceOf(token.Term) == Stance.Denied);
        }
        return false;
    }

    private bool IsDenial(int i) => tokens[i].Term is "not" or "never" || tokens[i].Term == "longer" && i > 0 && tokens[i - 1].Term is "no" or "any" || Negation.IsContracted(tokens[i]);

    /// <summary>"No" before a thing, not before "doubt" or "later".</summary>
    private bool IsNoThing(int i) => i + 1 < tokens.Count && tokens[i].Term == "no" && !Lists["idle"].Contains(tokens[i + 1].Term);

    private static bool IsContractedBeing(Token token) => token.Term is "isn't" or "aren't" or "wasn't" or "weren't" or "isnt" or "arent" or "wasnt" or "werent";

    private bool IsOfGroup(int i) => Lists["auxiliaries"].Contains(tokens[i].Term) || Lists["between"].Contains(tokens[i].Term) || IsDenial(i) || tokens[i].Term == "no" && i + 1 < tokens.Count && tokens[i + 1].Term == "longer"
        || tokens[i].Term is "to" or "going" || IsAfterAll(tokens[i].Term == "all" ? i - 1 : i);

    /// <summary>"Will after all come".</summary>
    private bool IsAfterAll(int i) => i > 0 && i + 1 < tokens.Count && tokens[i].Term == "after" && tokens[i + 1].Term == "all" && Lists["auxiliaries"].Contains(tokens[i - 1].Term);

    private Deed? At(int verb)
    {
        if (fact.Attribution.Quoted.Any(quoted => quoted.Contains(tokens[verb].Span)) || IsConditional()) return null;
        if (Group(verb) is not { } group) return null;
        if (Clause(group.From) is not { } clause) return null;
        var (from, to, isFlipped) = clause;
        var clauseFrom = from;
        (from, to) = Meant(from, to);
        var doer = Words(from, to, isDoer: true);
        if (doer is null) return null;
        var days = new List<DateRange>();
        DaysWithin(from, to, days);
        var objects = Objects(group.To, days, out var agent);
        if (objects is null) return null;
        if (Prefix(from) is var (prefixFrom, prefixTo))
        {
            DaysWithin(prefixFrom, prefixTo, days);
            objects = [.. objects, .. (Words(prefixFrom, prefixTo, isDoer: false) ?? []).Select(word => word with { IsBeside = true })];
        }
        var subject = doer.Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        if (subject.Count == 0) return null;
        return new Deed(group.IsPassive ? agent : subject, group.Verb, group.IsPassive ? [.. doer, .. objects] : objects, group.Time, group.IsDenied != isFlipped)
        {
            IsPassive = group.IsPassive, IsEnd = group.IsEnd, Person = PersonOf(from, to), Days = days, IsOwnDenial = isFlipped && from != clauseFrom,
        };
    }

    /// <summary>A verb with what stands before it.</summary>
    private readonly record struct VerbGroup(int From, int To, string Verb, DeedTime Time, bool IsDenied, bool IsPassive, bool IsEnd);

    private VerbGroup? Group(int verb)
    {
        var from = verb;
        while (from > 0 && (IsOfGroup(from - 1) || Lists["refusing"].Contains(tokens[from - 1].Term) && tokens[from].Term == "to" || Lists["ending"].Contains(tokens[from - 1].Term) && (tokens[from].Term == "to" || from == verb))) from--;
        var before = Enumerable.Range(from, verb - from).ToList();
        bool Has(string list) => before.Exists(i => Lists[list].Contains(tokens[i].Term));
        var isToldFuture = IsToldFuture(before);
        if (Has("possible") && !isToldFuture) return null;
        var isBeing = Lists["being"].Contains(tokens[verb].Term) || IsContractedBeing(tokens[verb]);
        var behind = verb + 1;
        var denials = before.Count(IsDenial) + (isBeing && Negation.IsContracted(tokens[verb]) ? 1 : 0);
        var isEnd = before.Exists(i => tokens[i].Term == "longer");
        if (isBeing)
        {
            while (behind < tokens.Count && (Lists["between"].Contains(tokens[behind].Term) || IsDenial(behind) || tokens[behind].Term == "no"))
            {
                if (IsDenial(behind) || IsNoThing(behind)) denials++;
                isEnd |= tokens[behind].Term == "longer";
                behind++;
            }
            // What is done to something is read at its own verb.
            if (behind >= tokens.Count || IsForm(behind) || tokens[behind].Term is "to" or "going" || Lists["being"].Contains(tokens[behind].Term)) return null;
        }
        else if (IsNoThing(behind))
        {
            denials++;
            behind++;
        }
        if (before.Exists(i => IsDenial(i) && i + 1 < tokens.Count && Lists["bounds"].Contains(tokens[i + 1].Term)) || behind < tokens.Count && IsDenial(behind - 1) && Lists["bounds"].Contains(tokens[behind].Term)) return null;
        var (refusing, ending) = (before.Count(i => Lists["refusing"].Contains(tokens[i].Term)), before.Count(i => Lists["ending"].Contains(tokens[i].Term)));
        denials += refusing + ending;
        isEnd |= ending > 0;
        if (denials > 1) return null;
        var isGoing = before.Exists(i => tokens[i].Term == "going");
        var isTo = before.Exists(i => tokens[i].Term == "to");
        if (isTo && !isGoing && refusing + ending == 0 && !(Has("being") && tokens[verb - 1].Term == "to")) return null;
        var isPassive = !isBeing && !isTo && (Has("being") || before.Exists(i => IsContractedBeing(tokens[i]))) && IsParticiple(tokens[verb]);
        if (!isBeing && !isTo && !isPassive && (Has("being") || before.Exists(i => IsContractedBeing(tokens[i]))) && !tokens[verb].Term.EndsWith("ing", StringComparison.Ordinal)) return null;
        if (before.Count == 0 && !isBeing && !IsFinite(verb)) return null;
        return new VerbGroup(from, behind, isBeing ? Being : tokens[verb].Stem, TimeOf(before, verb, isToldFuture || isGoing || isTo && refusing + ending == 0, isEnd), denials == 1, isPassive, isEnd);
    }

    /// <summary>"Denied that it would send": as "will", told of the past.</summary>
    private bool IsToldFuture(List<int> before) =>
        before.Exists(i => tokens[i].Term == "would") && !before.Exists(i => tokens[i].Term != "would" && Lists["possible"].Contains(tokens[i].Term)) && tokens.Take(before[0]).Any(token => IsParticiple(token) && ReportingVerbs.StanceOf(token.Term) is not null);

    private DeedTime TimeOf(List<int> before, int verb, bool isGoing, bool isEnd)
    {
        bool Has(string list) => before.Exists(i => Lists[list].Contains(tokens[i].Term)) || Lists[list].Contains(tokens[verb].Term);
        if (Has("ahead") || Has("contracted-ahead") || isGoing) return DeedTime.Ahead;
        if (isEnd && !before.Exists(i => tokens[i].Term is "was" or "were" or "had" or "did")) return DeedTime.Present;
        if (Has("past") || Has("contracted-past") || before.Exists(i => IsParticiple(tokens[i]) && Lists["refusing"].Contains(tokens[i].Term))) return DeedTime.Past;
        return !before.Exists(i => Lists["auxiliaries"].Contains(tokens[i].Term) || Negation.IsContracted(tokens[i])) && IsParticiple(tokens[verb]) ? DeedTime.Past : DeedTime.Present;
    }

    /// <summary>"-ed" or irregular.</summary>
    private static bool IsParticiple(Token token) => token.Term.Length > 3 && token.Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(token.Term);

    private bool IsForm(int i) => IsParticiple(tokens[i]) || tokens[i].Term.Length > 4 && tokens[i].Term.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Whether a word without an auxiliary can be its clause's verb: none behind an article, a preposition or an owner is.</summary>
    private bool IsFinite(int i)
    {
        if (i == 0 || tokens[i].Term.EndsWith("ing", StringComparison.Ordinal) || tokens[i].IsNumber) return false;
        var before = tokens[i - 1];
        if ((before.Traits & TokenTraits.Possessive) != 0) return false;
        return !before.IsStopWord || before.Term is "he" or "she" or "it" or "they" or "and" or "also" or "which";
    }

    /// <summary>The words of the subject of a verb group that begins at <paramref name="group"/>, and whether the clause is denied by what stands before it.</summary>
    private (int From, int To, bool IsFlipped)? Clause(int group)
    {
        var isFlipped = false;
        var first = 0;
        if (_frame is { } frame)
        {
            if (!frame.Governs(group))
            {
                if (group < frame.From) return null;
            }
            else if (!frame.IsDenied) return null;
            else (isFlipped, first) = (true, frame.From);
        }
        var from = group;
        while (from > first && !IsBoundary(from)) from--;
        if (from == group && from > first) return Shared(group, first, isFlipped);
        if (from == first) return (from, group, isFlipped);
        var opening = tokens[from - 1];
        if (Lists["openings"].Contains(opening.Term)) return null;
        var telling = opening.Term == "that" ? from - 2 : from - 1;
        if (opening.Term == "that" && telling < 0) return null;
        if (ReportingVerbs.StanceOf(tokens[telling].Term) == Stance.Denied) return IsDeniedBefore(telling) ? null : (from, group, !isFlipped);
        if (Lists["telling"].Contains(tokens[telling].Term)) return IsDeniedBefore(telling) ? null : (from, group, isFlipped);
        return opening.Term == "that" || ReportingVerbs.StanceOf(opening.Term) is not null ? null : (from, group, isFlipped);
    }

    /// <summary>"The club denied that it would move": the subject of the clause before, where the pronoun stands alone right behind the verb of saying.</summary>
    private (int From, int To) Meant(int from, int to)
    {
        if (to - from != 1 || tokens[from].Term is not ("he" or "she" or "it" or "they") || from < 2) return (from, to);
        var telling = tokens[from - 1].Term == "that" ? from - 2 : from - 1;
        var isAlone = telling > 0 && ReportingVerbs.StanceOf(tokens[telling].Term) is not null && Enumerable.Range(0, telling).All(i => !HasComma(i) && !Lists["openings"].Contains(tokens[i].Term) && !Lists["auxiliaries"].Contains(tokens[i].Term));
        return isAlone ? (0, telling) : (from, to);
    }

    /// <summary>"Met on Monday and did not adopt", "Ana Varga, the mayor, did not come": the subject is that of the clause's beginning.</summary>
    private (int From, int To, bool IsFlipped)? Shared(int group, int first, bool isFlipped)
    {
        var isJoined = tokens[group - 1].Term is "and" or "but";
        if (!isJoined && !HasComma(group - 1)) return null;
        var end = first;
        while (end < group && !(isJoined ? Lists["auxiliaries"].Contains(tokens[end].Term) || end > first && IsParticiple(tokens[end]) && IsFinite(end) : HasComma(end))) end++;
        if (!isJoined) end++;
        // "On Monday, the council met and …": too much to tell.
        return end < group && end > first && Enumerable.Range(first, end - first - (isJoined ? 0 : 1)).All(i => !HasComma(i) && !Lists["openings"].Contains(tokens[i].Term) && tokens[i].Term != "that") ? (first, end, isFlipped) : null;
    }

    private bool IsDeniedBefore(int i)
    {
        for (var k = i - 1; k >= Math.Max(0, i - 3); k--)
            if (IsDenial(k) || tokens[k].Term is "nobody" or "no") return true;
        return false;
    }

    /// <summary>Whether a clause begins at the token.</summary>
    private bool IsBoundary(int i)
    {
        var before = tokens[i - 1];
        if (HasComma(i - 1) || Lists["openings"].Contains(before.Term) || before.Term == "that") return true;
        if (Lists["joining"].Contains(before.Term)) return before.Term != "and" || Enumerable.Range(0, i - 1).Any(k => Lists["auxiliaries"].Contains(tokens[k].Term) || k > 0 && IsParticiple(tokens[k]) && IsFinite(k));
        return ReportingVerbs.StanceOf(before.Term) is not null;
    }

    /// <summary>"On Monday, the council …": what stands before the subject.</summary>
    private (int From, int To)? Prefix(int from) => from > 0 && HasComma(from - 1) && Enumerable.Range(0, from - 1).All(i => !HasComma(i)) && (Lists["beside"].Contains(tokens[0].Term) || fact.Dates.Any(date => date.Span.Contains(tokens[0].Span))) ? (0, from) : null;

    private bool HasComma(int i) => i + 1 < tokens.Count && fact.Text.AsSpan(tokens[i].Span.End - fact.Span.Start, tokens[i + 1].Span.Start - tokens[i].Span.End).IndexOfAny(",;:–—(") >= 0;

    private bool IsConditional()
    {
        foreach (var token in tokens)
            if (token.Term is "if" or "unless" or "whether" or "perhaps" or "maybe" or "possibly" or "allegedly" or "reportedly" or "supposedly") return true;
        return false;
    }

    /// <summary>The words of what is done, and, of a passive, by whom; null where they pick some of many.</summary>
    private List<DeedWord>? Objects(int from, List<DateRange> days, out IReadOnlySet<string>? agent)
    {
        agent = null;
        var to = from;
        while (to < tokens.Count && !HasComma(to - 1) && !EndsObject(to)) to++;
        DaysWithin(from, to, days);
        for (var by = from; by < to; by++)
            if (tokens[by].Term == "by" && Words(by + 1, to, isDoer: false) is { Count: > 0 } doers) agent = doers.TakeWhile(word => !word.IsBeside).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        return Words(from, to, isDoer: false);
    }

    private bool EndsObject(int i)
    {
        var term = tokens[i].Term;
        if (term is "because" or "although" or "though" or "whereas" or "while" or "but" or "so") return true;
        return term == "and" && Enumerable.Range(i + 1, Math.Min(4, tokens.Count - i - 1)).Any(k => Lists["auxiliaries"].Contains(tokens[k].Term) || IsDenial(k) || IsParticiple(tokens[k]) && !tokens[k - 1].IsStopWord || k == i + 1 && IsParticiple(tokens[k]));
    }

    /// <summary>What words mean: names by whom they name, others by their stems; null for a subject that isn't told or picks some of many.</summary>
    private List<DeedWord>? Words(int from, int to, bool isDoer)
    {
        var words = new List<DeedWord>();
        var isBeside = false;
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            if (fact.Dates.Any(date => date.Span.Contains(token.Span))) continue;
            if (isDoer && (Lists["picking"].Contains(token.Term) || token.IsNumber)) return null;
            isBeside |= Lists["beside"].Contains(token.Term) || IsDuration(i, to);
            if (MentionAt(token) is { } mention)
            {
                var key = "@" + mention.Id.Value + ((token.Traits & TokenTraits.Possessive) != 0 ? "'s" : "");
                if (words.Count == 0 || words[^1].Key != key) words.Add(new DeedWord(key, isBeside) { Name = [.. tokens.Where(part => !part.IsStopWord && mention.Span.Contains(part.Span)).Select(part => part.Stem)] });
                continue;
            }
            if (isDoer && token.Term is "he" or "she" or "it" or "they" or "we" or "i" or "you" or "this" or "that" or "who") return null;
            if (token.IsStopWord && !Lists["narrowing"].Contains(token.Term) && !(isDoer && token.Term == "there")) continue;
            words.Add(new DeedWord(token.Stem, isBeside || token.Term.EndsWith("ly", StringComparison.Ordinal) || Repetition.Has(tokens, i)) { IsNumber = token.IsNumber });
        }
        return words;
    }

    /// <summary>"For three years", "for a week": for how long something is done is no part of what is done.</summary>
    private bool IsDuration(int at, int to)
    {
        for (var i = at + 2; tokens[at].Term == "for" && i < Math.Min(to, at + LongestDuration); i++)
            if (Lists["durations"].Contains(tokens[i].Term)) return true;
        return false;
    }

    /// <summary>"For the next two years".</summary>
    private const int LongestDuration = 5;

    private EntityMention? MentionAt(Token token)
    {
        foreach (var mention in fact.Entities)
            if (mention.Span.Contains(token.Span) && mention.Span.Length > 0) return mention;
        return null;
    }

    /// <summary>The person with whose name a subject ends ("Mayor Ana Varga").</summary>
    private string? PersonOf(int from, int to) => to > from && MentionAt(tokens[to - 1]) is { Kind: EntityKind.Person } person && (tokens[to - 1].Traits & TokenTraits.Possessive) == 0 ? "@" + person.Id.Value : null;

    private void DaysWithin(int from, int to, List<DateRange> days)
    {
        if (from >= to) return;
        var span = TextSpan.FromBounds(tokens[from].Span.Start, tokens[to - 1].Span.End);
        days.AddRange(fact.Dates.Where(date => span.Contains(date.Span)).Select(date => date.Value));
    }
}
