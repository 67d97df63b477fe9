using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Understanding;

/// <summary>A content word of a question, with the words that may stand for it in a document.</summary>
/// <param name="Stem">The word's stem.</param>
/// <param name="Traits">What the word looked like.</param>
/// <param name="Alternatives">Stems of which each counts as the word, at a share (0–1) of its weight.</param>
public sealed record QuestionTerm(string Stem, TokenTraits Traits, IReadOnlyList<TermAlternative> Alternatives)
{
    /// <summary>The entity that the word names, or null.</summary>
    public EntityId? Entity { get; init; }

    /// <summary>Whether the word is neither English nor in any document: a name that nobody here has heard of, or no word at all.</summary>
    public bool IsUnknownWord { get; init; }

    /// <summary>Whether a word is the term's, or one that may stand for it.</summary>
    /// <param name="stem">The word's stem.</param>
    public bool IsMetBy(string stem) => stem == Stem || Alternatives.Any(other => other.Phrase is null && other.Stem == stem);

    /// <summary>Whether among words there is the term's, or one that may stand for it.</summary>
    /// <param name="stems">The words' stems.</param>
    public bool IsMetIn(IReadOnlySet<string> stems) => stems.Contains(Stem) || Alternatives.Any(other => other.Phrase is null && stems.Contains(other.Stem));
}

/// <summary>A word or phrase that may stand for a question's word.</summary>
/// <param name="Stem">The word's stem; of a phrase, that of its longest word, which finds where it may stand.</param>
/// <param name="Weight">How nearly it means the same, 0 to 1.</param>
/// <param name="Phrase">The stems of a phrase of several words, a space between; null for a single word.</param>
public readonly record struct TermAlternative(string Stem, double Weight, string? Phrase = null);

/// <summary>A word of the question that was read as another.</summary>
/// <param name="Span">Where it stands in the question as typed.</param>
/// <param name="Typed">As typed.</param>
/// <param name="Read">As read.</param>
public sealed record Correction(TextSpan Span, string Typed, string Read);

/// <summary>A question as understood.</summary>
public sealed record Question
{
    /// <summary>As typed, less the parts addressed to the bot.</summary>
    public required string Text { get; init; }

    /// <summary>All its tokens, spelling corrected; their spans point into <see cref="Text"/>.</summary>
    public required IReadOnlyList<Token> Tokens { get; init; }

    /// <summary>Its content words.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>What it asks for.</summary>
    public AnswerType Expects { get; init; }

    /// <summary>The stem of the noun that says which kind of thing is wanted ("newspap" in "which newspaper"), or null.</summary>
    public string? Focus { get; init; }

    /// <summary>Whether a single day is wanted: "on which day" isn't answered by a year.</summary>
    public bool AsksForDay => Expects == AnswerType.Date && Focus is "day" or "date";

    /// <summary>Whether a time of day is wanted rather than a day ("at what time").</summary>
    public bool AsksForTime => Expects == AnswerType.Date && Focus is "time" or "hour";

    /// <summary>Whether a day ahead is wanted, as a deadline or what is still to come: what is past answers no such question.</summary>
    internal bool AsksAhead => Expects == AnswerType.Date && IsAhead;

    /// <summary>Whether its words speak of a deadline or of what is still to come (<see cref="AskedAhead"/>).</summary>
    internal bool IsAhead { get; init; }

    /// <summary>Whether a place of that kind may be what is wanted: "in which country" isn't answered by a city, nor "in which city" by a country.</summary>
    public bool WantsPlace(EntityKind kind) => Focus switch
    {
        "countri" or "nation" => kind == EntityKind.Country,
        "citi" or "town" or "venu" or "villag" => kind == EntityKind.Place,
        _ => true,
    };

    /// <summary>Whether countries are wanted as such ("which countries agreed"), not as the place of something ("in which country").</summary>
    internal bool WantsCountries
    {
        get
        {
            if (Expects != AnswerType.Place || Focus is not ("countri" or "nation")) return false;
            for (var i = 0; i < Tokens.Count; i++)
                if (Tokens[i].Term is "which" or "what") return i == 0 || Tokens[i - 1].Term is not ("in" or "to" or "from" or "at" or "near" or "into");
            return false;
        }
    }

    /// <summary>The entities it names.</summary>
    public IReadOnlyList<EntityMention> Entities { get; init; } = [];

    /// <summary>The dates in it.</summary>
    public IReadOnlyList<DateMention> Dates { get; init; } = [];

    /// <summary>Words read as others.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The kind of question that the topic's examples make it, or null where none fits.</summary>
    public string? Intent { get; init; }

    /// <summary>How sure the intent is, 0 to 1.</summary>
    public double IntentConfidence { get; init; }

    /// <summary>The attributes that answer such questions, each with the probability that this is one of them.</summary>
    public IReadOnlyDictionary<string, double> AttributesAsked { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether it asks where the documents differ.</summary>
    public bool AsksWhereSourcesDiffer { get; init; }

    /// <summary>Whether it asks how what is told changed: the values at different times, if there are such.</summary>
    internal bool AsksWhatChanged { get; init; }

    /// <summary>Whether it asks who says something and who denies it.</summary>
    internal bool AsksForBothSides { get; init; }

    /// <summary>Whether every value that documents give is wanted, however many.</summary>
    public bool AsksForAllSides { get; init; }

    /// <summary>Whether it asks for the newest that is known.</summary>
    public bool AsksForLatest { get; init; }

    /// <summary>Whether it speaks of what held before a change ("originally").</summary>
    public bool IsOfFormer { get; init; }

    /// <summary>Whether it asks for what happened in order of time.</summary>
    public bool AsksForTimeline { get; init; }

    /// <summary>Whether it asks for somebody's very words.</summary>
    public bool AsksForQuotation { get; init; }

    /// <summary>The kind of small talk that it is ("greeting"), or null where it asks something.</summary>
    public string? SmallTalk { get; init; }

    /// <summary>Whose words are asked for ("what did X say"), or null.</summary>
    public EntityId? Speaker { get; init; }

    /// <summary>The body or country whose head is asked for, whatever the office is called, or null.</summary>
    internal EntityId? Led { get; init; }

    /// <summary>The outlet that the question names as its source ("according to X"), or null.</summary>
    public EntityId? Credited { get; init; }

    /// <summary>What earlier turns of the conversation lend to it: words that help but need not be met.</summary>
    public IReadOnlyList<QuestionTerm> CarriedTerms { get; init; } = [];

    /// <summary>The question before it that this one asks more about with a question word alone ("when was that?"), or null.</summary>
    public string? Continues { get; init; }

    /// <summary>What is being talked about, for showing how a follow-up was read: the question itself, or the one that it continues.</summary>
    public string Matter => Continues ?? ReadAs ?? Text;

    /// <summary>How a text that continues this question was read; null where this one has no words to show.</summary>
    internal string? Continuing(string text) => Matter.Any(char.IsLetterOrDigit) ? $"{text} ({Matter})" : null;

    /// <summary>This question with what another turn adds to it, as one: "who will attend?" with "and in May?" is "who will attend, in May?".</summary>
    internal string? With(string addition)
    {
        if (!Matter.Any(char.IsLetterOrDigit)) return null;
        var words = WithoutOpening(addition).TrimEnd('?', '!', '.', ' ');
        var parts = Matter.TrimEnd('?', '!', '.', ' ').Split(", ").ToList();
        // "In June" takes the place of "in May".
        var first = words.Split(' ')[0] + " ";
        if (words.Contains(' ', StringComparison.Ordinal)) parts = [.. parts.Where((part, i) => i == 0 || !part.StartsWith(first, StringComparison.OrdinalIgnoreCase))];
        // "Holm" that of "Berg".
        if (IsName(words)) parts = [.. parts.Where((part, i) => i == 0 || !IsName(part))];
        return $"{string.Join(", ", parts)}, {words}?";
    }

    private static bool IsName(string words) => !words.Contains(' ', StringComparison.Ordinal) || words.Split(' ').All(word => word.Length > 0 && char.IsUpper(word[0]));

    /// <summary>A follow-up's words without "and", "what about" and the like before them.</summary>
    internal static string WithoutOpening(string text)
    {
        var words = text.Trim();
        foreach (var opening in Openings)
            if (words.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) words = words[opening.Length..].TrimStart();
        return words;
    }

    private static readonly string[] Openings = ["and ", "but ", "also ", "so ", "or ", "what about ", "how about "];

    /// <summary>The question as it was read, where that is not how it was typed; null where it was read literally.</summary>
    public string? ReadAs { get; init; }
}
