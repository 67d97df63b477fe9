using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Reads from one sentence who says it, through whom it is passed on, and how it is put forward.</summary>
internal static class AttributionFinder
{
    /// <param name="Attribution">Speaker, sources and quoted words.</param>
    /// <param name="Stance">How it is put forward.</param>
    public readonly record struct Reading(Attribution Attribution, Stance Stance);

    /// <summary>Reads one sentence.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mentions">Its entities, pronouns resolved.</param>
    public static Reading Read(string text, TextSpan sentence, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        var quoted = QuotedSpans(text, sentence);
        var sources = new List<EntityMention>();
        EntityMention? speaker = null;
        Stance? stance = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Term == "according" && i + 2 < tokens.Count && tokens[i + 1].Term == "to" && MentionFrom(text, tokens, i + 2, mentions) is { } credited)
            {
                if (credited.Kind == EntityKind.Person) speaker ??= credited;
                else sources.Add(credited);
                stance ??= Stance.Reported;
                continue;
            }
            if ((ReportingVerbs.StanceOf(token.Term) ?? (AssessingVerbs.At(tokens, i) ? Stance.Stated : null)) is not { } verbStance || IsInside(token.Span, quoted) || IsKeeping(tokens, i)) continue;
            if (IsNoun(tokens, i)) continue;
            // "Officials have not confirmed": what isn't confirmed is no more than reported.
            if (verbStance is Stance.Confirmed or Stance.Announced && IsNegated(tokens, i)) verbStance = Stance.Reported;
            var subject = SubjectBefore(text, tokens, i, mentions) ?? SubjectAfterQuote(text, tokens, i, mentions, quoted);
            if (subject is { } who)
            {
                // "European Pravda reported", "as the BBC points out": an outlet passes on what others said.
                var passesOn = ReportingVerbs.StanceOf(token.Term) == Stance.Reported || tokens[Math.Max(0, FirstTokenOf(tokens, who) - 1)].Term == "as" || FollowsThe(tokens, who, "as");
                if (passesOn && who.Kind != EntityKind.Person) sources.Add(who);
                else if (speaker is null)
                {
                    speaker = who;
                    stance = Strongest(stance, verbStance);
                }
                if (passesOn) stance ??= Stance.Reported;
                // "told Reuters": the outlet it was said to passes it on.
                if (token.Term is "told" or "tells" or "telling" && i + 1 < tokens.Count && MentionFrom(text, tokens, i + 1, mentions) is { Kind: EntityKind.Organisation } told) sources.Add(told);
            }
            else if (token.Term is "telling" or "told" && i + 1 < tokens.Count && MentionFrom(text, tokens, i + 1, mentions) is { Kind: EntityKind.Organisation } heard) sources.Add(heard);
        }
        var name = speaker is { } s ? s.Span.Of(text) : null;
        var attribution = speaker is null && sources.Count == 0 && quoted.Count == 0
            ? Attribution.None
            : new Attribution(speaker?.Id, name, [.. sources.DistinctBy(m => m.Id)], quoted);
        return new Reading(attribution, stance ?? StanceWithoutSpeaker(tokens));
    }

    /// <summary>The passages between quotation marks; a mark left open closes at the sentence's end, one that closes first was opened in a sentence before.</summary>
    public static List<TextSpan> QuotedSpans(string text, TextSpan sentence)
    {
        var spans = new List<TextSpan>();
        var open = -1;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            var c = text[i];
            // "… to continue," she said: behind a word and before a space nothing opens.
            var closesFirst = open < 0 && spans.Count == 0 && (c == '”' || c == '"' && i > sentence.Start && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= sentence.End || char.IsWhiteSpace(text[i + 1])));
            if (closesFirst) open = sentence.Start;
            var isOpening = c is '“' or '«' or '„' || c == '"' && open < 0;
            var isClosing = c is '”' or '»' || c == '"' && open >= 0;
            if (isOpening && open < 0) open = i + 1;
            else if (isClosing && open >= 0)
            {
                if (i > open) spans.Add(TextSpan.FromBounds(open, i));
                open = -1;
            }
        }
        if (open >= 0 && sentence.End > open) spans.Add(TextSpan.FromBounds(open, sentence.End));
        return spans;
    }

    /// <summary>The nearest entity before the verb, with nothing but its own description, auxiliaries and adverbs between them.</summary>
    private static EntityMention? SubjectBefore(string text, IReadOnlyList<Token> tokens, int verb, IReadOnlyList<EntityMention> mentions)
    {
        EntityMention? nearest = null;
        foreach (var mention in mentions)
            if (mention.Span.End <= tokens[verb].Span.Start && mention.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country) nearest = mention;
        if (nearest is not { } found) return null;
        var end = found.Span.End;
        found = WhoBelongsTo(text, found, mentions) ?? found;
        // "The mayor's attendance signals": the attendance does.
        if (tokens.Any(token => token.Span.End == end && (token.Traits & TokenTraits.Possessive) != 0)) return null;
        var between = text.AsSpan(end, tokens[verb].Span.Start - end);
        if (between.IndexOfAny(".;:") >= 0) return null;
        var words = 0;
        foreach (var token in tokens)
        {
            if (token.Span.Start < end || token.Span.Start >= tokens[verb].Span.Start || token.IsStopWord) continue;
            // "French President Macron said", and nobody knows Macron: it isn't France that said so.
            if (token.IsCapitalised && !Offices.IsOfficeWord(token.Term) && between.IndexOf(',') < 0) return null;
            words++;
        }
        // An inserted clause between commas ("Rutte, according to Bloomberg, hopes") may be longer.
        var inserted = between.Count(',') == 2;
        return words <= (inserted ? 8 : 3) ? found : null;
    }

    /// <summary>"Petra Lind of the hotel association said": she does, not the association; null where nobody stands before it.</summary>
    private static EntityMention? WhoBelongsTo(string text, EntityMention body, IReadOnlyList<EntityMention> mentions)
    {
        if (body.Kind == EntityKind.Person) return null;
        foreach (var mention in mentions)
            if (mention.Kind == EntityKind.Person && mention.Span.End < body.Span.Start && text.AsSpan(mention.Span.End, body.Span.Start - mention.Span.End).Trim() is "of" or "of the" or "from" or "from the" or "at" or "at the") return mention;
        return null;
    }

    /// <summary>"…," said Rutte.</summary>
    private static EntityMention? SubjectAfterQuote(string text, IReadOnlyList<Token> tokens, int verb, IReadOnlyList<EntityMention> mentions, List<TextSpan> quoted)
    {
        if (verb + 1 >= tokens.Count) return null;
        var followsQuote = false;
        foreach (var quote in quoted)
            if (quote.End < tokens[verb].Span.Start && tokens[verb].Span.Start - quote.End <= 4) followsQuote = true;
        var followsComma = tokens[verb].Span.Start >= 2 && text[tokens[verb].Span.Start - 2] is ',' or '”' or '"';
        return followsQuote || followsComma ? MentionFrom(text, tokens, verb + 1, mentions) : null;
    }

    /// <summary>The entity that begins at token <paramref name="i"/>, an article and an office ahead of it allowed.</summary>
    private static EntityMention? MentionFrom(string text, IReadOnlyList<Token> tokens, int i, IReadOnlyList<EntityMention> mentions)
    {
        for (var k = i; k < tokens.Count && k < i + 5; k++)
        {
            foreach (var mention in mentions)
                if (mention.Span.Start == tokens[k].Span.Start && mention.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country)
                {
                    // "Italy's ANSA", "NATO Secretary General Mark Rutte": the last of a chain of names is the one who speaks.
                    var next = mentions.FirstOrDefault(m => m.Span.Start > mention.Span.Start && m.Span.Start >= mention.Span.End && m.Span.Start - mention.Span.End <= 24 && text.AsSpan(mention.Span.End, m.Span.Start - mention.Span.End).IndexOf(',') < 0 && m.Kind is EntityKind.Person or EntityKind.Organisation
                        && OnlyOfficeBetween(tokens, mention.Span.End, m.Span.Start));
                    return next.Span.Length > 0 ? next : mention;
                }
            if (!tokens[k].IsStopWord && !Offices.IsOfficeWord(tokens[k].Term)) return null;
        }
        return null;
    }

    private static bool OnlyOfficeBetween(IReadOnlyList<Token> tokens, int from, int to)
    {
        foreach (var token in tokens)
            if (token.Span.Start >= from && token.Span.End <= to && !Offices.IsOfficeWord(token.Term) && token.Term is not ("news" or "agency" or "newspaper" or "broadcaster" or "state")) return false;
        return true;
    }

    private static int FirstTokenOf(IReadOnlyList<Token> tokens, EntityMention mention)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Span.Start >= mention.Span.Start) return i;
        return 0;
    }

    private static bool FollowsThe(IReadOnlyList<Token> tokens, EntityMention mention, string word)
    {
        var first = FirstTokenOf(tokens, mention);
        return first >= 2 && tokens[first - 1].Term == "the" && tokens[first - 2].Term == word;
    }

    /// <summary>"NATO's report", "the demands", "its notes", "32 member states": the word is a noun behind an article, possessive or figure.</summary>
    public static bool IsNoun(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && (tokens[i].Term.EndsWith('s') && (tokens[i - 1].IsNumber || i > 1 && tokens[i - 2].IsNumber && tokens[i - 1] is { IsCapitalised: false, IsStopWord: false } && !tokens[i - 1].Term.EndsWith('s')) || tokens[i - 1].Term is "the" or "a" or "an" or "its" or "his" or "her" or "their" or "this" or "these" or "those" or "of" or "no" || (tokens[i - 1].Traits & TokenTraits.Possessive) != 0);

    private static bool IsNegated(IReadOnlyList<Token> tokens, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - 3; i--)
            if (tokens[i].Term is "not" or "never" or "neither" or "nor" || tokens[i].Term.EndsWith("n't", StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsInside(TextSpan span, List<TextSpan> quoted)
    {
        foreach (var quote in quoted)
            if (quote.Contains(span)) return true;
        return false;
    }

    private static Stance Strongest(Stance? so, Stance verb) => so is null or Stance.Stated or Stance.Reported ? verb : so.Value;

    private static Stance StanceWithoutSpeaker(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var term = tokens[i].Term;
            if (term is "will" or "shall" || term is "set" or "scheduled" or "due" or "slated" or "expected" or "planned" && i > 0 && tokens[i - 1].Term is "is" or "are" or "was" or "were") return Stance.Expected;
        }
        return Stance.Stated;
    }

    /// <summary>"Norland maintained its conditions": who keeps a thing says nothing.</summary>
    private static bool IsKeeping(IReadOnlyList<Token> tokens, int verb) =>
        tokens[verb].Term is "maintained" or "maintains" && verb + 1 < tokens.Count && tokens[verb + 1].Term is "its" or "his" or "her" or "their" or "a" or "an" or "the";
}
