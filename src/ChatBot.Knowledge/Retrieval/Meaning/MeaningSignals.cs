using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>What speaks for and against one fact as the answer to one question. The names are shown by <c>ask --explain</c>; the order is that of the weights.</summary>
internal static class MeaningSignals
{
    /// <summary>The signals' names, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Names =
    [
        "any fact", "words of the question met", "words met only nearby", "weightiest word not met", "words nobody knows", "named entities not met",
        "has what is asked for", "lacks what is asked for", "fills the attribute asked for", "the speaker asked for", "another speaker", "the source asked for", "another source",
        "on the day asked for", "on another day", "caption", "headline or byline", "the office asked for", "carried over from before", "retrieval", "long sentence",
        "a qualifier not met", "another measure than asked for", "a person or country not met",
        "nothing met but names", "words met in likeness", "weightiest word with nothing like it",
        "words not met", "words with nothing like them", "words not met: yes or no", "words not met: a name", "words not met: a date or figure",
        "words not met: someone's words", "words not met: a reason", "all words met", "nothing asked but names", "a judgement not met", "the kind of thing not met", "where from not met",
        "words met close together", "a thing of the kind close to the words met",
        "what it should be about not met", "no figure or date where one is asked for", "another one than spoken of",
        "words met in the sentence it points back to", "done by another than asked", "the verb not met", "a figure of the question not met",
        "says what it is", "done as asked",
    ];

    /// <summary>Where among the signals it stands whether a person or country asked about is missing.</summary>
    public const int PersonOrCountryMissingAt = 23;

    /// <summary>Where it stands how many of the question's words other than names are not met: 1 where none is.</summary>
    public const int WordsNotMetAt = 27;

    private static readonly HashSet<string> Qualifiers = new(StringComparer.Ordinal)
        { "before", "after", "next", "previous", "previously", "former", "first", "last", "second", "third", "already", "again", "without", "except", "instead", "other", "another", "youngest", "oldest", "most", "least" };

    private static readonly HashSet<string> OtherWords = new(StringComparer.Ordinal) { "next", "previous", "previously", "former", "formerly", "predecessor", "successor", "before", "other", "another" };

    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
        { "no", "none", "nobody", "nothing", "all", "every", "everybody", "half", "both", "several", "many", "few", "dozens", "hundreds", "thousands", "millions", "billions", "double", "twice", "one", "single" };

    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal)
    {
        "should", "good", "bad", "better", "worse", "best", "worst", "right", "wrong", "great", "terrible", "smart", "stupid", "fair", "unfair", "nice", "handsome", "beautiful", "ugly",
        "crazy", "evil", "worth", "deserve", "deserves", "deserved", "honest", "trustworthy", "overrated", "underrated", "favourite", "favorite", "fun", "boring", "think",
    };

    private static readonly string[] Times = ["year", "month", "week", "day", "hour", "minut", "second", "decad", "centuri"];
    private static readonly string[] Lengths = ["metr", "meter", "kilometr", "kilomet", "km", "mile", "feet", "foot", "inch", "centimetr", "yard"];

    private static readonly Dictionary<string, string[]> Measures = new(StringComparer.Ordinal)
    {
        ["old"] = Times, ["long"] = [.. Times, .. Lengths], ["far"] = Lengths, ["tall"] = Lengths, ["high"] = [.. Lengths, "percent"], ["deep"] = Lengths, ["wide"] = Lengths,
        ["often"] = Times, ["fast"] = Lengths, ["heavy"] = ["kilogram", "kg", "ton", "tonn", "pound", "kilo"], ["hot"] = ["degre"], ["cold"] = ["degre"],
    };

    /// <summary>What all facts are compared against: the question, prepared once.</summary>
    public sealed record Asked(
        Question Question, UnitMatches Units, LikeStems.Reading Likeness, double TotalImportance, UnitMatches Carried, bool HasUnknownName, bool HasQualifier,
        IReadOnlyList<(int? Group, EntityId? Place)> Offices, Func<EntityId, EntityId?> Represents, IReadOnlyDictionary<EntityId, double> EntityImportance)
    {
        /// <summary>Words of the question that ask for a judgement ("should", "best").</summary>
        public IReadOnlyList<string> Judgements { get; } = [.. Question.Tokens.Select(token => token.Term).Where(Judging.Contains)];

        /// <summary>Words of the question that ask for another one than is spoken of ("next").</summary>
        public IReadOnlyList<string> Others { get; } = [.. Question.Tokens.Select(token => token.Term).Where(OtherWords.Contains)];

        /// <summary>Who is asked to do what.</summary>
        public Doing? Doing { get; } = Doing.Of(Question);

        /// <summary>The units that stand behind "about".</summary>
        public IReadOnlyList<int> About { get; } = BehindAbout(Question, Units.Units);
    }

    /// <summary>Fills <paramref name="signals"/> for one fact.</summary>
    public static void Read(Asked asked, FactView view, double retrieval, Span<double> signals)
    {
        var question = asked.Question;
        var fact = view.Fact;
        signals.Clear();
        signals[0] = 1;
        var met = 0.0;
        var near = 0.0;
        var heaviestMissing = 0.0;
        var alike = 0.0;
        var heaviestUnlike = 0.0;
        foreach (var (attribute, share) in question.AttributesAsked)
            if (share > signals[8] && Fills(asked, fact, attribute)) signals[8] = share;
        var units = asked.Units.Units;
        Span<float> matches = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
        Span<float> nearby = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
        Span<float> likenesses = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
        likenesses.Clear();
        asked.Units.Read(view.Own.Stems, view.Own.Entities, view.Own.Represented, matches);
        asked.Units.Read(view.Near.Stems, view.Near.Entities, view.Near.Represented, nearby);
        for (var u = 0; u < units.Count; u++)
        {
            var unit = units[u];
            var match = matches[u];
            met += unit.Importance * match;
            if (match < 0.5)
            {
                near += unit.Importance * Math.Max(0, nearby[u] - match);
                heaviestMissing = Math.Max(heaviestMissing, unit.Importance * (1 - match));
                var likeness = likenesses[u] = (float)asked.Likeness.Of(u, fact.Id);
                if (likeness > match) alike += unit.Importance * (likeness - match);
                if (unit.Entity is null) heaviestUnlike = Math.Max(heaviestUnlike, unit.Importance * (1 - Math.Max(match, likeness)));
            }
        }
        if (asked.TotalImportance > 0)
        {
            signals[1] = met / asked.TotalImportance;
            signals[2] = near / asked.TotalImportance;
            signals[3] = heaviestMissing / Math.Max(asked.TotalImportance * 0.5, 1);
            signals[25] = alike / asked.TotalImportance;
            signals[26] = heaviestUnlike / Math.Max(asked.TotalImportance * 0.5, 1);
        }
        signals[4] = asked.HasUnknownName ? 1 : 0;
        if (signals[8] < 0.5 && NothingButNames(units, matches)) signals[24] = 1;
        ReadWords(asked, matches, likenesses, signals);
        signals[5] = EntitiesMissing(asked, view, matches);
        switch (TypeFit(asked, view))
        {
            case > 0: signals[6] = 1; break;
            case < 0: signals[7] = 1; break;
        }
        if (question.Speaker is { } speaker)
        {
            if (fact.Attribution.Speaker == speaker) signals[9] = 1;
            else signals[10] = view.Entities.Contains(speaker) ? 0.7 : 1;
        }
        if (question.Credited is { } credited)
        {
            if (fact.Attribution.Sources.Any(s => s.Id == credited) || view.Entities.Contains(credited) || view.Represented.Contains(credited)) signals[11] = 1;
            else signals[12] = 1;
        }
        ReadDates(question, fact, signals);
        if (fact.IsCaption) signals[15] = 1;
        if (fact.Locator.Kind is ParagraphKind.Title or ParagraphKind.Heading or ParagraphKind.Byline) signals[16] = 1;
        if (MatchesOffice(asked, view)) signals[17] = 1;
        if (asked.Carried.Units.Count > 0)
        {
            Span<float> carried = stackalloc float[asked.Carried.Units.Count];
            asked.Carried.Read(view.Own.Stems, view.Own.Entities, view.Own.Represented, carried);
            var sum = 0.0;
            foreach (var match in carried) sum += match;
            signals[18] = sum / carried.Length;
        }
        signals[19] = retrieval;
        signals[20] = Math.Max(0, view.Tokens.Count - 25) / 25.0;
        signals[21] = asked.HasQualifier && QualifierMissing(question, view) ? 1 : 0;
        if (PersonOrCountryMissing(asked, view)) signals[23] = 1;
        if (LacksAny(asked.Judgements, view)) signals[36] = 1;
        if (KindMissing(asked, matches, likenesses)) signals[37] = 1;
        if (OriginMissing(question, view)) signals[38] = 1;
        ReadCloseness(asked, view, signals);
        signals[41] = AboutMissing(asked, matches);
        if (question.Expects == AnswerType.Quantity && fact.Quantities.Count == 0 && !view.Tokens.Exists(t => Amounts.Contains(t.Term))
            || question.Expects == AnswerType.Date && fact.Dates.Count == 0 && fact.When is null && fact.Times.Count == 0) signals[42] = 1;
        if (LacksAny(asked.Others, view)) signals[43] = 1;
        if (view.PointsBackTo != FactView.Words.None && asked.TotalImportance > 0)
        {
            Span<float> before = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
            asked.Units.Read(view.PointsBackTo.Stems, view.PointsBackTo.Entities, view.PointsBackTo.Represented, before);
            var back = 0.0;
            for (var u = 0; u < units.Count; u++) back += units[u].Importance * Math.Max(0, before[u] - matches[u]);
            signals[44] = back / asked.TotalImportance;
        }
        signals[46] = VerbMissing(asked, matches, likenesses);
        if (FigureMissing(question, view)) signals[47] = 1;
        if (signals[35] > 0 && question.Expects is AnswerType.Any or AnswerType.Role or AnswerType.Thing && Defines(question, view)) signals[48] = 1;
        if (asked.Doing is { } doing)
        {
            if (doing.IsAnothers(view, asked.Represents)) signals[45] = 1;
            if (doing.DoerIn(view) is { } doer && (doing.Doer is { } who ? doer.Id == who : !question.Entities.Any(m => m.Id == doer.Id))) signals[49] = 1;
        }
        if (question.Expects == AnswerType.Quantity && !MeasuresAsked(question, fact)) signals[22] = 1;
    }

    /// <summary>
    /// What the question says of those it names: each such word counts alike, however common it is, for "did he resign" hangs on one word.
    /// </summary>
    private static void ReadWords(Asked asked, ReadOnlySpan<float> matches, ReadOnlySpan<float> likenesses, Span<double> signals)
    {
        var units = asked.Units.Units;
        var words = 0;
        var unmet = 0.0;
        var unlike = 0.0;
        var all = true;
        for (var u = 0; u < units.Count; u++)
        {
            if (units[u].Entity is not null) continue;
            words++;
            unmet += 1 - matches[u];
            all &= matches[u] >= 0.7;
            unlike += 1 - Math.Max(matches[u], likenesses[u]);
        }
        if (words == 0)
        {
            signals[35] = 1;
            return;
        }
        signals[27] = unmet / words;
        signals[28] = unlike / words;
        switch (asked.Question.Expects)
        {
            case AnswerType.YesNo: signals[29] = signals[27]; break;
            case AnswerType.Person or AnswerType.Organisation or AnswerType.Place or AnswerType.Role or AnswerType.Thing: signals[30] = signals[27]; break;
            case AnswerType.Date or AnswerType.Quantity: signals[31] = signals[27]; break;
            case AnswerType.Statement: signals[32] = signals[27]; break;
            case AnswerType.Reason: signals[33] = signals[27]; break;
        }
        if (all) signals[34] = 1;
    }

    /// <summary>How close together the question's words stand in the sentence, and how close to them a thing of the kind asked for.</summary>
    private static void ReadCloseness(Asked asked, FactView view, Span<double> signals)
    {
        Span<int> met = view.Tokens.Count <= 128 ? stackalloc int[view.Tokens.Count] : new int[view.Tokens.Count];
        var count = 0;
        for (var i = 0; i < view.Tokens.Count; i++)
            if (!view.Tokens[i].IsStopWord && asked.Units.Meets(view.Tokens[i].Stem)) met[count++] = i;
        if (count == 0) return;
        if (count > 1) signals[39] = (double)count / (met[count - 1] - met[0] + 1);
        var nearest = int.MaxValue;
        foreach (var span in ThingsOfKind(asked.Question, view))
            for (var i = 0; i < count; i++)
            {
                var word = view.Tokens[met[i]].Span;
                if (!span.Contains(word)) nearest = Math.Min(nearest, Math.Max(0, Math.Max(span.Start - word.End, word.Start - span.End)));
            }
        if (nearest < int.MaxValue) signals[40] = 1 / (1 + nearest / 12.0);
    }

    private static IEnumerable<TextSpan> ThingsOfKind(Question question, FactView view) => question.Expects switch
    {
        AnswerType.Date => question.AsksForTime ? view.Fact.Times.Select(t => t.Span) : view.DatesFor(question).Select(d => d.Span).Concat(view.Fact.Times.Select(t => t.Span)),
        AnswerType.Quantity => view.Fact.Quantities.Select(q => q.Span),
        AnswerType.Person => view.Fact.Entities.Where(m => m.Kind == EntityKind.Person && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        AnswerType.Place when question.WantsCountries => view.Fact.Entities.Where(m => m.Kind == EntityKind.Country && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        AnswerType.Place => view.Fact.Entities.Where(m => m.Kind == EntityKind.Place && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        AnswerType.Organisation => view.Fact.Entities.Where(m => m.Kind == EntityKind.Organisation && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        _ => [],
    };

    /// <summary>Whether the sentence lacks one of the words.</summary>
    private static bool LacksAny(IReadOnlyList<string> words, FactView view)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var lacks = true;
            foreach (var token in view.Tokens) lacks &= token.Term != words[i];
            if (lacks) return true;
        }
        return false;
    }

    /// <summary>"What did she say about the ban": how little of what stands behind "about" the sentence meets, 0 to 1.</summary>
    private static double AboutMissing(Asked asked, ReadOnlySpan<float> matches)
    {
        if (asked.About.Count == 0) return 0;
        var missing = 0.0;
        for (var i = 0; i < asked.About.Count; i++) missing += 1 - matches[asked.About[i]];
        return missing / asked.About.Count;
    }

    private static List<int> BehindAbout(Question question, IReadOnlyList<QuestionUnit> units)
    {
        var from = int.MaxValue;
        foreach (var token in question.Tokens)
            if (token.Term is "about" or "regarding" or "concerning") from = Math.Min(from, token.Span.End);
        return from == int.MaxValue ? [] : [.. Enumerable.Range(0, units.Count).Where(u => Stands(question, units[u], from))];
    }

    private static bool Stands(Question question, QuestionUnit unit, int from)
    {
        foreach (var mention in question.Entities)
            if (mention.Id == unit.Entity) return mention.Span.Start >= from;
        foreach (var token in question.Tokens)
            if (token.Stem == unit.Term.Stem) return token.Span.Start >= from;
        return false;
    }

    /// <summary>"X is a …", "X, the …", asked what X is.</summary>
    private static bool Defines(Question question, FactView view)
    {
        foreach (var asked in question.Entities)
            foreach (var mention in view.Fact.Entities)
            {
                if (mention.Id != asked.Id) continue;
                var i = 0;
                while (i < view.Tokens.Count && view.Tokens[i].Span.Start < mention.Span.End) i++;
                if (i + 1 >= view.Tokens.Count || i > FarthestDefined) continue;
                var comma = view.Document.Text[mention.Span.End] == ',';
                var be = view.Tokens[i].Term is "is" or "was" or "are" or "were";
                if (be && view.Tokens[i + 1].Term is "a" or "an" or "the" or "one" || comma && view.Tokens[i].Term is "a" or "an" or "the") return true;
            }
        return false;
    }

    /// <summary>A sentence that says what something is begins with it.</summary>
    private const int FarthestDefined = 8;

    /// <summary>How little the sentence has of the verb that the question hangs on, 0 to 1; 0 where no verb can be told.</summary>
    private static double VerbMissing(Asked asked, ReadOnlySpan<float> matches, ReadOnlySpan<float> likenesses)
    {
        if (asked.Doing is not { } doing) return 0;
        var units = asked.Units.Units;
        for (var u = 0; u < units.Count; u++)
            if (units[u].Entity is null && units[u].Term.Stem == doing.Verb.Stem) return 1 - Math.Max(matches[u], likenesses[u]);
        return 0;
    }

    /// <summary>Whether the question gives a figure, no part of a date or name, that the sentence lacks.</summary>
    private static bool FigureMissing(Question question, FactView view)
    {
        foreach (var token in question.Tokens)
        {
            if (!token.IsNumber) continue;
            var isPart = false;
            foreach (var date in question.Dates) isPart |= date.Span.Overlaps(token.Span);
            foreach (var mention in question.Entities) isPart |= mention.Span.Overlaps(token.Span);
            if (isPart) continue;
            var has = false;
            foreach (var own in view.Tokens) has |= own.Term == token.Term;
            if (!has) return true;
        }
        return false;
    }

    /// <summary>"Which building", "how many languages": whether the sentence has nothing of the kind.</summary>
    private static bool KindMissing(Asked asked, ReadOnlySpan<float> matches, ReadOnlySpan<float> likenesses)
    {
        if (asked.Question.Focus is not { } focus) return false;
        var units = asked.Units.Units;
        for (var u = 0; u < units.Count; u++)
            if (units[u].Term.Stem == focus) return matches[u] < 0.5 && likenesses[u] < 0.5;
        return false;
    }

    /// <summary>"Where is she from": whether the sentence gives nobody's origin.</summary>
    private static bool OriginMissing(Question question, FactView view) =>
        question.Expects == AnswerType.Place && question.Tokens is [.., { Term: "from" }] && !view.Tokens.Exists(t => t.Term is "from" or "born" or "native" or "raised" or "hails");

    private static double EntitiesMissing(Asked asked, FactView view, ReadOnlySpan<float> matches)
    {
        var total = 0.0;
        var missing = 0.0;
        for (var u = 0; u < matches.Length; u++)
        {
            if (asked.Units.Units[u].Entity is not { } entity) continue;
            var weight = asked.EntityImportance.GetValueOrDefault(entity, 1);
            total += weight;
            var match = matches[u];
            if (match < 0.9) missing += weight * (1 - Math.Max(match, view.NearEntities.Contains(entity) ? 0.5 : 0));
        }
        return total > 0 ? missing / Math.Max(total, 1) : 0;
    }

    /// <summary>Whether the question says more than names, and the sentence has only the names of it.</summary>
    private static bool NothingButNames(IReadOnlyList<QuestionUnit> units, ReadOnlySpan<float> matches)
    {
        var words = 0;
        for (var u = 0; u < units.Count; u++)
        {
            if (units[u].Entity is not null) continue;
            if (matches[u] >= 0.5) return false;
            words++;
        }
        return words > 0;
    }

    /// <summary>However often documents speak of them, a question about a person or country isn't answered by a sentence that doesn't.</summary>
    private static bool PersonOrCountryMissing(Asked asked, FactView view)
    {
        foreach (var mention in asked.Question.Entities)
        {
            if (mention.Kind is not (EntityKind.Person or EntityKind.Country)) continue;
            if (view.Entities.Contains(mention.Id) || view.Represented.Contains(mention.Id)) continue;
            if (asked.Represents(mention.Id) is { } country && view.Entities.Contains(country)) continue;
            return true;
        }
        return false;
    }

    /// <summary>1: the sentence holds a thing of the kind asked for; -1: it doesn't; 0: the question asks for no kind.</summary>
    private static int TypeFit(Asked asked, FactView view)
    {
        var fact = view.Fact;
        var question = asked.Question;
        return question.Expects switch
        {
            AnswerType.Date when fact.Times.Count > 0 => question.AsksForDay && view.DatesFor(question).Count == 0 ? 0 : 1,
            AnswerType.Date when question.AsksForTime => fact.Dates.Count > 0 ? 0 : -1,
            AnswerType.Date => view.DatesFor(question).Count > 0 ? 1 : fact.When is not null ? 0 : -1,
            AnswerType.Person when asked.Offices.Any(o => o.Group is not null && o.Place is not null) && !MatchesOffice(asked, view) => -1,
            // Whose words the sentence passes on is mostly not who is asked for.
            AnswerType.Person when fact.Attribution.Speaker is { } speaker && !HasOther(question, fact, EntityKind.Person, speaker) && HasOther(question, fact, EntityKind.Person) => 0,
            AnswerType.Person => HasOther(question, fact, EntityKind.Person) ? 1 : HasOther(question, fact, EntityKind.Organisation) || HasOther(question, fact, EntityKind.Country) ? 0 : -1,
            AnswerType.Organisation => fact.Attribution.Sources.Count > 0 || HasOther(question, fact, EntityKind.Organisation) ? 1 : -1,
            AnswerType.Place when question.WantsCountries => HasOther(question, fact, EntityKind.Country) ? 1 : -1,
            AnswerType.Place when OriginMissing(question, view) => -1,
            AnswerType.Place => fact.Entities.Any(m => question.WantsPlace(m.Kind) && !question.Entities.Any(q => q.Id == m.Id) && PlaceReading.IsLocation(view.Tokens, fact.Entities, m)) ? 1 : HasOther(question, fact, EntityKind.Place) ? 0 : -1,
            AnswerType.Quantity => fact.Quantities.Any(q => CountsWhatIsAsked(question, q, view)) ? 1 : -1,
            AnswerType.Role => question.Entities.Any(m => fact.Roles.Any(r => r.Person == m.Id)) ? 1 : question.Entities.Any(m => m.Kind == EntityKind.Person && view.Entities.Contains(m.Id)) ? 0 : -1,
            AnswerType.Statement => fact.Attribution.Speaker is not null ? 1 : -1,
            AnswerType.Reason => view.Tokens.Exists(t => t.Term is "because" or "due" or "since" or "so" or "therefore" or "amid" or "order" or "prompted" or "linked" or "reason" or "reasons" or "owing" or "thanks" or "why" or "caused") ? 1 : 0,
            _ => 0,
        };
    }

    private static bool HasOther(Question question, Fact fact, EntityKind kind, EntityId? but = null)
    {
        foreach (var mention in fact.Entities)
        {
            if (mention.Kind != kind || mention.Id == but) continue;
            var asked = false;
            foreach (var named in question.Entities) asked |= named.Id == mention.Id;
            if (!asked) return true;
        }
        return false;
    }

    /// <summary>"How many soldiers" wants soldiers counted, or at least named beside the figure.</summary>
    private static bool CountsWhatIsAsked(Question question, Quantity quantity, FactView view)
    {
        if (question.Focus is not { } focus) return true;
        if (quantity.Unit == focus || quantity.Of == focus || view.Tokens.Exists(t => t.Stem == focus && quantity.Span.Contains(t.Span))) return true;
        if (focus is "percentag" or "share" or "proport" or "rate" or "portion" or "percent") return quantity.Unit == "percent";
        if (focus is "money" or "dollar" or "cost" or "amount" or "price" or "budget") return quantity.Unit is "dollar" or "euro" or "pound" or "percent";
        foreach (var term in question.Terms)
            if (term.Stem == focus)
                foreach (var alternative in term.Alternatives)
                    if (quantity.Unit == alternative.Stem || view.Tokens.Exists(t => t.Stem == alternative.Stem && quantity.Span.Contains(t.Span))) return true;
        return !AsksHowMany(question) && quantity.Unit is "dollar" or "euro" or "pound" or "percent" && view.Stems.Contains(focus);
    }

    /// <summary>"How many" counts; money and shares are "how much".</summary>
    private static bool AsksHowMany(Question question)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "how" && question.Tokens[i + 1].Term == "many") return true;
        return false;
    }

    /// <summary>Whether a question has a word that turns its meaning.</summary>
    public static bool HasQualifier(Question question) => question.Tokens.Any(t => Qualifiers.Contains(t.Term));

    /// <summary>Words that turn a question's meaning ("before", "next", "already") and that the sentence lacks.</summary>
    private static bool QualifierMissing(Question question, FactView view)
    {
        foreach (var token in question.Tokens)
            if (Qualifiers.Contains(token.Term) && !view.Tokens.Exists(t => t.Term == token.Term)) return true;
        return false;
    }

    /// <summary>"How old" wants years, "how far" a distance; "how many" and "how much" take any figure here.</summary>
    private static bool MeasuresAsked(Question question, Fact fact)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
        {
            if (question.Tokens[i].Term != "how" || !Measures.TryGetValue(question.Tokens[i + 1].Term, out var units)) continue;
            return fact.Quantities.Any(q => Array.IndexOf(units, q.Unit) >= 0);
        }
        return true;
    }

    private static bool Fills(Asked asked, Fact fact, string attribute)
    {
        foreach (var value in fact.Attributes)
        {
            if (value.Attribute != attribute) continue;
            if (value.Entity is not { } entity) return true;
            var named = false;
            foreach (var mention in asked.Question.Entities)
            {
                if (mention.Id == entity || asked.Represents(mention.Id) == entity || asked.Represents(entity) == mention.Id) return true;
                named |= mention.Kind is EntityKind.Person or EntityKind.Country;
            }
            if (!named) return true;
        }
        return false;
    }

    private static void ReadDates(Question question, Fact fact, Span<double> signals)
    {
        foreach (var asked in question.Dates)
        {
            var on = fact.Dates.Any(d => d.Value.Overlaps(asked.Value) && (d.Precision != DatePrecision.Year || asked.Precision == DatePrecision.Year))
                || fact.When is { } when && when.Overlaps(asked.Value);
            if (on) signals[13] = 1;
            else signals[14] = fact.Dates.Count > 0 || fact.When is not null ? 1 : 0.5;
        }
    }

    private static bool MatchesOffice(Asked asked, FactView view)
    {
        foreach (var (group, place) in asked.Offices)
            foreach (var (role, groups) in view.Offices)
                if (group is { } office ? groups.Contains(office) && (place is null || role.Place == place) : place is not null && role.Place == place && groups.Any(Offices.IsTop)) return true;
        if (asked.Question.Expects != AnswerType.Role) return false;
        foreach (var mention in asked.Question.Entities)
            foreach (var role in view.Fact.Roles)
                if (role.Person == mention.Id) return true;
        return false;
    }
}
