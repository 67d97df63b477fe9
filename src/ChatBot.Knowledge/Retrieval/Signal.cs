namespace ChatBot.Knowledge.Retrieval;

/// <summary>What is measured of a candidate sentence. "Share" means: of the weight (idf) of the question's words. −1: doesn't apply.</summary>
internal enum Signal
{
    /// <summary>BM25F of the sentence, as a share of the most it could be.</summary>
    SentenceMatch,

    /// <summary>The same, over that of the best sentence found.</summary>
    SentenceMatchToBest,

    /// <summary>BM25F of the paragraph, as a share of the most it could be.</summary>
    ParagraphMatch,

    /// <summary>The same, over that of the best paragraph found.</summary>
    ParagraphMatchToBest,

    /// <summary>BM25F of the sentence over the best of its paragraph.</summary>
    BestOfParagraph,

    /// <summary>One over its rank by sentence score.</summary>
    SentenceRank,

    /// <summary>One over its paragraph's rank.</summary>
    ParagraphRank,

    /// <summary>Share of the words that stand in the sentence.</summary>
    Coverage,

    /// <summary>Share that stands in the paragraph.</summary>
    ParagraphCoverage,

    /// <summary>Share that stands in the paragraph or its headings.</summary>
    CoverageWithHeading,

    /// <summary>Share that stands in the headings.</summary>
    HeadingCoverage,

    /// <summary>Share that stands anywhere in the document.</summary>
    DocumentCoverage,

    /// <summary>Share found in the sentence, each word weighed by how often answering sentences hold it.</summary>
    ExpectedCoverage,

    /// <summary>Share found in paragraph and headings, each word weighed by how often answering paragraphs hold it.</summary>
    ExpectedCoverageAround,

    /// <summary>Share found in the document, weighed so.</summary>
    ExpectedCoverageInDocument,

    /// <summary>Greatest such weight that the sentence lacks.</summary>
    ExpectedMissing,

    /// <summary>Greatest such weight that paragraph and headings lack.</summary>
    ExpectedMissingAround,

    /// <summary>Share that the previous sentence adds.</summary>
    PreviousCoverage,

    /// <summary>Share that the next sentence adds.</summary>
    NextCoverage,

    /// <summary>Share that only related words in the sentence stand for ("migrant" for "migration").</summary>
    RelatedCoverage,

    /// <summary>Share that related words in the paragraph stand for.</summary>
    RelatedParagraphCoverage,

    /// <summary>Share that stands in the sentence in the very form of the question.</summary>
    SameForm,

    /// <summary>Weight, in nats, of the rarest word that the sentence lacks.</summary>
    RarestMissing,

    /// <summary>Weight of the rarest word that paragraph and headings lack.</summary>
    RarestMissingAround,

    /// <summary>Weight of the rarest word that the sentence has.</summary>
    RarestFound,

    /// <summary>Share of neighbouring pairs of the question that are neighbours in the sentence too.</summary>
    Bigrams,

    /// <summary>Share of those pairs that stand within six tokens, in either order.</summary>
    PairsNear,

    /// <summary>Longest common subsequence of question and sentence, as a share.</summary>
    CommonSubsequence,

    /// <summary>Words found over the length of the shortest stretch that holds them all.</summary>
    Density,

    /// <summary>Share of the sentence's content tokens that are the question's.</summary>
    SentenceUsed,

    /// <summary>Whether the question's first content word stands in the sentence.</summary>
    FirstWord,

    /// <summary>Whether the question's last content word stands in the sentence.</summary>
    LastWord,

    /// <summary>Whether all words stand in the sentence.</summary>
    Complete,

    /// <summary>Whether all words stand in paragraph and headings.</summary>
    CompleteAround,

    /// <summary>Product of sentence and paragraph coverage.</summary>
    CoverageOfBoth,

    /// <summary>Whether the sentence begins its paragraph.</summary>
    First,

    /// <summary>Place of the sentence in its paragraph, from 0, ten at most.</summary>
    Position,

    /// <summary>How many sentences the paragraph has.</summary>
    ParagraphLength,

    /// <summary>Content tokens of the sentence, as a logarithm.</summary>
    Length,

    /// <summary>Content tokens that are not the question's, as a logarithm.</summary>
    NewWords,

    /// <summary>Whether it begins with a pronoun.</summary>
    PronounFirst,

    /// <summary>Whether it is a caption.</summary>
    Caption,

    /// <summary>A date is asked for, and none stands here but the question's own.</summary>
    NoDate,

    /// <summary>A figure is asked for, and none stands here but the question's own.</summary>
    NoFigure,

    /// <summary>A person, place or organisation is asked for, and no name stands here but the question's own.</summary>
    NoName,

    /// <summary>How near the question's words stand to the best token of the expected kind, as a share; 0 where any word may answer.</summary>
    TypedNearness,

    /// <summary>The same to the best token of any kind, where any word may answer.</summary>
    AnswerNearness,

    /// <summary>Whether the focus noun stands in the sentence.</summary>
    Focus,

    /// <summary>Whether a number stands within three tokens before the focus noun.</summary>
    CountedFocus,

    /// <summary>Share of the question's numbers that stand in the sentence.</summary>
    NumbersFound,

    /// <summary>Weighted share of the question's names that the sentence lacks.</summary>
    NamesMissing,

    /// <summary>Weighted share of the question's names that paragraph and headings lack.</summary>
    NamesMissingAround,

    /// <summary>A cause or manner is asked for, and it has a word of that ("because", "by").</summary>
    ReasonCue,

    /// <summary>A statement is asked for, and it has a quotation or a word of saying.</summary>
    StatementCue,

    /// <summary>Nothing in particular is asked for, and it defines: "is a", "was the" right behind a word of the question.</summary>
    DefinitionCue,

    /// <summary>Names (capitalised inside the sentence) that are not the question's, where a name or thing is asked for.</summary>
    NewNames,

    /// <summary>Numbers that are not the question's, where a figure or date is asked for.</summary>
    NewNumbers,

    /// <summary>How many content words the question has.</summary>
    QuestionLength,

    /// <summary>Their mean weight.</summary>
    QuestionWeight,

    /// <summary>What the question expects, as a number.</summary>
    Expects,

    /// <summary>Share of the question's entities that the fact names.</summary>
    EntitiesFound,

    /// <summary>Whether the fact names an entity of the expected kind that the question doesn't.</summary>
    EntityOfKind,

    /// <summary>Whether a date of the question lies within one of the fact (1), the fact has only others (0).</summary>
    DatesFound,
}

/// <summary>Names and number of the signals.</summary>
internal static class Signals
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<Signal>(), Words);

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The name as a reader sees it: "rarest missing around".</summary>
    public static string Name(int signal) => Names[signal];

    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
