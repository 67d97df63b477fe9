using System.Collections.Frozen;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;

namespace ChatBot.Knowledge.Understanding;

/// <summary>
/// Takes a question apart that asks several things ("Whom did she meet, when and where?"). A part begins with a question word behind "and", a comma or a
/// semicolon; a bare question word asks the same of the first part's matter.
/// </summary>
internal static class QuestionParts
{
    /// <summary>The words that ask.</summary>
    public static readonly FrozenSet<string> QuestionWords = FrozenSet.Create(StringComparer.Ordinal, "who", "whom", "whose", "what", "which", "when", "where", "why", "how");

    /// <summary>The same with what is written together with them.</summary>
    private static readonly FrozenSet<string> Asking = QuestionWords.Union(["what's", "whats", "who's", "whos", "when's", "whens", "where's", "wheres", "how's", "hows", "why's"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "on", "in", "at", "by", "with", "from", "to", "for", "of", "since", "until" };

    /// <summary>What asks more than this at once is no list of questions that anybody would read the answers of.</summary>
    private const int MostParts = 10;

    /// <summary>A part of a question.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="IsBare">Whether it lacks a matter of its own.</param>
    public readonly record struct Part(string Text, bool IsBare);

    /// <summary>The parts; one where the question asks one thing.</summary>
    public static IReadOnlyList<Part> Split(string asked)
    {
        var tokens = Tokenizer.Tokenize(asked);
        var starts = new List<int>();
        for (var i = 2; i < tokens.Count; i++)
        {
            if (!Asking.Contains(tokens[i].Term) && !AsksYesOrNo(tokens, i)) continue;
            var k = i;
            if (Prepositions.Contains(tokens[k - 1].Term)) k--;
            // "And by when?" begins with the word that would join.
            if (k < 2) continue;
            var joined = Joins(tokens[k - 1].Term);
            var gap = asked.AsSpan(tokens[k - 1].Span.End, tokens[k].Span.Start - tokens[k - 1].Span.End);
            // What stands in brackets tells what is meant, and asks nothing of its own.
            if (gap.Contains('(') || !joined && gap.IndexOfAny(",;?") < 0) continue;
            // "…, which" and "…, who" inside a statement begin a side clause; a list of question words doesn't.
            var isSideClause = !joined && gap.IndexOfAny(";?") < 0 && tokens[i].Term is "which" or "who" or "whose" && i + 1 < tokens.Count && i - 1 > 0 && starts.Count == 0 && !QuestionWords.Contains(tokens[0].Term);
            if (!isSideClause) starts.Add(k);
        }
        if (starts.Count == 0) return [new Part(asked, false)];
        var parts = new List<Part>();
        var from = 0;
        string? ofName = null;
        for (var s = 0; s <= starts.Count; s++)
        {
            var to = s < starts.Count ? starts[s] : tokens.Count;
            var last = to;
            while (last > from + 1 && Joins(tokens[last - 1].Term)) last--;
            if (s == 0) ofName = AskedOfName(asked, tokens, last);
            if (last > from) parts.Add(s > 0 && ofName is not null && AsksOfName(tokens, from, last) ? new Part($"{Of(asked, tokens, from, last).Text} {ofName}", false) : Of(asked, tokens, from, last));
            from = to;
        }
        if (parts.Count > 1 && parts[0].IsBare && !parts[0].Text.EndsWith('?') && !parts[1].IsBare && Matter(parts[1].Text) is { } matter) parts[0] = new Part($"{parts[0].Text} {matter}", false);
        return parts.Count is 0 or > MostParts ? [new Part(asked, false)] : parts;
    }

    /// <summary>Whether a part begins as a question does: what stands before one ("I read of the toll: …") asks nothing.</summary>
    public static bool Asks(Part part) => Tokenizer.Tokenize(part.Text) is [var first, ..] tokens && (Asking.Contains(first.Term) || tokens.Count > 1 && Prepositions.Contains(first.Term) && Asking.Contains(tokens[1].Term) || AnswerTypeReader.IsAuxiliary(first.Term));

    /// <summary>"When and where did she speak?": what the bare question word before another asks of, beginning with the verb; null where there is none.</summary>
    private static string? Matter(string part) =>
        Tokenizer.Tokenize(part) is [var first, var verb, _, ..] && Asking.Contains(first.Term) && AnswerTypeReader.IsAuxiliary(verb.Term) ? part[verb.Span.Start..] : null;

    /// <summary>"Did she give a speech and did he come?"</summary>
    private static bool AsksYesOrNo(List<Token> tokens, int at) =>
        AnswerTypeReader.IsAuxiliary(tokens[at].Term) && AnswerTypeReader.IsAuxiliary(tokens[0].Term) && at > 3 && tokens[at - 1].Term == "and" && (at + 2 < tokens.Count && !AnswerTypeReader.IsAuxiliary(tokens[at + 1].Term) || AsksOfName(tokens, at, tokens.Count));

    /// <summary>"And is Berg?": the verb and a name, of which the same is asked as of the one before.</summary>
    private static bool AsksOfName(List<Token> tokens, int from, int to) =>
        to - from is 2 or 3 && AnswerTypeReader.IsAuxiliary(tokens[from].Term) && tokens.Skip(from + 1).Take(to - from - 1).All(token => token.IsCapitalised && !token.IsStopWord);

    /// <summary>"Coming" of "is Holm coming": what a part asks of the name that it begins with; null where it asks of no name.</summary>
    private static string? AskedOfName(string asked, List<Token> tokens, int to)
    {
        var behind = 1;
        while (behind < to && tokens[behind].IsCapitalised && !tokens[behind].IsStopWord) behind++;
        return behind > 1 && behind < to ? TextSpan.FromBounds(tokens[behind].Span.Start, tokens[to - 1].Span.End).Of(asked) : null;
    }

    private static bool Joins(string term) => term is "and" or "or" or "but" || ChatSpellings.Meaning(term) == "and";

    private static Part Of(string asked, List<Token> tokens, int from, int to)
    {
        var content = 0;
        for (var i = from; i < to; i++)
            if (!tokens[i].IsStopWord && !(i > from && tokens[i - 1].Term == "how" && AnswerTypeReader.IsMeasure(tokens[i].Term)) && tokens[i].Term is not ("day" or "days" or "date" or "dates" or "place" or "time" or "year" or "month" or "city" or "country")) content++;
        return new Part(TextSpan.FromBounds(tokens[from].Span.Start, tokens[to - 1].Span.End).Of(asked), content == 0);
    }
}
