using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Signals that belong together, for asking what each group brings.</summary>
internal static class SignalGroups
{
    public static IReadOnlyList<(string Name, Signal[] Signals)> All { get; } =
    [
        ("sentence BM25F", [Signal.SentenceMatch, Signal.SentenceMatchToBest, Signal.SentenceRank, Signal.BestOfParagraph]),
        ("paragraph BM25F and coverage", [Signal.ParagraphMatch, Signal.ParagraphMatchToBest, Signal.ParagraphRank, Signal.ParagraphCoverage]),
        ("headings and document", [Signal.HeadingCoverage, Signal.CoverageWithHeading, Signal.DocumentCoverage, Signal.ExpectedCoverageInDocument, Signal.CompleteAround]),
        ("sentence coverage", [Signal.Coverage, Signal.SameForm, Signal.Complete, Signal.CoverageOfBoth, Signal.SentenceUsed, Signal.RarestFound]),
        ("words learnt from questions", [Signal.ExpectedCoverage, Signal.ExpectedCoverageAround, Signal.ExpectedCoverageInDocument, Signal.ExpectedMissing, Signal.ExpectedMissingAround]),
        ("order and nearness", [Signal.Bigrams, Signal.PairsNear, Signal.CommonSubsequence, Signal.Density, Signal.FirstWord, Signal.LastWord]),
        ("related words", [Signal.RelatedCoverage, Signal.RelatedParagraphCoverage]),
        ("missing words, names, numbers", [Signal.RarestMissing, Signal.RarestMissingAround, Signal.NumbersFound, Signal.NamesMissing, Signal.NamesMissingAround]),
        ("expected kind of answer",
        [
            Signal.NoDate, Signal.NoFigure, Signal.NoName, Signal.TypedNearness, Signal.AnswerNearness, Signal.Focus, Signal.CountedFocus, Signal.ReasonCue, Signal.StatementCue,
            Signal.DefinitionCue, Signal.NewNames, Signal.NewNumbers, Signal.EntityOfKind,
        ]),
        ("neighbours and place", [Signal.PreviousCoverage, Signal.NextCoverage, Signal.PronounFirst, Signal.First, Signal.Position, Signal.ParagraphLength]),
        ("length", [Signal.Length, Signal.NewWords]),
    ];
}
