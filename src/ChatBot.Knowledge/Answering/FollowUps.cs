using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Reads a question in the light of the turns before it: a pronoun takes the person, place or thing spoken of last, "and Kyiv?" asks the last question
/// of another entity, a question without a matter of its own takes over the last one's.
/// </summary>
internal sealed class FollowUps(EntityFinder entities, Func<string, Question> read)
{
    private static readonly HashSet<string> PersonPronouns = new(StringComparer.Ordinal) { "he", "him", "his", "she", "her", "hers", "himself", "herself" };

    private static readonly HashSet<string> GroupPronouns = new(StringComparer.Ordinal) { "they", "them", "their", "theirs" };

    private static readonly HashSet<string> ThingPronouns = new(StringComparer.Ordinal) { "it", "its", "that", "this", "there", "those", "these", "then" };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "about", "in", "on", "at", "to", "of", "for", "with", "by", "from", "during", "before", "after" };

    private static readonly PhraseList Doubts = new("doubt-phrases.txt");

    private static readonly PhraseList Sources = new("source-phrases.txt");

    /// <summary>Whether nothing is asked but whether the last answer is right.</summary>
    public static bool IsDoubt(Question question) => Doubts.IsAll(Said(question));

    /// <summary>Whether nothing is asked but by what source, or by whom, the last answer is said.</summary>
    public static bool AsksForSource(Question question) => Sources.IsAll(Said(question));

    /// <summary>"Who said that?", "what did she say?" with nothing said before: nobody can tell whom or what is meant.</summary>
    public static bool PointsNowhere(Question question)
    {
        if (question.Entities.Count > 0 || question.SmallTalk is not null) return false;
        var tokens = question.Tokens;
        return tokens.Any(t => t.Term is "he" or "she" or "him" or "her" or "his") && question.Terms.Count == 0
            || question.Terms.Count == 0 && question.Expects == AnswerType.Person && tokens.Any(t => t.Term is "that" or "this" or "so") && tokens.Any(t => t.Term is "said" or "says" or "say")
            || question.Terms.Count == 0 && tokens.Any(t => t.Term == "according") && tokens.Any(t => t.Term is "whom" or "who");
    }

    private static List<Token> Said(Question question) => [.. question.Tokens.Where(t => t.Term is not ("and" or "but" or "so" or "wait" or "ok" or "hm" or "hmm"))];

    /// <summary>An answer once more.</summary>
    public static Answer Shown(Question question, Turn last) =>
        last.Answer with { Question = last.Question with { Continues = last.Question.Matter, ReadAs = last.Question.Continuing(question.Text) } };

    /// <summary>The question with what <paramref name="conversation"/> lends to it; unchanged where it stands alone.</summary>
    public Question Read(Question question, Conversation conversation)
    {
        if (conversation.Turns.Count == 0) return question;
        var last = conversation.Turns[^1];
        if (BareFollowUps.IsBare(question)) return BareFollowUps.Again(question, last);
        if (WhoIsNot.InFull(question, last.Question) is { } denied) return read(denied) with { Text = denied, Corrections = question.Corrections, ReadAs = denied };
        question = OneNamed(question, last.Question);
        var pronoun = question.Tokens.FirstOrDefault(t => t.IsStopWord && (PersonPronouns.Contains(t.Term) || GroupPronouns.Contains(t.Term) || ThingPronouns.Contains(t.Term)) && !PointsWithin(question, t) && !JoinsClause(question, t) && !HoldsPlace(question, t) && !question.Dates.Any(date => date.Span.Overlaps(t.Span)));
        var isElliptic = IsElliptic(question);
        if (Gathering(question, last.Question) is { } gathering) return At(question, gathering);
        if (pronoun.Term is null && !isElliptic) return question;
        if (pronoun.Term == "it" && IsOfEvent(question) && last is { Answer: NotKnown, Question: { Entities.Count: 0, CarriedTerms.Count: 0 } }) return question;

        if (pronoun.Term is not null && PluralMeant.InPlaceOf(pronoun, question, last) is { } things) return read(things) with { Text = things, Corrections = question.Corrections, ReadAs = things };
        if (pronoun.Term is not null)
        {
            var meant = Referent(question, pronoun.Term, conversation);
            // "Is she coming?", "will he be there?": where the event is, for no place was spoken of.
            if (meant is null && pronoun.Term == "there" && question.Expects == AnswerType.YesNo && last.Question.Expects != AnswerType.Place && !isElliptic) return question;
            if (meant is { } entity && !question.Entities.Any(m => m.Id == entity.Id))
            {
                var term = TermOf(entity);
                if (AsSpeaker(question, pronoun, entity) is { } spoken) return read(spoken) with { Text = spoken, Corrections = question.Corrections, ReadAs = spoken };
                // "When is the fair?", "why was it moved?": with the name it stands alone; "was it moved?", "why?" leans on more.
                if (InPlace(question, pronoun, entity, conversation) is { } asked && last.Question.Terms.All(own => own.Entity is not null)) return read(asked) with { Text = asked, Corrections = question.Corrections, ReadAs = asked };
                if (InPlace(question, pronoun, entity, conversation) is { } named) question = read(named) with { Text = named, Corrections = question.Corrections, ReadAs = named };
                else question = question with
                {
                    Entities = [.. question.Entities, new EntityMention(pronoun.Span, entity.Id, entity.Kind, true)],
                    Terms = [.. question.Terms, term],
                    Speaker = question.Speaker ?? (question.Expects == AnswerType.Statement && entity.Kind == EntityKind.Person ? entity.Id : null),
                    ReadAs = (question.ReadAs ?? question.Text) + $" ({entity.Name})",
                };
            }
            // "Who is that?" asks for the office of the person meant.
            if (meant is { Kind: EntityKind.Person } && question.Expects is AnswerType.Person && question.Terms.Count == 1) question = question with { Expects = AnswerType.Role };
        }
        if (IsSwap(question, last.Question, isElliptic)) return AddsMatter(question) ? About(question, last.Question) : Swapped(question, AskedInFull(conversation));
        if (UnknownInPlaceOf(question, AskedInFull(conversation)) is { } ofUnknown) return read(ofUnknown) with { Text = ofUnknown, Corrections = question.Corrections, ReadAs = ofUnknown };
        if (isElliptic && question.Terms.Count == 0 && question.Dates.Count > 0) return InTime(question, last.Question);
        // "And Berg?", "and Holm?": each takes the place of the one before.
        if (IsNameAlone(question) && IsNameAlone(last.Question) && last.Question.CarriedTerms.Count > 0) last = last with { Question = last.Question with { Terms = last.Question.CarriedTerms, Entities = [], CarriedTerms = [] }, Answer = new NotKnown([]) { Question = last.Question } };
        return question with
        {
            CarriedTerms = [.. Carried(last, question)],
            Expects = question.Expects == AnswerType.Any && question.Terms.Count == 0 ? last.Question.Expects : question.Expects,
            // What comes next leans on this one's own words, not on all that they leant on in turn.
            Continues = AsksAnew(question) ? Question.WithoutOpening(question.Text) : last.Question.With(question.Text),
            ReadAs = question.ReadAs ?? (AsksAnew(question) ? last.Question.Continuing(question.Text) : last.Question.With(question.Text)),
        };
    }

    /// <summary>"Who took part?", "who was there?": the event, place or body that the question before named; null where it named none, or more is asked.</summary>
    private Entity? Gathering(Question question, Question last)
    {
        if (question.Expects != AnswerType.Person || question.Entities.Count > 0 || question.Dates.Count > 0 || question.Tokens is not [{ Term: "who" or "who's" or "whos" }, ..]) return null;
        var isOfPresence = question.Tokens.Any(token => PresenceWords.Has(token.Stem) || token.Term is "there" or "part") && question.Tokens.Skip(1).All(token => token.IsStopWord || PresenceWords.Has(token.Stem) || token.Term is "part" or "took" or "take" or "taking" or "else");
        return isOfPresence && last.Entities.Where(named => (named.Kind is EntityKind.Event or EntityKind.Place or EntityKind.Organisation or EntityKind.Thing) && !last.Entities.Any(other => other.Span.Length > named.Span.Length && other.Span.Contains(named.Span))).Select(named => named.Id).Distinct().ToList() is [var one] ? entities.Get(one) : null;
    }

    /// <summary>The question with what it is asked of as one of its own words.</summary>
    private static Question At(Question question, Entity gathering) => question with
    {
        Entities = [.. question.Entities, new EntityMention(new TextSpan(0, 0), gathering.Id, gathering.Kind, true)],
        Terms = [.. question.Terms, TermOf(gathering)],
        ReadAs = $"{question.Text} ({gathering.Name})",
    };

    /// <summary>"When does it start?": asked after what nobody here knows of ("what is the capital of Peru?"), it is the event.</summary>
    private static bool IsOfEvent(Question question) => question.Expects == AnswerType.Date && question.Entities.Count == 0
        && question.Tokens.Any(token => EventStems.Contains(token.Stem)) && question.Terms.All(term => EventStems.Contains(term.Stem));

    private static readonly HashSet<string> EventStems = Tokenizer.Tokenize("start begin end finish happen held").Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a follow-up has a question word of its own: "and how many cranes?" does, "and in May?" and "and Trump?" don't.</summary>
    private static bool AsksAnew(Question question) => question.Expects != AnswerType.Any || question.Tokens.Any(t => QuestionParts.QuestionWords.Contains(t.Term) && t != question.Tokens[0]);

    /// <summary>"Where did Rutte give his speech?": whose it was stands before the pronoun; "did Sweden join it?" means something else.</summary>
    private static bool PointsWithin(Question question, Token pronoun)
    {
        var isFollowed = question.Tokens.Any(t => t.Span.Start >= pronoun.Span.End);
        return question.Entities.Any(m => m.Span.Length > 0 && m.Span.End <= pronoun.Span.Start && pronoun.Term switch
        {
            "he" or "she" or "his" or "hers" or "himself" or "herself" => m.Kind == EntityKind.Person,
            "her" => m.Kind == EntityKind.Person && isFollowed,
            "they" or "their" or "theirs" => m.Kind is EntityKind.Organisation or EntityKind.Country,
            "it" => m.Kind is EntityKind.Organisation or EntityKind.Country && isFollowed,
            "its" => m.Kind != EntityKind.Person,
            _ => false,
        });
    }

    /// <summary>"Did she deny that the port is closed", "the country that left the union": "that" points to nothing before the question.</summary>
    private static bool JoinsClause(Question question, Token that)
    {
        if (that.Term != "that") return false;
        var at = question.Tokens.ToList().FindIndex(token => token.Span == that.Span);
        return at > 0 && at + 2 < question.Tokens.Count && !question.Tokens[at - 1].IsStopWord && !Prepositions.Contains(question.Tokens[at + 1].Term);
    }

    /// <summary>"Is it true that they came?", "was it announced whether", "is there a truce?": the word only holds the place of what follows.</summary>
    private static bool HoldsPlace(Question question, Token it)
    {
        if (it.Term is not ("it" or "there")) return false;
        var at = question.Tokens.ToList().FindIndex(token => token.Span == it.Span);
        // "Is there a truce?": there is one or there is none, in no place.
        if (it.Term == "there") return at > 0 && at + 1 < question.Tokens.Count && BeforeThere.Contains(question.Tokens[at - 1].Term) && !Prepositions.Contains(question.Tokens[at + 1].Term);
        return at > 0 && question.Tokens[at - 1].Term is "is" or "isn't" or "was" or "wasn't" or "been" or "be" && question.Tokens.Skip(at + 1).Take(FarthestClause).Any(token => token.Term is "that" or "whether" or "if");
    }

    private static readonly HashSet<string> BeforeThere = new(StringComparer.Ordinal) { "is", "are", "was", "were", "will", "isn't", "aren't", "wasn't", "weren't" };

    /// <summary>"Is it really true that": the clause that "it" holds the place of begins so near.</summary>
    private const int FarthestClause = 3;

    /// <summary>The question with the event's name in the place of "it", as it would have been asked first; null for other pronouns.</summary>
    private static string? InPlace(Question question, Token pronoun, Entity entity, Conversation conversation) => entity.Kind == EntityKind.Event && pronoun.Term is "it" && pronoun.Span.End <= question.Text.Length
        ? string.Concat(question.Text.AsSpan(0, pronoun.Span.Start), Called(entity, question.Expects, conversation), question.Text.AsSpan(pronoun.Span.End)) : null;

    /// <summary>"What did he say about the bridge?" asks for that person's own words, as it does with the name; null where it asks no such thing, or says not what of.</summary>
    private static string? AsSpeaker(Question question, Token pronoun, Entity entity) => entity.Kind == EntityKind.Person && pronoun.Term is "he" or "she" && pronoun.Span.End <= question.Text.Length
        && question.Terms.Any(term => !question.Tokens.Any(token => token.Stem == term.Stem && AnswerTypeReader.IsSaying(token.Term))) && question.Tokens is [{ Term: "what" }, ..] && question.Tokens.SkipWhile(token => token.Span != pronoun.Span).Skip(1).Take(1).Any(token => AnswerTypeReader.IsSaying(token.Term))
        ? string.Concat(question.Text.AsSpan(0, pronoun.Span.Start), entity.Name, question.Text.AsSpan(pronoun.Span.End)) : null;

    /// <summary>The event as the asker called it last, where that is shorter: a full name may hold other names ("Sundby Lake Fair"), which nobody asked of.</summary>
    private static string Called(Entity entity, AnswerType expects, Conversation conversation)
    {
        var full = ImpliedSubject.Named(entity, expects);
        if (expects == AnswerType.Place) return full;
        foreach (var turn in conversation.Turns.Reverse())
            foreach (var mention in turn.Question.Entities)
                if (mention.Id == entity.Id && mention.Span.Length > 0 && mention.Span.End <= turn.Question.Text.Length && !IsPronoun(turn.Question, mention))
                    return ImpliedSubject.Named(mention.Span.Of(turn.Question.Text)) is var own && own.Length < full.Length ? own : full;
        return full;
    }

    /// <summary>"And which one came for Norway?" after "Which minister came for Sweden?": the one is what was asked for.</summary>
    private Question OneNamed(Question question, Question last)
    {
        var tokens = question.Tokens;
        var one = Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).FirstOrDefault(i => tokens[i].Term is "one" or "ones" && tokens[i - 1].Term is "which" or "what" or "other");
        if (one == 0 || last.Focus is not { } focus || last.Tokens is not [{ Term: "which" or "what" }, ..]) return question;
        var noun = Enumerable.Range(1, last.Tokens.Count - 1).FirstOrDefault(i => last.Tokens[i].Stem == focus);
        if (noun == 0 || last.Tokens[noun].Span.End > last.Text.Length) return question;
        var asked = string.Concat(question.Text.AsSpan(0, tokens[one].Span.Start), last.Text.AsSpan(last.Tokens[1].Span.Start, last.Tokens[noun].Span.End - last.Tokens[1].Span.Start), question.Text.AsSpan(tokens[one].Span.End));
        return read(asked) with { Text = asked, Corrections = question.Corrections, ReadAs = asked };
    }

    /// <summary>Whether a text says something of "he", "she" or "they".</summary>
    public static bool SaysOfPronoun(string text) => !text.Contains('?', StringComparison.Ordinal) && Tokenizer.Tokenize(text) is [{ Term: "he" or "she" or "they" }, ..];

    /// <summary>"They signed it", "that he attended": a claim that begins with a pronoun, read of whom was spoken of last; null where it names its subject.</summary>
    public PronounClaim? SubjectOf(Question claim, Conversation conversation, Topic topic)
    {
        var first = claim.Tokens.FirstOrDefault(token => token.Term is not ("and" or "but" or "so" or "that" or "also"));
        if (first.Term is not ("he" or "she" or "they" or "it") || first.Span.End > claim.Text.Length || HoldsPlace(claim, first)) return null;
        var meant = Referent(claim, first.Term, conversation, isDoer: true);
        // "It" often means nothing that has a name: it is checked as it stands.
        if (meant is null && first.Term == "it") return null;
        var person = PersonPronouns.Contains(first.Term);
        var example = topic.Entities.FirstOrDefault(entity => person ? entity.Kind == EntityKind.Person : entity.Kind is EntityKind.Organisation or EntityKind.Country);
        return new PronounClaim(first.Span.Of(claim.Text), meant is null ? null : With(meant.Name), With(example?.Name ?? "NAME"));

        string With(string name) => string.Concat(name, claim.Text.AsSpan(first.Span.End));
    }

    /// <summary>A question that begins with "and", "but", "what about", "how about", or that is too short to stand alone.</summary>
    private static bool IsElliptic(Question question)
    {
        if (question.Tokens.Count == 0) return false;
        var first = question.Tokens[0].Term;
        // "And what did the mayor say?" asks all that it wants to know.
        if (first is "and" or "but" or "also" or "so" or "or") return !(question.Entities.Count > 0 && question.Tokens.Count > 4 && question.Tokens.Any(t => QuestionParts.QuestionWords.Contains(t.Term)) || WholeQuestions.Is(question));
        if (question.Tokens.Count > 1 && first is "what" or "how" && question.Tokens[1].Term == "about") return true;
        if (AsksWhetherThereIs(question)) return false;
        // "What do you know about the ferries?" says what it is about.
        if (first is "what" or "tell" && question.Terms.Count == 1 && question.Tokens.Any(t => t.Term == "about") && question.Tokens[^1].Stem == question.Terms[0].Stem) return false;
        // "Who is Meloni?" asks for somebody by name, even if no document has it.
        var isOfName = question.Expects == AnswerType.Role && question.Terms.Count == 1 || question.Tokens.Skip(1).Any(t => t.IsCapitalised && !t.IsStopWord);
        return question.Terms.Count <= 1 && question.Entities.Count == 0 && question.Tokens.Count <= 6 && !isOfName;
    }

    /// <summary>"Were there drones?" says what it asks for; "was there a date?" and "are there others?" ask it of what was spoken of.</summary>
    private static bool AsksWhetherThereIs(Question question) =>
        question.Tokens is [{ Term: var verb }, { Term: "there" }, ..] && BeforeThere.Contains(verb) && question.Terms.Count > 0
        && !question.Tokens.Skip(2).Any(token => token.Term is "other" or "others" or "another" or "more" or "else" or "such" or "one" or "ones" || BareFollowUps.IsKind(token.Term));

    /// <summary>"And Norway?", "what about the ferries?": whom or what it is to be about, and nothing that is asked of it.</summary>
    public static bool AsksOnlyOf(Question question)
    {
        if (question.Terms.Count == 0 || question.Dates.Count > 0 || question.SmallTalk is not null || !IsElliptic(question)) return false;
        var opening = question.Tokens.Count > 1 && question.Tokens[1].Term == "about" ? 2 : 0;
        return question.Tokens.Skip(opening).All(t => !QuestionParts.QuestionWords.Contains(t.Term) && (!t.IsStopWord || t.Term is "and" or "but" or "also" or "so" or "or" or "the" or "a" or "about" or "on"));
    }

    /// <summary>"And Berg?", whether anybody of that name is known or not.</summary>
    private static bool IsNameAlone(Question question) => AsksOnlyOf(question) && question.Tokens.Skip(1).Where(token => !token.IsStopWord).All(token => token.IsCapitalised || question.Terms.Count == 1);

    /// <summary>"And Kyiv?": nothing but an entity, which takes the place of the last question's of like kind.</summary>
    private static bool IsSwap(Question question, Question last, bool isElliptic) =>
        isElliptic && question.Entities.Count == 1 && !question.Tokens.Any(t => AnswerTypeReader.IsSaying(t.Term)) && question.Terms.All(t => t.Entity is not null) && (last.Entities.Count > 0 || WhetherThey(question, last) is not null)
        && !question.Tokens.Skip(question.Tokens.Count > 1 && question.Tokens[1].Term == "about" ? 2 : 0).Any(t => QuestionParts.QuestionWords.Contains(t.Term));

    /// <summary>The last question with the new entity's name in the place of the old one's, read anew: another entity may make it another kind of question.</summary>
    private Question Swapped(Question question, Question last)
    {
        var to = question.Entities[0];
        var named = last.Entities.Where(m => m.Span.Length > 0 && m.Span.End <= last.Text.Length && !IsPronoun(last, m)).ToList();
        var old = named.Find(m => SameSort(m.Kind, to.Kind));
        // "Who will be there?", "and the mayor?": whether they will.
        if (old.Span.Length == 0 && last.Expects == AnswerType.Person && to.Kind == EntityKind.Person)
            return WhetherThey(question, last) is { } whether ? read(whether) with { Text = whether, Corrections = question.Corrections, ReadAs = whether } : WhetherOf(question, last);
        if (old.Span.Length == 0 && to.Kind == EntityKind.Person && PersonMeant(question, last) is { } ofPerson) return read(ofPerson) with { Text = ofPerson, Corrections = question.Corrections, ReadAs = ofPerson };
        if (old.Span.Length == 0) old = named.Find(m => MayStandFor(m.Kind, to.Kind));
        // "Was it in Lund?", "and Berg?": nobody stands where a town did.
        if (old.Span.Length == 0 && named.Count > 0 && (IsNoEvent(to.Kind) && last.Expects is not (AnswerType.Date or AnswerType.Place) || !named.Exists(m => m.Kind == EntityKind.Event))) return Beside(question, last);
        if (old.Span.Length == 0) old = named.FirstOrDefault();
        // "When is the summit?", "and Norway?": a country is no other summit, and has no such day.
        if (IsNoEvent(to.Kind) && old.Span.Length > 0 && old.Kind == EntityKind.Event && last.Expects is AnswerType.Date or AnswerType.Place) return read(Question.WithoutOpening(question.Text));
        if (old.Span.Length == 0) return InPlaceOf(question, last);
        var asked = string.Concat(last.Text.AsSpan(0, old.Span.Start), last.Text.AsSpan(0, old.Span.Start).EndsWith("the ", StringComparison.OrdinalIgnoreCase) ? to.Span.Of(question.Text) : WithArticle(question, to.Span), last.Text.AsSpan(old.Span.End));
        return read(asked) with { Text = asked, Corrections = question.Corrections, ReadAs = asked };
    }

    /// <summary>"Who will come?", "and the mayor?": "will the mayor come?"; null where the last question asks for nobody in that form.</summary>
    private static string? WhetherThey(Question question, Question last) => last.Tokens is [{ Term: "who" }, var verb, var next, ..] && AnswerTypeReader.IsAuxiliary(verb.Term) && question.Entities is [{ Kind: EntityKind.Person } named, ..] && named.Span.End <= question.Text.Length
        ? $"{verb.Span.Of(last.Text)} {WithArticle(question, named.Span)} {last.Text[next.Span.Start..]}" : null;

    /// <summary>The last question in which more stands than a name: "was he in Lund?" before "and Berg?" and "and Holm?".</summary>
    private static Question AskedInFull(Conversation conversation) =>
        conversation.Turns.Reverse().Select(turn => turn.Question).FirstOrDefault(question => question.Continues is null || !AsksOnlyOf(question)) ?? conversation.Turns[^1].Question;

    /// <summary>"Was she in Lund?", "and Berg?": the last question with a person's name in the place of its pronoun; null where it has none.</summary>
    private static string? PersonMeant(Question question, Question last)
    {
        var pronoun = last.Tokens.FirstOrDefault(token => token.Term is "he" or "she" or "him" or "his" or "her");
        if (pronoun.Term is null || pronoun.Span.End > last.Text.Length) return null;
        var isOwner = pronoun.Term == "his" || pronoun.Term == "her" && last.Tokens.Any(token => token.Span.Start == pronoun.Span.End + 1 && !token.IsStopWord);
        return string.Concat(last.Text.AsSpan(0, pronoun.Span.Start), question.Entities[0].Span.Of(question.Text), isOwner ? "'s" : "", last.Text.AsSpan(pronoun.Span.End));
    }

    /// <summary>"Was Berg in Lund?", "and Xyrk?": a name that nobody knows takes the place of the person, where the question names one; null else.</summary>
    private static string? UnknownInPlaceOf(Question question, Question last)
    {
        if (question.Entities.Count > 0 || !IsNameAlone(question) || question.Tokens[^1] is not { IsCapitalised: true } name || question.Terms.Count != 1) return null;
        var person = last.Entities.FirstOrDefault(m => m.Kind == EntityKind.Person && m.Span.Length > 0 && m.Span.End <= last.Text.Length && !IsPronoun(last, m));
        return person.Span.Length == 0 ? null : string.Concat(last.Text.AsSpan(0, person.Span.Start), name.Span.Of(question.Text), last.Text.AsSpan(person.Span.End));
    }

    /// <summary>"The Isles" of "and the Isles?", whose name is known without the article.</summary>
    private static string WithArticle(Question question, TextSpan name) =>
        question.Tokens.FirstOrDefault(token => token.Span.End + 1 == name.Start) is { Term: "the" } article && char.IsUpper(question.Text[name.Start]) ? TextSpan.FromBounds(article.Span.Start, name.End).Of(question.Text) : name.Of(question.Text);

    /// <summary>A person is no place, thing or event, and takes the place of none.</summary>
    private static bool MayStandFor(EntityKind old, EntityKind to) => SameSort(old, to) || old != EntityKind.Person && to != EntityKind.Person && old != EntityKind.Event;

    /// <summary>The last question, of somebody for whom it has no place: only what speaks of both answers it.</summary>
    private static Question Beside(Question question, Question last) => WhetherOf(question, last) with { Expects = last.Expects };

    private static bool IsNoEvent(EntityKind kind) => kind is EntityKind.Person or EntityKind.Country or EntityKind.Organisation;

    /// <summary>"And about the harbour?" adds what it is to be about; "what about the harbour?" and "and the harbour?" put it in another's place.</summary>
    private static bool AddsMatter(Question question) => question.Tokens is [{ Term: "and" or "also" or "but" }, { Term: "about" or "on" }, ..] or [{ Term: "about" }, ..];

    /// <summary>The last question, about something more or something else.</summary>
    private static Question About(Question question, Question last)
    {
        var about = last.Tokens.ToList().FindIndex(t => t.Term is "about" or "on");
        // What was behind the last "about" is replaced.
        var gone = about < 0 ? [] : last.Entities.Where(m => m.Span.Length > 0 && m.Span.Start > last.Tokens[about].Span.Start).Select(m => m.Id).ToHashSet();
        return last with
        {
            Text = question.Text,
            Entities = [.. last.Entities.Where(m => !gone.Contains(m.Id)).Select(m => m with { Span = new TextSpan(0, 0) }), .. question.Entities],
            Terms = [.. last.Terms.Where(t => t.Entity is not { } id || !gone.Contains(id)), .. question.Terms],
            Tokens = question.Tokens,
            Corrections = question.Corrections,
            Continues = last.With(question.Text),
            ReadAs = last.With(question.Text),
        };
    }

    /// <summary>"And in May?": the last question of another time.</summary>
    private static Question InTime(Question question, Question last) => last with
    {
        Text = question.Text,
        Tokens = question.Tokens,
        Dates = question.Dates,
        Entities = [.. last.Entities.Select(m => m with { Span = new TextSpan(0, 0) })],
        Corrections = question.Corrections,
        Continues = last.With(question.Text),
        ReadAs = last.With(question.Text),
    };

    /// <summary>A question for a person, of one person: whether it is them.</summary>
    private static Question WhetherOf(Question question, Question last) => question with
    {
        Terms = [.. last.Terms, .. question.Terms.Where(t => !last.Terms.Any(own => own.Stem == t.Stem))],
        Entities = [.. last.Entities.Select(m => m with { Span = new TextSpan(0, 0) }), .. question.Entities],
        CarriedTerms = last.CarriedTerms,
        Expects = AnswerType.YesNo,
        Continues = last.With(question.Text),
        ReadAs = last.With(question.Text),
    };

    private static bool IsPronoun(Question question, EntityMention mention) =>
        question.Tokens.Any(t => t.Span == mention.Span && (PersonPronouns.Contains(t.Term) || GroupPronouns.Contains(t.Term) || ThingPronouns.Contains(t.Term)));

    /// <summary>The last question, whose own words don't name the entity, of another one.</summary>
    private static Question InPlaceOf(Question question, Question last)
    {
        var to = question.Entities[0];
        var old = last.Entities.Where(m => SameSort(m.Kind, to.Kind)).Select(m => (EntityId?)m.Id).FirstOrDefault() ?? last.Entities[0].Id;
        return last with
        {
            Text = question.Text,
            Tokens = question.Tokens,
            Entities = [.. last.Entities.Where(m => m.Id != old), to],
            Terms = [.. last.Terms.Where(t => t.Entity != old), .. question.Terms],
            CarriedTerms = [.. last.CarriedTerms.Where(t => t.Entity != old)],
            Speaker = last.Speaker == old ? to.Id : last.Speaker,
            Corrections = question.Corrections,
            Continues = last.With(question.Text),
            ReadAs = last.With(question.Text),
        };
    }

    private static bool SameSort(EntityKind a, EntityKind b) => a == b || a is EntityKind.Person or EntityKind.Country or EntityKind.Organisation && b is EntityKind.Person or EntityKind.Country or EntityKind.Organisation;

    /// <summary>The last question's words, the names in its answer, and what the words were carried from before it.</summary>
    private IEnumerable<QuestionTerm> Carried(Turn last, Question question)
    {
        var terms = last.Question.Terms.Concat(last.Question.CarriedTerms.Take(4)).ToList();
        var statement = last.Answer.Statements.Count > 0 ? last.Answer.Statements[0] : null;
        foreach (var mention in statement?.Fact.Entities ?? [])
            if (entities.Get(mention.Id) is { } entity && !terms.Exists(t => t.Entity == entity.Id)) terms.Add(TermOf(entity));
        return terms.Where(t => !question.Terms.Any(own => own.Stem == t.Stem)).Take(10);
    }

    /// <summary>The entity that a pronoun means, and that may have done something if <paramref name="isDoer"/>: of the last answer's direct value, then of the last question, then of the last answer.</summary>
    private Entity? Referent(Question question, string pronoun, Conversation conversation, bool isDoer = false)
    {
        var isThing = ThingPronouns.Contains(pronoun);
        for (var i = conversation.Turns.Count - 1; i >= 0; i--)
        {
            var turn = conversation.Turns[i];
            // "It" is rather the matter that was asked about than something that the answer happens to name.
            var hasMatter = isThing && turn.Question.Terms.Any(t => t.Entity is null);
            foreach (var id in hasMatter ? turn.Question.Entities.Select(m => m.Id) : Candidates(turn, isDoer))
            {
                if (entities.Get(id) is not { } entity) continue;
                var fits = PersonPronouns.Contains(pronoun) ? entity.Kind == EntityKind.Person
                    : GroupPronouns.Contains(pronoun) ? entity.Kind is EntityKind.Organisation or EntityKind.Country || entity.Kind == EntityKind.Event && !isDoer
                    : pronoun is "there" ? entity.Kind is EntityKind.Place or EntityKind.Event
                    : pronoun is "that" or "this" && question.Expects == AnswerType.Person ? entity.Kind == EntityKind.Person
                    : entity.Kind is EntityKind.Event or EntityKind.Thing or EntityKind.Place or EntityKind.Organisation;
                if (fits) return entity;
            }
            // What a whole question was about has no name: nothing named earlier is meant by "it" then.
            if (hasMatter && turn.Question.Continues is null) return null;
        }
        return null;
    }

    /// <summary>Whom or what a turn speaks of. What its statement only mentions besides is nobody to say further things of.</summary>
    private static IEnumerable<EntityId> Candidates(Turn turn, bool isDoer)
    {
        var statement = turn.Answer.Statements.Count > 0 ? turn.Answer.Statements[0] : null;
        if (statement?.Value is { } value)
            foreach (var mention in statement.Fact.Entities)
                if (mention.Span.Overlaps(value)) yield return mention.Id;
        foreach (var mention in turn.Question.Entities) yield return mention.Id;
        if (statement is null) yield break;
        if (statement.Fact.Attribution.Speaker is { } speaker) yield return speaker;
        if (isDoer) yield break;
        foreach (var mention in statement.Fact.Entities) yield return mention.Id;
    }

    private static QuestionTerm TermOf(Entity entity)
    {
        var name = Tokenizer.Tokenize(entity.Name);
        var single = entity.Aliases.Select(a => Tokenizer.Tokenize(a)).Where(w => w.Count == 1 && !w[0].IsStopWord).Select(w => new TermAlternative(w[0].Stem, 1));
        return new QuestionTerm(name.Count > 0 ? name[^1].Stem : entity.Id.Value, TokenTraits.Capitalised, [.. single]) { Entity = entity.Id };
    }
}
