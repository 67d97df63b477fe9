using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Claims;

/// <summary>
/// Takes a message apart into what it claims: its sentences, and clauses joined by "and", "but" or a semicolon that each have a verb of their own. Questions and
/// opinions are named as such; what stands behind "I think" is a claim; appeals are passed over.
/// </summary>
internal static class ClaimSplitter
{
    private static readonly FrozenSet<string> QuestionOpeners = new[]
    {
        "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "is", "are", "was", "were", "will", "would", "has", "have", "had", "does", "do", "did", "can", "could", "should",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>[] OpinionWords = [.. LanguageData.Lines("opinion-words.txt").Select(line => line.Split(' ').ToFrozenSet(StringComparer.Ordinal))];

    /// <summary>The claims of <paramref name="message"/>, in order; what it claims twice once.</summary>
    public static IReadOnlyList<Claim> Split(string message)
    {
        var claims = new List<Claim>();
        if (TaggedClaim.Read(message) is { } tagged) message = tagged.Text;
        foreach (var sentence in SentenceSplitter.Split(message))
        {
            var text = Message.Read(sentence.Of(message)).Asked;
            if (text.Length == 0 || Appeal.IsOne(text)) continue;
            if (Heard(text) is { } heard) text = heard;
            var kind = KindOf(text);
            if (kind == ClaimKind.Question) claims.Add(new Claim(text, text, kind));
            else if (StatementFrame.Opinion.Behind(text) is { } held && KindOf(held) == ClaimKind.Assertion) claims.AddRange(Clauses(held).Select(part => new Claim(part.Clause == held ? text : part.Clause, part.ReadAs, KindOf(part.Clause)) { IsHeld = true }));
            else
                foreach (var (clause, readAs) in Clauses(text)) claims.Add(new Claim(clause, readAs, KindOf(clause) == ClaimKind.Opinion || kind == ClaimKind.Opinion ? ClaimKind.Opinion : ClaimKind.Assertion));
        }
        return [.. claims.DistinctBy(claim => string.Join(' ', Tokenizer.Tokenize(claim.ReadAs).Select(token => token.Stem)))];
    }

    /// <summary>What a claim with a reason says apart from that ("the fair was put off", "the tent had burnt"), each to be read by itself; null where no clause behind "because" gives one.</summary>
    public static (string Main, string Reason)? AtReason(string claim)
    {
        var tokens = Tokenizer.Tokenize(claim);
        var because = tokens.FindIndex(token => token.Term == "because");
        if (because < 2 || because + 2 >= tokens.Count || tokens[because + 1].Term == "of" || tokens.Exists(token => ReportingVerbs.StanceOf(token.Term) is not null || token.Term is "not" or "only" || Negation.IsContracted(token))) return null;
        if (ClauseVerbs.Within(tokens, 0, because) < 0 && ClauseVerbs.Opening(tokens, 0) is < 0) return null;
        string? subject = null;
        var main = Clause(claim, tokens, 0, because, null, ref subject).Clause;
        return (main, Clause(claim, tokens, because + 1, tokens.Count, subject, ref subject).ReadAs.TrimEnd('.', '!', ' '));
    }

    /// <summary>What a sentence says to have been read or heard; null where it says nothing of the kind, or nothing that could be checked.</summary>
    public static string? Heard(string sentence) =>
        StatementFrame.Hearsay.Behind(sentence) is { } heard && KindOf(heard) == ClaimKind.Assertion && Tokenizer.Tokenize(heard) is { } words && ClauseVerbs.Within(words, 0, words.Count) >= 0 ? heard : null;

    /// <summary>Whether a question may begin with the word.</summary>
    public static bool OpensQuestion(string term) => QuestionOpeners.Contains(term);

    private static ClaimKind KindOf(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        if (text.TrimEnd('"', '\'', ')', ' ').EndsWith('?')) return ClaimKind.Question;
        if (tokens.Count == 0) return ClaimKind.Opinion;
        if (QuestionOpeners.Contains(tokens[0].Term) && !text.TrimEnd().EndsWith('.') && tokens.Count > 1 && tokens[0].Term is not ("is" or "are" or "was" or "were" or "has" or "have" or "had"))
            return tokens[0].Term is "when" or "which" ? ClaimKind.Assertion : ClaimKind.Question;
        // What somebody else is said to think is a claim about them.
        var attributed = tokens.Any(t => ReportingVerbs.StanceOf(t.Term) is not null && !OpinionWords[0].Contains(t.Term));
        if (attributed) return ClaimKind.Assertion;
        var first = tokens.FindIndex(t => t.Term is "i" or "my" or "we" or "imho" or "imo" or "personally" or "honestly" or "frankly");
        if (first >= 0 && tokens.Exists(t => OpinionWords[0].Contains(t.Term))) return ClaimKind.Opinion;
        if (Judgement.IsIn(tokens) || Enumerable.Range(0, tokens.Count).Any(i => Judges(tokens, i)) || Enumerable.Range(0, tokens.Count).Any(i => tokens[i].Term is "should" or "ought" && !IsPlan(tokens, i))) return ClaimKind.Opinion;
        return ClaimKind.Assertion;
    }

    /// <summary>"Should be reached by 2032": what is planned, with its time or figure, is no opinion.</summary>
    private static bool IsPlan(List<Token> tokens, int should) =>
        should + 2 < tokens.Count && tokens[should + 1].Term == "be" && (tokens[should + 2].Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(tokens[should + 2].Term)) && tokens.Skip(should + 3).Any(token => token.IsNumber);

    /// <summary>A word that judges; "Great" of a name doesn't, nor does what is "for good".</summary>
    private static bool Judges(List<Token> tokens, int i) => OpinionWords[1].Contains(tokens[i].Term) && !(i > 0 && tokens[i - 1].Term == "for")
        && !(tokens[i].IsCapitalised && i + 1 < tokens.Count && tokens[i + 1].IsCapitalised && tokens.Exists(token => !token.IsCapitalised));

    private static IEnumerable<(string Clause, string ReadAs)> Clauses(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        // What follows "said that … and …" is said too: one claim, or the speaker would be lost.
        if (tokens.Exists(t => ReportingVerbs.StanceOf(t.Term) is not null))
        {
            yield return (sentence, sentence);
            yield break;
        }
        var from = 0;
        string? subject = null;
        for (var i = 2; i < tokens.Count - 1; i++)
        {
            if (!Parts(sentence, tokens, from, i)) continue;
            var to = tokens[i].Term is "and" or "but" or "while" ? i : i + 1;
            yield return Clause(sentence, tokens, from, to, from > 0 ? subject : null, ref subject);
            from = i + 1;
        }
        yield return Clause(sentence, tokens, from, tokens.Count, from > 0 ? subject : null, ref subject);
    }

    private static (string Clause, string ReadAs) Clause(string sentence, List<Token> tokens, int from, int to, string? shared, ref string? subject)
    {
        if (tokens.Count == 0 || from >= to) return (sentence, sentence);
        var end = to == tokens.Count ? sentence.Length : tokens[to - 1].Span.End;
        var text = sentence[tokens[from].Span.Start..end].TrimEnd(' ', ',', ';');
        if (from == 0) subject = SubjectOf(sentence, tokens, to);
        // A clause that begins with its verb, or with "it" or "he", has the first clause's subject.
        if (shared is null || !ClauseVerbs.IsAuxiliary(tokens[from]) && tokens[from].Term is not ("it" or "he" or "she" or "they")) return (text, text);
        var rest = tokens[from].Term is "it" or "he" or "she" or "they" ? text[tokens[from].Span.Length..].TrimStart() : text;
        return (text, $"{shared} {rest}");
    }

    /// <summary>Whether a conjunction or semicolon at <paramref name="i"/> parts two clauses that each have a verb of their own.</summary>
    private static bool Parts(string sentence, List<Token> tokens, int from, int i)
    {
        var isConjunction = tokens[i].Term is "and" or "but" or "while";
        var isSemicolon = sentence.AsSpan(tokens[i].Span.End, tokens[i + 1].Span.Start - tokens[i].Span.End).IndexOf(';') >= 0;
        if (!isConjunction && !isSemicolon) return false;
        // "France and Spain have …", "Poland and Lithuania welcomed …" share a verb: the left side has none before the conjunction.
        if (ClauseVerbs.Depends(tokens[from]) || ClauseVerbs.Within(tokens, from, i) < 0) return false;
        var right = tokens.FindIndex(i + 1, Math.Min(5, tokens.Count - i - 1), ClauseVerbs.IsAuxiliary);
        if (right < 0) return !ClauseVerbs.Joins(tokens[i - 2]) && ClauseVerbs.Opening(tokens, i + 1) >= 0;
        // "… and Trump was": what was is told before; alone it would claim nothing.
        return !(tokens.Count - right is 1 or 2 && tokens.Skip(right + 1).All(token => token.Term is "not" or "too" or "also"));
    }

    private static string? SubjectOf(string sentence, List<Token> tokens, int to)
    {
        var verb = ClauseVerbs.Within(tokens, 0, to);
        return verb > 0 ? sentence[tokens[0].Span.Start..tokens[verb - 1].Span.End] : null;
    }
}
