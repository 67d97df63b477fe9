using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>A fact weighed against a question.</summary>
/// <param name="View">The fact.</param>
/// <param name="Score">In logits; comparable between the facts of one question.</param>
/// <param name="Signals">The values behind the score, in the order of <see cref="MeaningSignals.Names"/>.</param>
internal sealed record RankedFact(FactView View, double Score, double[] Signals)
{
    /// <summary>Probability, 0 to 1, that the fact answers the question (<see cref="MeaningConfidence"/>).</summary>
    public double Probability { get; init; } = 1 / (1 + Math.Exp(-Score));

    /// <summary>The score between 0 and 1: how near the fact is to what is asked, whatever stands above it.</summary>
    public double Nearness => 1 / (1 + Math.Exp(-Score));

    /// <summary>The signals that moved the score most, for a reader.</summary>
    public string Explain(double[] weights)
    {
        var moved = Signals.Select((value, i) => (Name: MeaningSignals.Names[i], Moved: value * weights[i])).Where(s => Math.Abs(s.Moved) >= 0.05).OrderByDescending(s => Math.Abs(s.Moved));
        return string.Join(", ", moved.Take(7).Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Name} {s.Moved:+0.0;-0.0}")));
    }
}

/// <summary>
/// Ranks facts for a question by a weighted sum of <see cref="MeaningSignals"/>, read as the log-odds of a logistic model.
/// </summary>
internal sealed class MeaningRanker
{
    private const double RarestLog = 7.5;

    /// <summary>How far a word's contrary counts as the word, where it is asked whether something is so.</summary>
    private const double ContraryWeight = 0.75;

    private readonly EntityFinder _entities;
    private readonly Dictionary<string, int> _stemCounts;
    private readonly Dictionary<EntityId, int> _entityCounts;
    private readonly LikeStems _likeStems;
    private readonly ILookup<EntityId, EntityId> _namedAfter;
    private readonly StemNumbers _numbers;
    private readonly int _facts;

    /// <param name="entities">Its names.</param>
    /// <param name="views">All facts.</param>
    /// <param name="numbers">The numbers of their stems.</param>
    public MeaningRanker(EntityFinder entities, IReadOnlyList<FactView> views, StemNumbers numbers)
    {
        _entities = entities;
        _numbers = numbers;
        _likeStems = new LikeStems(views);
        _facts = views.Count;
        _stemCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        _entityCounts = [];
        foreach (var view in views)
        {
            foreach (var stem in view.Stems) _stemCounts[stem] = _stemCounts.GetValueOrDefault(stem) + 1;
            foreach (var entity in view.Entities) _entityCounts[entity] = _entityCounts.GetValueOrDefault(entity) + 1;
        }
        _namedAfter = NamedAfter();
    }

    /// <summary>By entity, the events whose names hold its name.</summary>
    private ILookup<EntityId, EntityId> NamedAfter()
    {
        var names = _entityCounts.Keys.Select(id => (Id: id, Kind: _entities.Get(id)?.Kind, Name: $" {_entities.Get(id)?.Name} ")).Where(e => e.Kind is not null).ToList();
        return (from longer in names
                where longer.Kind == EntityKind.Event
                from shorter in names
                where shorter.Id != longer.Id && shorter.Kind != EntityKind.Person && longer.Name.Contains(shorter.Name, StringComparison.Ordinal)
                select (Shorter: shorter.Id, Longer: longer.Id)).ToLookup(pair => pair.Shorter, pair => pair.Longer);
    }

    /// <summary>The weights of the signals, learnt (<see cref="MeaningWeights"/>).</summary>
    public static double[] Weights => MeaningWeights.Values;

    /// <summary>The facts, the likeliest answer first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="candidates">The facts to weigh, each with the logit that retrieval gave it.</param>
    public List<RankedFact> Rank(Question question, IEnumerable<(FactView View, double Retrieval)> candidates)
    {
        var asked = Prepare(question);
        var ranked = new List<RankedFact>();
        foreach (var (view, retrieval) in candidates)
        {
            var signals = new double[MeaningSignals.Names.Length];
            MeaningSignals.Read(asked, view, retrieval, signals);
            var score = 0.0;
            for (var i = 0; i < signals.Length; i++) score += signals[i] * Weights[i];
            ranked.Add(new RankedFact(view, score, signals));
        }
        // Equal scores: the document's own order, so that one question always has one answer.
        ranked.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : Compare(a.View, b.View));
        MeaningConfidence.Judge(question, ranked);
        return ranked;
    }

    private static int Compare(FactView a, FactView b)
    {
        var documents = string.CompareOrdinal(a.Document.Id.Value, b.Document.Id.Value);
        return documents != 0 ? documents : a.Fact.Id.Number.CompareTo(b.Fact.Id.Number);
    }

    private PreparedQuestion Prepare(Question question)
    {
        var units = Units(question.Terms, question, question.Expects == AnswerType.YesNo);
        var importance = question.Entities.Select(m => m.Id).Distinct().ToDictionary(id => id, EntityImportance);
        var hasUnknownName = false;
        foreach (var unit in units)
            if (unit.Entity is null && unit.Term.IsUnknownWord) hasUnknownName = true;
        foreach (var mention in question.Entities)
            if (_entityCounts.GetValueOrDefault(mention.Id) == 0 && !mention.Listed) hasUnknownName = true;
        return new PreparedQuestion(
            question, new UnitMatches(units, _numbers), _likeStems.Read(units), units.Sum(u => u.Importance), new UnitMatches(Units(question.CarriedTerms, question, orContrary: false), _numbers), hasUnknownName, OfficesAsked(question),
            id => _entities.Get(id)?.Represents, importance);
    }

    /// <summary>What the words ask for; whether something is so is told by the contrary, too ("are they allowed": "they are forbidden").</summary>
    private List<QuestionUnit> Units(IReadOnlyList<QuestionTerm> terms, Question question, bool orContrary)
    {
        var units = new List<QuestionUnit>();
        foreach (var term in terms)
        {
            var asked = orContrary && term.Entity is null && Opposites.Contraries(term.Stem).Select(stem => new TermAlternative(stem, ContraryWeight)).ToList() is { Count: > 0 } contraries
                ? term with { Alternatives = [.. term.Alternatives, .. contraries] } : term;
            var importance = term.Entity is { } id ? EntityImportance(id) : StemImportance(term);
            units.Add(new QuestionUnit(asked, term.Entity, importance)
            {
                Represents = term.Entity is { } named ? _entities.Get(named)?.Represents : null,
                Words = term.Entity is { } occasion ? WordsOf(occasion, question) : [],
                NamedAfter = term.Entity is { } within ? _namedAfter[within].ToList() : [],
                HasOwnWord = term.Entity is not { } other || _entities.Get(other) is not { Kind: not EntityKind.Person },
            });
        }
        return units;
    }

    /// <summary>The words by which an event or a thing is named in the question; empty where it is one word.</summary>
    private List<string> WordsOf(EntityId id, Question question)
    {
        if (_entities.Get(id) is not { Kind: EntityKind.Event or EntityKind.Thing } || question.Entities.FirstOrDefault(m => m.Id == id) is not { Span.Length: > 0 } mention) return [];
        var words = question.Tokens.Where(t => !t.IsStopWord && mention.Span.Contains(t.Span)).Select(t => t.Stem).Distinct(StringComparer.Ordinal).ToList();
        return words.Count > 1 ? words : [];
    }

    /// <summary>Between 0.3 for what every fact names and 1.6 for what hardly one does.</summary>
    private double EntityImportance(EntityId id) => 0.3 + 1.3 * Rarity(_entityCounts.GetValueOrDefault(id));

    private double StemImportance(QuestionTerm term)
    {
        var count = _stemCounts.GetValueOrDefault(term.Stem);
        if (count == 0)
            foreach (var alternative in term.Alternatives) count = Math.Max(count, _stemCounts.GetValueOrDefault(alternative.Stem));
        // A common word of general English says little, even where these few documents happen not to use it.
        return 0.15 + 0.85 * (0.5 * Rarity(count) + 0.5) * BackgroundRarity(term.Stem) + (term.IsUnknownWord ? 0.4 : 0);
    }

    /// <summary>0 for the commonest words of general English, 1 for those that it hardly uses.</summary>
    private static double BackgroundRarity(string stem) => Math.Clamp(-Math.Log(BackgroundFrequencies.Of(stem)) / RarestLog, 0, 1);

    private double Rarity(int count) => Math.Log((_facts + 1.0) / (count + 1.0)) / Math.Log(_facts + 2.0);

    /// <summary>Words that ask for whoever stands at the top, whatever the office is called there.</summary>
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "lead", "leads", "leader", "head", "heads", "headed", "led", "runs", "boss", "chief", "charge" };

    private static List<(int? Group, EntityId? Place)> OfficesAsked(Question question)
    {
        var offices = new List<(int?, EntityId?)>();
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            EntityId? place = null;
            foreach (var mention in question.Entities)
                if (mention.Kind is EntityKind.Country or EntityKind.Organisation or EntityKind.Place) place ??= mention.Id;
            if (Leading.Contains(question.Tokens[i].Term) && question.Expects is AnswerType.Person or AnswerType.Any) offices.Add((null, place));
            if (Offices.At(question.Tokens, i) is not { } phrase) continue;
            offices.Add((phrase.Group, place));
            i += phrase.Terms.Length - 1;
        }
        return offices;
    }
}
