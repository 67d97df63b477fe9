using System.Collections.Frozen;
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

    /// <summary>Where it stands whether a fact has a thing of the kind asked for.</summary>
    public const int HasWhatIsAskedAt = 6;

    /// <summary>Where it stands how much of what was spoken of before a fact has.</summary>
    public const int CarriedAt = 18;

    /// <summary>Where it stands how many of the question's words other than names are not met: 1 where none is.</summary>
    public const int WordsNotMetAt = 27;

    /// <summary>Where it stands how little a fact has of the verb that the question hangs on.</summary>
    public const int VerbNotMetAt = 46;

    /// <summary>Where it stands whether what is asked is said to be done, by whom it is asked of.</summary>
    public const int DoneAsAskedAt = 49;

    private static readonly FrozenSet<string> AmountWords = LanguageData.Words("amount-words.txt");

    /// <summary>Fills <paramref name="signals"/> for one fact.</summary>
    public static void Read(PreparedQuestion asked, FactView view, double retrieval, Span<double> signals)
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
        foreach (var (attribute, share) in asked.AttributesAsked)
            if (share > signals[8] && Fills(asked, fact, attribute)) signals[8] = share;
        var units = asked.Units.Units;
        Span<float> matches = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
        Span<float> nearby = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
        Span<float> likenesses = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
        likenesses.Clear();
        asked.Units.Read(view.Own, matches);
        asked.Units.Read(view.Near, nearby);
        var words = asked.Likeness.WordsOf(fact.Id);
        for (var u = 0; u < units.Count; u++)
        {
            var unit = units[u];
            var match = matches[u];
            met += unit.Importance * match;
            if (match < 0.5)
            {
                near += unit.Importance * Math.Max(0, nearby[u] - match);
                heaviestMissing = Math.Max(heaviestMissing, unit.Importance * (1 - match));
                var likeness = likenesses[u] = (float)asked.Likeness.Of(u, words);
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
        if (signals[8] < 0.5 && Missing.AllButNames(units, matches)) signals[24] = 1;
        ReadWords(asked, matches, likenesses, signals);
        signals[5] = Missing.Entities(asked, view, matches);
        switch (KindFit.Of(asked, view))
        {
            case > 0: signals[6] = 1; break;
            case < 0: signals[7] = 1; break;
        }
        if (question.Speaker is { } speaker)
        {
            if (fact.Attribution.IsOf(speaker)) signals[9] = 1;
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
        if (KindFit.MatchesOffice(asked, view)) signals[17] = 1;
        if (asked.Carried.Units.Count > 0)
        {
            Span<float> carried = stackalloc float[asked.Carried.Units.Count];
            asked.Carried.Read(view.Own, carried);
            var sum = 0.0;
            foreach (var match in carried) sum += match;
            signals[18] = sum / carried.Length;
        }
        signals[19] = retrieval;
        signals[20] = Math.Max(0, view.Tokens.Count - 25) / 25.0;
        signals[21] = Missing.AnyOf(asked.Qualifiers, view) ? 1 : 0;
        if (Missing.PersonOrCountry(asked, view)) signals[23] = 1;
        if (Missing.AnyOf(asked.Judgements, view)) signals[36] = 1;
        if (Missing.Kind(asked, matches, likenesses)) signals[37] = 1;
        if (Missing.Origin(question, view)) signals[38] = 1;
        ReadCloseness(asked, view, signals);
        signals[41] = Missing.About(asked, matches);
        if (question.Expects == AnswerType.Quantity && fact.Quantities.Count == 0 && !view.Tokens.Exists(t => AmountWords.Contains(t.Term))
            || question.Expects == AnswerType.Date && fact.Dates.Count == 0 && fact.When is null && fact.Times.Count == 0) signals[42] = 1;
        if (Missing.AnyOf(asked.Others, view)) signals[43] = 1;
        if (view.PointsBackTo != FactView.Words.None && asked.TotalImportance > 0)
        {
            Span<float> before = units.Count <= 64 ? stackalloc float[units.Count] : new float[units.Count];
            asked.Units.Read(view.PointsBackTo, before);
            var back = 0.0;
            for (var u = 0; u < units.Count; u++) back += units[u].Importance * Math.Max(0, before[u] - matches[u]);
            signals[44] = back / asked.TotalImportance;
        }
        signals[46] = Missing.Verb(asked, matches, likenesses);
        if (Missing.AnyOf(asked.Figures, view)) signals[47] = 1;
        if (signals[35] > 0 && question.Expects is AnswerType.Any or AnswerType.Role or AnswerType.Thing && Defines(question, view)) signals[48] = 1;
        if (asked.Doing is { } doing && doing.DoerIn(view) is { } doer)
        {
            if (doing.IsAnother(doer, asked.Represents)) signals[45] = 1;
            if (doing.Doer is { } who ? doer.Id == who : !question.Entities.Any(m => m.Id == doer.Id)) signals[DoneAsAskedAt] = 1;
        }
        if (question.Expects == AnswerType.Quantity && !KindFit.IsMeasureAsked(question, fact)) signals[22] = 1;
    }

    /// <summary>
    /// What the question says of those it names: each such word counts alike, however common it is, for "did he resign" hangs on one word.
    /// </summary>
    private static void ReadWords(PreparedQuestion asked, ReadOnlySpan<float> matches, ReadOnlySpan<float> likenesses, Span<double> signals)
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
    private static void ReadCloseness(PreparedQuestion asked, FactView view, Span<double> signals)
    {
        Span<int> met = view.Tokens.Count <= 128 ? stackalloc int[view.Tokens.Count] : new int[view.Tokens.Count];
        var count = 0;
        for (var i = 0; i < view.Tokens.Count; i++)
            if (asked.Units.Meets(view.TokenStems[i]) && !view.Tokens[i].IsStopWord) met[count++] = i;
        if (count == 0) return;
        if (count > 1) signals[39] = (double)count / (met[count - 1] - met[0] + 1);
        var nearest = int.MaxValue;
        foreach (var span in KindFit.ThingsOfKind(asked.Question, view))
            for (var i = 0; i < count; i++)
            {
                var word = view.Tokens[met[i]].Span;
                if (!span.Contains(word)) nearest = Math.Min(nearest, Math.Max(0, Math.Max(span.Start - word.End, word.Start - span.End)));
            }
        if (nearest < int.MaxValue) signals[40] = 1 / (1 + nearest / 12.0);
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

    private static bool Fills(PreparedQuestion asked, Fact fact, string attribute)
    {
        foreach (var value in fact.Attributes)
        {
            if (value.Attribute != attribute) continue;
            if (value.Entity is not { } entity) return true;
            var named = false;
            foreach (var mention in asked.Named)
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

}
