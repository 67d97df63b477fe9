using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a claim says that somebody or something does or has done to it.</summary>
/// <param name="Verb">Index of the verb.</param>
/// <param name="Subject">What it is said of.</param>
/// <param name="IsPassive">Whether it is done to the subject ("was invited"); null where it may be ("the boat moored at the quay").</param>
/// <param name="Object">The person, country or body that stands right behind the verb; null where none does.</param>
internal sealed record ClaimedDeed(int Verb, ClauseSubject.Words Subject, bool? IsPassive, EntityMention? Object)
{
    /// <summary>Whether it is said to have been done: "was opened", "has opened", not "is opened", "would be opened".</summary>
    public bool IsDone(IReadOnlyList<Token> tokens) => IsPast(tokens[Verb]) && !Enumerable.Range(Subject.To, Verb - Subject.To).Any(i => tokens[i].Term is "is" or "are" or "be" or "being" or "to" or "will" or "would" or "can" or "could" or "may" or "might" or "must" or "should");

    private static readonly FrozenSet<string> Saying = LanguageData.Words("speech-verbs.txt");

    private static readonly FrozenSet<string> Telling = LanguageData.Words("telling-verbs.txt");

    /// <summary>The deeds of a claim, in order.</summary>
    public static IReadOnlyList<ClaimedDeed> In(string claim, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        var deeds = new List<ClaimedDeed>();
        for (var i = 1; i < tokens.Count; i++)
        {
            // "Refused to come": who refused is who would have come.
            if (i > 2 && tokens[i - 1].Term == "to" && IsPast(tokens[i - 2]) && IsPassiveAt(tokens, i - 2) is not true && ClauseSubject.Before(claim, tokens, mentions, i - 2) is { } willing)
            {
                deeds.Add(new ClaimedDeed(i, willing, false, ObjectOf(tokens, i, mentions)));
                continue;
            }
            if (tokens[i].IsNumber || mentions.Any(mention => mention.Span.Overlaps(tokens[i].Span)) || !(IsPast(tokens[i]) || ClauseSubject.IsBehindAuxiliary(tokens, i) || IsBehindName(tokens, i, mentions))) continue;
            // Whose words they are is told by the attribution.
            if (Saying.Contains(tokens[i].Term) && !Telling.Contains(tokens[i].Term)) continue;
            if (tokens[i].IsStopWord && !IrregularForms.IsPast(tokens[i].Term)) continue;
            if (ClauseSubject.Before(claim, tokens, mentions, i) is { } subject) deeds.Add(new ClaimedDeed(i, subject, IsPassiveAt(tokens, i), ObjectOf(tokens, i, mentions)));
        }
        return deeds;
    }

    /// <summary>Whether a verb is done to its subject: "was invited", "the boat hired by the club"; null where nothing tells, as behind it stands no object.</summary>
    public static bool? IsPassiveAt(IReadOnlyList<Token> tokens, int verb)
    {
        if (!IsPast(tokens[verb])) return false;
        if (Passive.IsBehindBe(tokens, verb) || verb + 1 < tokens.Count && tokens[verb + 1].Term == "by") return true;
        return verb + 1 < tokens.Count && (tokens[verb + 1].IsCapitalised || tokens[verb + 1].IsNumber || tokens[verb + 1].Term is "the" or "a" or "an" or "his" or "her" or "its" or "their") ? false : null;
    }

    /// <summary>Whether the word has the form of a past.</summary>
    public static bool IsPast(Token token) => token.Term.Length > 3 && token.Term.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.IsPast(token.Term);

    /// <summary>The name of somebody right behind the token, whatever article and office stand between.</summary>
    public static EntityMention? ObjectOf(IReadOnlyList<Token> tokens, int verb, IReadOnlyList<EntityMention> mentions)
    {
        for (var i = verb + 1; i < tokens.Count; i++)
        {
            if (mentions.FirstOrDefault(mention => mention.Span.Overlaps(tokens[i].Span) && mention.Kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation) is { Span.Length: > 0 } named) return named;
            if (tokens[i].Term is not ("the" or "a" or "an" or "also") && !Offices.IsOfficeWord(tokens[i].Term)) return null;
        }
        return null;
    }

    /// <summary>"Ana Varga praises": right behind the name with which the claim begins.</summary>
    private static bool IsBehindName(IReadOnlyList<Token> tokens, int at, IReadOnlyList<EntityMention> mentions) =>
        mentions.FirstOrDefault(mention => mention.Span.Length > 0) is { Span.Length: > 0, Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation } first
        && tokens[at - 1].Span.Overlaps(first.Span) && (tokens[at - 1].Traits & TokenTraits.Possessive) == 0
        && (tokens[0].Span.Overlaps(first.Span) || tokens[0].Term == "the" && tokens[1].Span.Overlaps(first.Span));
}
