using System.Collections.Frozen;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>A fact prepared for comparison with questions: its words as sets, its neighbours' words, the entities it stands near to.</summary>
internal sealed class FactView
{
    private FactView(Fact fact, Document document, List<Token> tokens, StemNumbers numbers, DateOnly? writtenOn)
    {
        Fact = fact;
        Document = document;
        Tokens = tokens;
        TokenStems = [.. tokens.Select(token => numbers.Of(token.Stem))];
        Mentions = [.. fact.Entities];
        Stems = [.. tokens.Where(t => !t.IsStopWord).Select(t => t.Stem)];
        Entities = [.. fact.Entities.Select(m => m.Id)];
        if (fact.Attribution.Speaker is { } speaker) Entities.Add(speaker);
        Entities.UnionWith(fact.Attribution.Sources.Select(source => source.Id));
        Offices = [.. fact.Roles.Select(role => (role, Knowledge.Mentions.Offices.Within(tokens, role.Office)))];
        DeniedOffices = [.. fact.DeniedRoles.Select(role => (role, Knowledge.Mentions.Offices.Within(tokens, role.Office)))];
        DatesOfMatter = SayingDates.Without(fact, tokens);
        WrittenOn = writtenOn;
        SaidOn = Facts.SaidOn.Of(fact, tokens);
        MayDeny = DeedReader.MayDeny(tokens);
        TakesBackReport = ClauseFrame.In(document.Text, tokens) is { IsTakenBack: true };
        IsAsPlanned = MoveSigns.AreUndoneIn(tokens, document.Text);
        DecidedAt = DecidingDates.InfinitiveAt(tokens);
        DatesAhead = PastDates.Without(DatesOfMatter.Count > 0 ? DatesOfMatter : fact.Dates, tokens, writtenOn);
    }

    /// <summary>From this share of the shorter one's words on, two sentences say the same.</summary>
    private const double SameWords = 0.6;

    public Fact Fact { get; }

    /// <summary>Whether it says much the same as another.</summary>
    public bool Restates(FactView other) => Stems.Count(other.Stems.Contains) >= SameWords * Math.Min(Stems.Count, other.Stems.Count);

    public Document Document { get; }

    /// <summary>When the document was written, or no earlier than which day; null where nothing tells.</summary>
    public DateOnly? WrittenOn { get; }

    /// <summary>The day on which the sentence says that what it tells was said; null where it gives none.</summary>
    public DateOnly? SaidOn { get; }

    /// <summary>Whether it has a word that could deny something.</summary>
    public bool MayDeny { get; }

    /// <summary>Whether it takes back what was reported before.</summary>
    public bool TakesBackReport { get; }

    /// <summary>Whether it says that something takes place as was planned, or isn't moved.</summary>
    public bool IsAsPlanned { get; }

    /// <summary>The token "to" of what it says was decided ("voted to close the road"); null where it tells of no decision.</summary>
    public int? DecidedAt { get; }

    /// <summary>The sentence's tokens; their spans point into the document's text.</summary>
    public List<Token> Tokens { get; }

    /// <summary>By token the number of its stem.</summary>
    public int[] TokenStems { get; }

    /// <summary>The fact's entities as an array: quicker to go through.</summary>
    public EntityMention[] Mentions { get; }

    /// <summary>Its dates, less those that only say when something was said.</summary>
    public IReadOnlyList<DateMention> DatesOfMatter { get; }

    /// <summary>Those of them, or of all where there are no others, that may lie ahead: not the day since when something is so, nor one of an earlier year than the document's.</summary>
    public IReadOnlyList<DateMention> DatesAhead { get; }

    /// <summary>The stems of the sentence's content words.</summary>
    public HashSet<string> Stems { get; }

    /// <summary>The entities named, the speaker, and those who reported it or were told.</summary>
    public HashSet<EntityId> Entities { get; }

    /// <summary>What the sentences before and after, the heading and the document's title say.</summary>
    public HashSet<string> NearStems { get; } = new(StringComparer.Ordinal);

    /// <summary>The entities of the sentences before and after and of the title.</summary>
    public HashSet<EntityId> NearEntities { get; } = [];

    /// <summary>The countries and organisations that <see cref="Entities"/> stand for, and who published the document.</summary>
    public HashSet<EntityId> Represented { get; } = [];

    /// <summary>The same for <see cref="NearEntities"/>.</summary>
    public HashSet<EntityId> NearRepresented { get; } = [];

    /// <summary><see cref="Stems"/>, <see cref="Entities"/>, <see cref="Represented"/> and their counterparts nearby as arrays: quicker to go through.</summary>
    public Words Own { get; private set; } = Words.None;

    /// <inheritdoc cref="Own"/>
    public Words Near { get; private set; } = Words.None;

    /// <summary>What the sentence before says, where this one points back to it with its first words ("It comes from …", "She rejected this"); else none.</summary>
    public Words PointsBackTo { get; private set; } = Words.None;

    /// <summary>The stems of the sentence that this one points back to; none where it points to none.</summary>
    public IReadOnlySet<string> StemsPointedTo { get; private set; } = FrozenSet<string>.Empty;

    /// <summary>Words and entities to go through.</summary>
    public sealed record Words(int[] Stems, EntityId[] Entities, EntityId[] Represented)
    {
        /// <summary>None at all.</summary>
        public static Words None { get; } = new([], [], []);
    }

    /// <summary>The dates that may answer a question: when something was said only where that is asked.</summary>
    public IReadOnlyList<DateMention> DatesFor(Question question) => DecidingDates.Without(question, this, DatesTold(question));

    private IReadOnlyList<DateMention> DatesTold(Question question) => question.AsksAhead ? Holding(question, DatesOfMatter.Count > 0 ? DatesAhead : [], date => date.Span)
        : DatesOfMatter.Count < Fact.Dates.Count && question.Tokens.Any(token => ReportingVerbs.StanceOf(token.Term) is not null) ? Fact.Dates : Holding(question, DatesOfMatter, date => date.Span);

    /// <summary>Of values in it those that hold, or, where the question is of what was before, those that don't; all, where none is such.</summary>
    public IReadOnlyList<T> Holding<T>(Question question, IReadOnlyList<T> values, Func<T, TextSpan> span)
    {
        if (Fact.Replaced.Count == 0) return values;
        var holding = values.Where(value => Fact.Replaced.Contains(span(value)) == question.IsOfFormer).ToList();
        return holding.Count > 0 ? holding : values;
    }

    /// <summary>The offices named, each with the groups of equals that it belongs to.</summary>
    public IReadOnlyList<(RoleMention Role, IReadOnlyList<int> Groups)> Offices { get; }

    /// <summary>The same of those that somebody is said not to hold.</summary>
    public IReadOnlyList<(RoleMention Role, IReadOnlyList<int> Groups)> DeniedOffices { get; }

    /// <summary>The views of a document's facts.</summary>
    /// <param name="facts">The document and its facts.</param>
    /// <param name="represents">Whom an entity stands for, if anybody.</param>
    /// <param name="lexicon">Knows the phrases that stand for words.</param>
    /// <param name="numbers">The numbers of the stems, to which this adds.</param>
    /// <param name="outlet">Who published the document, where that is known: all its sentences are the outlet's word.</param>
    public static IReadOnlyList<FactView> Of(DocumentFacts facts, Func<EntityId, EntityId?> represents, Lexicon lexicon, StemNumbers numbers, EntityId? outlet)
    {
        var views = new List<FactView>(facts.Facts.Count);
        var writtenOn = facts.WrittenOn;
        foreach (var fact in facts.Facts)
        {
            // Token spans of the sentence alone, moved to the document's text.
            var tokens = Tokenizer.Tokenize(fact.Text);
            for (var i = 0; i < tokens.Count; i++) tokens[i] = tokens[i] with { Span = tokens[i].Span with { Start = tokens[i].Span.Start + fact.Span.Start } };
            views.Add(new FactView(fact, facts.Document, tokens, numbers, writtenOn));
        }
        var title = Tokenizer.Tokenize(facts.Document.Source.Title ?? "");
        var phrases = views.ConvertAll(view => lexicon.Phrases(view.Tokens).ToList());
        for (var i = 0; i < views.Count; i++)
        {
            foreach (var token in title)
                if (!token.IsStopWord) views[i].NearStems.Add(token.Stem);
            for (var k = i - 1; k <= i + 1; k += 2)
            {
                if (k < 0 || k >= views.Count || views[k].Fact.Locator.Kind != views[i].Fact.Locator.Kind) continue;
                views[i].NearStems.UnionWith(views[k].Stems);
                views[i].NearEntities.UnionWith(views[k].Entities);
            }
            foreach (var entity in views[i].Entities)
                if (represents(entity) is { } country) views[i].Represented.Add(country);
            foreach (var entity in views[i].NearEntities)
                if (represents(entity) is { } country) views[i].NearRepresented.Add(country);
            if (outlet is { } publisher) views[i].Represented.Add(publisher);
            views[i].Own = new Words([.. views[i].Stems.Concat(phrases[i]).Select(numbers.Of)], [.. views[i].Entities], [.. views[i].Represented]);
            views[i].Near = new Words([.. views[i].NearStems.Select(numbers.Of)], [.. views[i].NearEntities], [.. views[i].NearRepresented]);
        }
        for (var i = 1; i < views.Count; i++)
            if (views[i - 1].Fact.Locator.Kind == views[i].Fact.Locator.Kind && PointsBack(views[i].Tokens)) (views[i].PointsBackTo, views[i].StemsPointedTo) = (views[i - 1].Own, views[i - 1].Stems);
        return views;
    }

    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
        { "it", "this", "that", "these", "those", "he", "she", "they", "his", "her", "its", "their", "both", "neither", "such", "there", "then", "instead" };

    /// <summary>Whether a sentence speaks of the one before: by its first words, or with "this", "that" or "it" as the object of a short one.</summary>
    private static bool PointsBack(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count && i < FirstWords; i++)
            if (Pointers.Contains(tokens[i].Term)) return true;
        return tokens.Count <= ShortSentence && tokens.Exists(token => token.Term is "it" or "this" or "that" or "them" or "so");
    }

    private const int FirstWords = 2;
    private const int ShortSentence = 14;
}
