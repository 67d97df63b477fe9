using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>What a question asks for.</summary>
/// <param name="Expects">The kind of answer.</param>
/// <param name="Focus">The stem of the noun that says which kind of thing is wanted ("newspap" in "which newspaper"), or null.</param>
public readonly record struct AnswerTypeReading(AnswerType Expects, string? Focus);

/// <summary>
/// Reads off a question's own words what kind of thing would answer it: the question word, the noun beside it, or a leading auxiliary. Needs no
/// capitals and no question mark; a terse question without any of them ("summit venue") is read by its nouns.
/// </summary>
public static class AnswerTypeReader
{
    private static readonly FrozenDictionary<string, AnswerType> Nouns = ReadNouns();

    private static readonly FrozenSet<string> Auxiliaries = Set(
        "is are was were am be do does did has have had will would can could should shall may might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't "
        + "hadn't won't wouldn't can't couldn't shouldn't isnt arent wasnt werent dont doesnt didnt hasnt havent wont cant");

    private static readonly FrozenSet<string> Saying = Set(
        "say said says saying tell told tells think thinks claim claimed claims argue argued argues promise promised promises warn warned warns demand demanded demands declare "
        + "declared declares comment commented respond responded reply replied react reacted insist insisted describe described explain explained emphasize emphasise stress "
        + "stressed suggest suggested write wrote mention mentioned urge urged vow vowed");

    private static readonly FrozenSet<string> Wording = Set(
        "describe described characterise characterize characterised characterized respond responded react reacted reply replied comment commented phrase phrased");

    private static readonly FrozenSet<string> Measures = Set("long old far tall high big large often fast deep wide heavy hot cold few great frequently quickly close thick small");

    private static readonly FrozenSet<string> Containers = Set("type types kind kinds sort sorts name names form forms one ones part parts group");

    private static readonly FrozenSet<string> Articles = Set("the a an his her their its this that these those our your my");

    /// <summary>What <paramref name="tokens"/>, the question's tokens in order, ask for.</summary>
    public static AnswerTypeReading Read(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0) return new AnswerTypeReading(AnswerType.Any, null);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = QuestionWord(tokens[i].Term);
            switch (word)
            {
                case "who" or "whom": return Who(tokens, i);
                case "whose": return new AnswerTypeReading(AnswerType.Person, FocusAt(tokens, i + 1));
                case "when" when i == 0 || !LeadsClause(tokens, i): return new AnswerTypeReading(AnswerType.Date, null);
                case "where" when i == 0 || !LeadsClause(tokens, i): return new AnswerTypeReading(AnswerType.Place, null);
                case "why": return new AnswerTypeReading(AnswerType.Reason, null);
                case "how": return How(tokens, i);
                case "what" or "which" when !(word == "which" && i > 0 && LeadsClause(tokens, i)): return What(tokens, i);
            }
            if (i == 0 && Auxiliaries.Contains(tokens[0].Term) && tokens.Count > 1) return new AnswerTypeReading(AnswerType.YesNo, null);
        }
        return Terse(tokens);
    }

    /// <summary>Whether <paramref name="term"/> is a noun that says no more than that a thing of <paramref name="type"/> is wanted ("city", "date", "newspaper").</summary>
    internal static bool NamesType(string term, AnswerType type) => Nouns.TryGetValue(term, out var named) && named == type;

    /// <summary>Whether <paramref name="term"/> is a verb of saying or thinking.</summary>
    internal static bool IsSaying(string term) => Saying.Contains(term);

    /// <summary>Whether <paramref name="term"/> asks in which words something was said.</summary>
    internal static bool AsksForWording(string term) => Wording.Contains(term);

    /// <summary>Whether <paramref name="term"/> makes, behind "how", a question for a figure ("how deep").</summary>
    internal static bool IsMeasure(string term) => term is "many" or "much" || Measures.Contains(term);

    /// <summary>Whether a question that <paramref name="term"/> begins is one for yes or no ("is", "did").</summary>
    internal static bool IsAuxiliary(string term) => Auxiliaries.Contains(term);

    /// <summary>"whos", "who's" and "what's" read as their question word; null for any other word.</summary>
    private static string? QuestionWord(string term) => term switch
    {
        "who" or "whom" or "whose" or "what" or "which" or "when" or "where" or "why" or "how" => term,
        "who's" or "whos" or "who'd" or "who'll" => "who",
        "what's" or "whats" or "wat" or "wot" or "whatever" => "what",
        "where's" or "wheres" => "where",
        "when's" or "whens" or "wen" => "when",
        "why's" or "whys" => "why",
        "how's" or "hows" => "how",
        _ => null,
    };

    /// <summary>Inside a yes-or-no question a later "when" or "which" begins a side clause.</summary>
    private static bool LeadsClause(IReadOnlyList<Token> tokens, int at) => at > 2 && Auxiliaries.Contains(tokens[0].Term);

    private static AnswerTypeReading Who(IReadOnlyList<Token> tokens, int at)
    {
        // "Who is Rutte" wants the part he has; "who is the president" and "who is attending" want a person.
        var i = at + 1;
        if (tokens[at].Term is "who's" or "whos" || i < tokens.Count && tokens[i].Term is "is" or "was" or "are" or "were")
        {
            if (tokens[at].Term is "who") i++;
            if (i >= tokens.Count || tokens[i].Term is "the" or "a" or "an" || tokens[i].IsStopWord) return new AnswerTypeReading(AnswerType.Person, null);
            var content = 0;
            var names = 0;
            for (var k = i; k < tokens.Count; k++)
            {
                if (tokens[k].IsStopWord) return new AnswerTypeReading(AnswerType.Person, null);
                content++;
                if (tokens[k].IsCapitalised) names++;
            }
            var verb = tokens[i].Term.EndsWith("ing", StringComparison.Ordinal) || tokens[i].Term.EndsWith("ed", StringComparison.Ordinal);
            if (content <= 4 && (names == content || names == 0 && !verb && content <= 2)) return new AnswerTypeReading(AnswerType.Role, null);
        }
        return new AnswerTypeReading(AnswerType.Person, null);
    }

    private static AnswerTypeReading How(IReadOnlyList<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count) return new AnswerTypeReading(AnswerType.Reason, null);
        var next = tokens[at + 1].Term;
        if (next is "many" or "much") return new AnswerTypeReading(AnswerType.Quantity, FocusAt(tokens, at + 2));
        if (Measures.Contains(next)) return new AnswerTypeReading(AnswerType.Quantity, null);
        // "How did she describe it", "how has he reacted": in which words.
        for (var i = at + 2; i < tokens.Count; i++)
            if (Wording.Contains(tokens[i].Term)) return new AnswerTypeReading(AnswerType.Statement, null);
        return new AnswerTypeReading(AnswerType.Reason, null);
    }

    private static AnswerTypeReading What(IReadOnlyList<Token> tokens, int at)
    {
        // "The toll is for what?"
        if (at > 0 && at + 1 == tokens.Count && tokens[at - 1].Term == "for") return new AnswerTypeReading(AnswerType.Reason, null);
        var i = at + 1;
        var isVerb = i < tokens.Count && Auxiliaries.Contains(tokens[i].Term) || tokens[at].Term is "what's" or "whats";
        if (isVerb && i < tokens.Count)
        {
            if (tokens[i].Term is "is" or "was" or "are" or "were") i++;
            else if (tokens[at].Term is not ("what's" or "whats")) return WhatDid(tokens, i);
            if (i < tokens.Count && Articles.Contains(tokens[i].Term)) i++;
            // "What is Norland's share?" asks for the share; "what is Norland?" for whatever it is.
            else if (i < tokens.Count && tokens[i].IsCapitalised && !AsksForFigureOrDayOf(tokens, i)) return new AnswerTypeReading(AnswerType.Any, null);
        }
        var focus = HeadNoun(tokens, i, out var type);
        if (type is { } known) return new AnswerTypeReading(known, focus);
        if (isVerb || focus is null) return IsCause(tokens, at) ? new AnswerTypeReading(AnswerType.Reason, null) : new AnswerTypeReading(AnswerType.Any, null);
        return IsCause(tokens, at) ? new AnswerTypeReading(AnswerType.Reason, null) : new AnswerTypeReading(AnswerType.Thing, focus);
    }

    private static bool AsksForFigureOrDayOf(IReadOnlyList<Token> tokens, int name) =>
        tokens.Skip(name).Take(3).Any(token => (token.Traits & TokenTraits.Possessive) != 0) && HeadNoun(tokens, name, out var type) is not null && type is AnswerType.Quantity or AnswerType.Date;

    private static AnswerTypeReading WhatDid(IReadOnlyList<Token> tokens, int at)
    {
        // "What will the repairs cost?"
        if (tokens[^1].Term == "cost") return new AnswerTypeReading(AnswerType.Quantity, null);
        for (var i = at + 1; i < tokens.Count; i++)
            if (Saying.Contains(tokens[i].Term)) return new AnswerTypeReading(AnswerType.Statement, null);
        return new AnswerTypeReading(AnswerType.Any, null);
    }

    private static bool IsCause(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Term is "caused" or "causes" or "reason" or "reasons" or "led" or "made" || tokens[^1].Term is "for" && tokens[at].Term is "what";

    /// <summary>
    /// The noun that a run of words after the question word ends in. Without a grammar: the first word of the run that the list of nouns knows, else the
    /// run's first word; "type of" and its like are passed over.
    /// </summary>
    private static string? HeadNoun(IReadOnlyList<Token> tokens, int from, out AnswerType? type)
    {
        type = null;
        while (from < tokens.Count && Containers.Contains(tokens[from].Term) && from + 1 < tokens.Count)
        {
            from++;
            while (from < tokens.Count && (tokens[from].Term is "of" || Articles.Contains(tokens[from].Term))) from++;
        }
        // "Which of the allies": one of them.
        if (from + 1 < tokens.Count && tokens[from].Term == "of" && Articles.Contains(tokens[from + 1].Term)) from += 2;
        // "The alliance boss's line": whose it is comes first, what it is behind.
        for (var i = Math.Min(tokens.Count, from + 4) - 2; i >= from; i--)
            if ((tokens[i].Traits & TokenTraits.Possessive) != 0 && !IsBehindPreposition(tokens, from, i))
            {
                from = i + 1;
                break;
            }
        string? first = null;
        for (var i = from; i < tokens.Count && i < from + 4; i++)
        {
            if (tokens[i].IsStopWord)
            {
                if (i == from) continue;
                break;
            }
            first ??= tokens[i].Stem;
            // "The 1.5 percent", "the five year plan": what a figure counts is given, not asked for.
            if (!Nouns.TryGetValue(tokens[i].Term, out var known) || i > 0 && tokens[i - 1].IsNumber) continue;
            type = known;
            return tokens[i].Stem;
        }
        return first;
    }

    /// <summary>"The cost of the mayor's plan": the cost is asked for, not the plan.</summary>
    private static bool IsBehindPreposition(IReadOnlyList<Token> tokens, int from, int at)
    {
        for (var i = from + 1; i < at; i++)
            if (tokens[i].Term is "of" or "in" or "for" or "on" or "to" or "about") return true;
        return false;
    }

    private static string? FocusAt(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count && i < from + 3; i++)
            if (!tokens[i].IsStopWord)
            {
                // "how many European countries": the noun is behind the name or the adjective.
                var next = i + 1 < tokens.Count && !tokens[i + 1].IsStopWord && (tokens[i].IsCapitalised || tokens[i + 1].Term.EndsWith('s')) && !tokens[i].Term.EndsWith('s');
                return next ? tokens[i + 1].Stem : tokens[i].Stem;
            }
            else if (i > from || Auxiliaries.Contains(tokens[i].Term)) break;
        return null;
    }

    private static AnswerTypeReading Terse(IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens)
            if (Saying.Contains(token.Term) && token.Term is "say" or "said" or "says") return new AnswerTypeReading(AnswerType.Statement, null);
        for (var i = tokens.Count - 1; i >= 0; i--)
            if (tokens[i].Term is "date" or "dates" or "venue" or "location" or "cost" or "price" or "budget" or "number" or "percentage" or "year" or "role")
                return new AnswerTypeReading(Nouns[tokens[i].Term], tokens[i].Stem);
        return new AnswerTypeReading(AnswerType.Any, null);
    }

    private static FrozenDictionary<string, AnswerType> ReadNouns()
    {
        var nouns = new Dictionary<string, AnswerType>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("answer-nouns.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var type = Enum.Parse<AnswerType>(parts[0]);
            foreach (var noun in parts.AsSpan(1)) nouns[noun] = type;
        }
        return nouns.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
