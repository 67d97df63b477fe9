using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>
/// Who does what: the verb that a question asks of, and who a sentence says does it. Without a grammar: the doer is the person, country or body that stands
/// nearest before the verb, in a passive the one behind "by".
/// </summary>
/// <param name="Verb">The verb, with the words that may stand for it.</param>
/// <param name="Doer">Who does it in the question; null where that is what is asked.</param>
internal sealed record Doing(QuestionTerm Verb, EntityId? Doer)
{
    /// <summary>How many words before its verb a doer is looked for.</summary>
    private const int Farthest = 14;

    /// <summary>Words that stand for a verb less surely than this may be about something else.</summary>
    private const double SameVerb = 0.7;

    private readonly string[] _verbs = [Verb.Stem, .. Verb.Alternatives.Where(alternative => alternative.Phrase is null && alternative.Weight >= SameVerb).Select(alternative => alternative.Stem)];

    /// <summary>What <paramref name="question"/> asks of: "did X sign" or "who signed"; null where no verb can be told.</summary>
    public static Doing? Of(Question question)
    {
        if (question.Expects is AnswerType.Statement or AnswerType.Role) return null;
        var tokens = question.Tokens;
        var at = 0;
        if (question.Expects == AnswerType.Person)
        {
            while (at < tokens.Count && tokens[at].Term != "who") at++;
            // "Who is the mayor" has no verb to do, and "who was invited" asks whom it was done to.
            if (at + 1 >= tokens.Count || tokens[at + 1].Term is "is" or "are" or "was" or "were" && !(at + 2 < tokens.Count && tokens[at + 2].Term.EndsWith("ing", StringComparison.Ordinal))) return null;
            return at < tokens.Count && VerbBehind(question, at + 1, farthest: 3) is { } asked ? new Doing(asked, null) : null;
        }
        // "Did X …", "why has X …", "what will X …": the name between the auxiliary and the verb does it.
        while (at < tokens.Count && tokens[at].Term is not ("did" or "does" or "do" or "has" or "have" or "had" or "will" or "would" or "can" or "could" or "is" or "was" or "are" or "were")) at++;
        if (at + 1 >= tokens.Count || at > 3) return null;
        foreach (var mention in question.Entities)
        {
            if (mention.Kind is not (EntityKind.Person or EntityKind.Country or EntityKind.Organisation) || mention.Span.Length == 0) continue;
            var first = IndexOf(tokens, mention.Span);
            if (first < 0 || first > at + 2) continue;
            var behind = first;
            while (behind < tokens.Count && mention.Span.Contains(tokens[behind].Span)) behind++;
            return (tokens[behind - 1].Traits & TokenTraits.Possessive) == 0 && VerbBehind(question, behind, farthest: 2) is { } verb ? new Doing(verb, mention.Id) : null;
        }
        return null;
    }

    /// <summary>Who does it in a sentence; null where it has no such verb, or nobody can be told.</summary>
    public EntityMention? DoerIn(FactView view)
    {
        for (var v = 0; v < view.Tokens.Count; v++)
        {
            if (Array.IndexOf(_verbs, view.Tokens[v].Stem) < 0 || IsInPhrase(view.Tokens, v)) continue;
            if (By(view, v) is var (passive, by) && passive)
            {
                if (by is not null) return by;
                continue;
            }
            EntityMention? nearest = null;
            foreach (var mention in view.Mentions)
            {
                if (mention.Kind is not (EntityKind.Person or EntityKind.Country or EntityKind.Organisation)) continue;
                var last = LastIndexOf(view.Tokens, mention.Span);
                if (last < 0 || last >= v || v - last > Farthest || (view.Tokens[last].Traits & TokenTraits.Possessive) != 0) continue;
                // "Ines Oduya of the harbour office": the person does it.
                if (nearest is { Kind: EntityKind.Person } && mention.Kind != EntityKind.Person && IsOf(view.Tokens, nearest.Value.Span, mention.Span)) continue;
                nearest = mention;
            }
            if (nearest is not null) return nearest;
        }
        return null;
    }

    /// <summary>"In the picture", "at their meeting": behind a preposition and an article the word is no verb.</summary>
    private static bool IsInPhrase(List<Token> tokens, int v)
    {
        for (var i = v - 1; i > 0 && i >= v - 3; i--)
            if (tokens[i].Term is "the" or "a" or "an" or "this" or "that" or "his" or "her" or "its" or "their")
                return tokens[i - 1].Term is "in" or "at" or "on" or "of" or "for" or "from" or "with" or "to" or "after" or "before" or "during" or "about" or "by";
        return false;
    }

    /// <summary>Whether nothing but "of", "from" or "for" and an article stand between the two names.</summary>
    private static bool IsOf(List<Token> tokens, TextSpan person, TextSpan body)
    {
        var linked = false;
        foreach (var token in tokens)
        {
            if (token.Span.Start < person.End || token.Span.End > body.Start) continue;
            if (token.Term is "of" or "from" or "for") linked = true;
            else if (token.Term is not ("the" or "a" or "an")) return false;
        }
        return linked;
    }

    /// <summary>Whether who does it in a sentence is somebody else than the question's doer.</summary>
    /// <param name="doer">Who does it in the sentence.</param>
    /// <param name="represents">Whom an entity stands for.</param>
    public bool IsAnother(EntityMention doer, Func<EntityId, EntityId?> represents) =>
        Doer is { } asked && doer.Id != asked && represents(doer.Id) != asked && represents(asked) != doer.Id;

    /// <summary>The first content word behind <paramref name="from"/> that is no name.</summary>
    private static QuestionTerm? VerbBehind(Question question, int from, int farthest)
    {
        for (var i = from; i < question.Tokens.Count && i <= from + farthest; i++)
        {
            var token = question.Tokens[i];
            if (token.IsStopWord || FutureForm.IsAt(question.Tokens, i, question.Entities)) continue;
            foreach (var mention in question.Entities)
                if (mention.Span.Overlaps(token.Span)) return null;
            foreach (var term in question.Terms)
                if (term.Entity is null && term.Stem == token.Stem) return term;
            return null;
        }
        return null;
    }

    /// <summary>Whether the verb at <paramref name="v"/> is a passive, and who stands behind its "by".</summary>
    private static (bool Passive, EntityMention? By) By(FactView view, int v)
    {
        if (!Passive.IsBehindBe(view.Tokens, v) || !view.Tokens[v].Term.EndsWith("ed", StringComparison.Ordinal) && !view.Tokens[v].Term.EndsWith("en", StringComparison.Ordinal)) return (false, null);
        foreach (var by in Passive.ByBehind(view.Tokens, v))
            foreach (var mention in view.Fact.Entities)
                if (mention.Span.Start > view.Tokens[by].Span.End && mention.Span.Start - view.Tokens[by].Span.End < 40 && mention.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation) return (true, mention);
        return (true, null);
    }

    private static int IndexOf(IReadOnlyList<Token> tokens, TextSpan span)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (span.Overlaps(tokens[i].Span)) return i;
        return -1;
    }

    private static int LastIndexOf(IReadOnlyList<Token> tokens, TextSpan span)
    {
        for (var i = tokens.Count - 1; i >= 0; i--)
            if (span.Overlaps(tokens[i].Span)) return i;
        return -1;
    }
}
