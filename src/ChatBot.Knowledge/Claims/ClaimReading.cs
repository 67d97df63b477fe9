using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Claims;

/// <summary>Something that a fact has to carry if it is to speak for a claim: an entity or a content word.</summary>
/// <param name="Term">The word, with those that may stand for it.</param>
/// <param name="Entity">The entity, where it names one.</param>
/// <param name="Token">Index of its first token in the claim.</param>
/// <param name="Importance">How much rests on it, above 0 and up to about 1.6.</param>
/// <param name="IsKey">Whether a fact that lacks it can't speak for the claim.</param>
internal sealed record ClaimUnit(QuestionTerm Term, EntityMention? Entity, int Token, double Importance, bool IsKey)
{
    /// <summary>Whether the claim hangs on it ("will meet"): then the sentence itself must have it.</summary>
    public bool IsHinge { get; init; }

    /// <summary>Whether it tells what the subject does: only another verb, or the noun of the same word, tells that too.</summary>
    public bool IsVerb { get; init; }

    /// <summary>How far each stem counts as the word.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; } = SharesOf(Term);

    private static Dictionary<string, double> SharesOf(QuestionTerm term)
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal) { [term.Stem] = 1 };
        foreach (var alternative in term.Alternatives.Where(a => a.Phrase is null)) shares[alternative.Stem] = Math.Max(alternative.Weight, shares.GetValueOrDefault(alternative.Stem));
        return shares;
    }
}

/// <summary>A place that a claim or fact gives for what it tells ("in Vilnius").</summary>
/// <param name="Mention">The place.</param>
internal readonly record struct PlaceGiven(EntityMention Mention);

/// <summary>The end of a period that a date stands for.</summary>
internal enum Edge
{
    /// <summary>Neither: a day or a whole period.</summary>
    None,

    /// <summary>"Begins on …".</summary>
    Start,

    /// <summary>"Ends on …".</summary>
    End,
}

/// <summary>A claim as understood, in the same terms as a fact.</summary>
internal sealed record ClaimReading
{
    /// <summary>The claim as a question is read: terms, entities, dates.</summary>
    public required Question Question { get; init; }

    /// <summary>Its words as a fact: dates, figures, roles, speaker, attributes. It stands in no document.</summary>
    public required Fact Fact { get; init; }

    /// <summary>Whether it gives a value as one that the fact says was replaced: where it says so itself, or speaks of what was before and the fact knows such.</summary>
    public bool IsFormer(TextSpan value, Fact fact) => Fact.Replaced.Contains(value) || Question.IsOfFormer && fact.Replaced.Count > 0;

    /// <summary>Whether what stands at <paramref name="date"/> is a weekday alone: it is any such day, because nobody knows when the claim was made.</summary>
    public bool IsWeekday(TextSpan date) => Weekdays.TryGetValue(date, out var weekday) && weekday.IsAlone;

    /// <summary>The weekday that it gives with a date ("Monday, 27 May"); null where it gives none.</summary>
    public DayOfWeek? WeekdayOf(TextSpan date) => Weekdays.TryGetValue(date, out var weekday) ? weekday.Day : null;

    /// <summary>The weekdays by their dates, each with whether nothing else gives the date.</summary>
    private Dictionary<TextSpan, (DayOfWeek Day, bool IsAlone)> Weekdays => field ??= WeekdaysOf(Fact.Dates, Tokens);

    private static Dictionary<TextSpan, (DayOfWeek Day, bool IsAlone)> WeekdaysOf(IReadOnlyList<DateMention> dates, IReadOnlyList<Token> tokens)
    {
        var weekdays = new Dictionary<TextSpan, (DayOfWeek Day, bool IsAlone)>();
        foreach (var date in dates.Where(date => date.Precision == DatePrecision.Day && date.Span.Length > 0))
            for (var i = 0; i < tokens.Count; i++)
                if ((tokens[i].Span.Overlaps(date.Span) || i + 1 < tokens.Count && tokens[i + 1].Span.Start == date.Span.Start) && Calendar.Weekday(tokens[i].Term) is { } day)
                    weekdays.TryAdd(date.Span, (day, date.Relative && tokens[i].Span == date.Span));
        return weekdays;
    }

    /// <summary>What a fact has to carry.</summary>
    public required IReadOnlyList<ClaimUnit> Units { get; init; }

    /// <summary>Stems that pick another thing of the same name ("next").</summary>
    public required IReadOnlyList<string> Distinguishing { get; init; }

    /// <summary>Words that turn others round.</summary>
    public required IReadOnlyList<Negator> Negators { get; init; }

    /// <summary>Words that have a contrary.</summary>
    public required IReadOnlyList<Opposites.Found> Opposites { get; init; }

    /// <summary>Places it gives.</summary>
    public required IReadOnlyList<PlaceGiven> Places { get; init; }

    /// <summary>Which these are.</summary>
    public IReadOnlySet<EntityId> PlaceIds => field ??= Places.Select(place => place.Mention.Id).ToHashSet();

    /// <summary>Figures it gives.</summary>
    public required IReadOnlyList<Amount> Amounts { get; init; }

    /// <summary>The person whom it gives a nationality, and the country ("X is Dutch"); null where it doesn't.</summary>
    public (EntityId Person, EntityId Country)? Nationality { get; init; }

    /// <summary>Of how many it speaks.</summary>
    public Quantifiers Quantifiers { get; init; }

    /// <summary>What it quotes, each as its words in order.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Quoted { get; init; }

    /// <summary>Whether and how it says that somebody belongs to a body.</summary>
    public Membership Membership { get; init; }

    /// <summary>What it says a person is ("X is the fair's director"); null where it says no such thing.</summary>
    public GivenTitle? Title { get; init; }

    /// <summary>Index of the unit that says so; null where the word is none.</summary>
    public int? TitleUnit { get; init; }

    /// <summary>The units of those who do something or have it done ("Rain stopped the fair"): a sentence has to name them, by their last word at least ("the service"). What stands behind a preposition is where, when or whence.</summary>
    public IReadOnlyList<int> Doers => field ??= Units.Any(unit => unit.IsVerb) ? [.. Enumerable.Range(0, Units.Count).Where(i => IsDoer(Units[i]))] : [];

    private bool IsDoer(ClaimUnit unit)
    {
        if (unit.Entity is not { Span.Length: > 0 }) return false;
        var before = unit.Token - 1;
        if (before >= 0 && Tokens[before].Term is "the" or "a" or "an") before--;
        return before < 0 || !Tokens[before].IsStopWord;
    }

    /// <summary>Whether it only has names, and no word or place of which it says something.</summary>
    public bool HasNamesAlone => Units.All(unit => unit.Entity is not null);

    /// <summary>Whether it says of something that it was done or happened, and of nothing that it is still to come.</summary>
    public bool IsDone => Deeds.Any(deed => deed.IsDone(Tokens)) && !Deeds.Any(deed => ClauseSubject.IsAhead(Tokens, deed.Verb));

    /// <summary>Whether it says that something hasn't happened so far ("has not been there").</summary>
    public bool DeniesPast => Negators.Any(negator => negator.Kind == NegatorKind.Word && (Tokens[negator.Token].Term is "hasn't" or "haven't" or "hadn't" || negator.Token > 0 && Tokens[negator.Token - 1].Term is "has" or "have" or "had"));

    /// <summary>What it says where it is; null where it says that of nothing.</summary>
    public Whereabouts? Whereabouts { get; init; }

    /// <summary>What it says that somebody or something does.</summary>
    public required IReadOnlyList<ClaimedDeed> Deeds { get; init; }

    /// <summary>What its dates stand for.</summary>
    public Edge Edge { get; init; }

    /// <summary>Whether it says no more than that somebody is or was somewhere ("X was at the fair").</summary>
    public bool SaysPresent => HasNamesAlone && Units.Any(unit => unit.Entity is { Kind: Topics.EntityKind.Person or Topics.EntityKind.Country })
        && Enumerable.Range(1, Math.Max(0, Tokens.Count - 1)).Any(i => Tokens[i].Term is "at" or "in" or "there" && Tokens[i - 1].Term is "is" or "are" or "was" or "were" or "be" or "been" or "not");

    /// <summary>Whether it says that somebody is or was at something, whatever else it says.</summary>
    public bool PlacesSomebody => Enumerable.Range(1, Math.Max(0, Tokens.Count - 1)).Any(i => Tokens[i].Term is "at" or "there" && Tokens[i - 1].Term is "is" or "are" or "was" or "were" or "be" or "been" or "not"
        && Units.Any(unit => unit.Entity is { Kind: Topics.EntityKind.Person or Topics.EntityKind.Country } && unit.Token < i));

    /// <summary>Whether it only names people, bodies and places, without a word or value that says what they have to do with each other: that a sentence names them too tells nothing.</summary>
    public bool SaysNoRelation => Units.Count > 1 && Units.All(unit => unit.Entity is { Kind: not (Topics.EntityKind.Event or Topics.EntityKind.Thing) })
        && Places.Count == 0 && Nationality is null && Fact.Dates.Count == 0 && Fact.Times.Count == 0 && Amounts.Count == 0;

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<Token> Tokens => Question.Tokens;
}
