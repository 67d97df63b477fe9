using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Text;
using ChatBot.Tests.Builders;
using Xunit;
using StoredFact = ChatBot.Knowledge.Facts.Fact;

namespace ChatBot.Tests.Knowledge.Indexing;

public sealed class SegmentScorerTests
{
    private static readonly string[] Words = ["ferry", "harbour", "tower", "bridge", "tea", "copper", "lantern", "river", "market", "bell", "oats", "glass"];

    /// <summary>Documents of random words, in random numbers of paragraphs and sentences; the seed makes them repeatable.</summary>
    private static List<DocumentFacts> RandomDocuments(Random random)
    {
        string Some(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => Words[(int)(Words.Length * random.NextDouble() * random.NextDouble())]));
        string Sentence() => $"The {Some(12)}.";
        return [.. Enumerable.Range(0, random.Next(1, 12)).Select(d => FactDocuments.Of(
            $"d{d}", random.Next(3) == 0 ? null : Some(4), [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence())))]))];
    }

    [Fact]
    public void Scores_equal_those_of_reading_every_sentence_whatever_the_changes_that_led_there()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var documents = RandomDocuments(random);
            var index = IndexSnapshot.Empty;
            foreach (var document in documents) index = index.Apply(IndexChange.Adding(document));
            var gone = documents.Where(_ => random.Next(4) == 0).ToList();
            index = index.Apply(IndexChange.Removing([.. gone.Select(document => document.Document.Id)]));
            var left = documents.Except(gone).ToList();
            Assert.Equal(left.Sum(document => document.Facts.Count), index.FactCount);

            var asked = Words.OrderBy(_ => random.Next()).Take(3).Select(EnglishStemmer.Stem).ToList();
            var groups = new[] { new[] { (asked[0], 1f) }, [(asked[1], 1f), (asked[2], 0.5f)] };
            foreach (var segment in index.Segments)
            {
                var scorer = new SegmentScorer();
                scorer.Begin(segment);
                foreach (var group in groups)
                    scorer.AddTerm(
                        segment, [.. group.Where(entry => segment.StemNumbers.ContainsKey(entry.Item1)).Select(entry => new WeightedStem(segment.StemNumbers[entry.Item1], entry.Item2))],
                        (float)TermWeights.OfSentence(index, group[0].Item1), (float)TermWeights.OfParagraph(index, group[0].Item1), index.Counts);
                for (var p = 0; p < segment.ParagraphCount; p++)
                {
                    if (!segment.IsLive(p)) continue;
                    var document = segment.Documents[segment.ParagraphDocument[p]];
                    var facts = Enumerable.Range(segment.ParagraphSentences[p], segment.ParagraphSentences[p + 1] - segment.ParagraphSentences[p]).ToList();
                    foreach (var s in facts)
                        Assert.Equal(Exhaustive(left, groups, document, [segment.Facts[s]], Bm25f.Sentences, true), scorer.Sentences[s], 1e-3);
                    Assert.Equal(Exhaustive(left, groups, document, [.. facts.Select(s => segment.Facts[s])], Bm25f.Paragraphs, false), scorer.Paragraphs[p], 1e-3);
                }
            }
        }
    }

    /// <summary>The definition, read off the texts: no postings, no statistics kept.</summary>
    private static double Exhaustive(
        List<DocumentFacts> documents, (string Stem, float Weight)[][] groups, DocumentFacts document, IReadOnlyList<StoredFact> facts, Bm25f parameters, bool bySentence)
    {
        static List<string> Stems(string? text) => [.. Tokenizer.Tokenize(text ?? "").Where(token => !token.IsStopWord).Select(token => token.Stem)];
        var units = documents.SelectMany(d => bySentence
            ? d.Facts.Select(fact => Stems(fact.Text))
            : d.Document.Paragraphs.Select(paragraph => Stems(d.Document.At(paragraph.Span)))).ToList();
        var average = Math.Max(1, units.Average(unit => (double)unit.Count));
        var own = facts.SelectMany(fact => Stems(fact.Text)).ToList();
        var title = Stems(document.Document.Source.Title);
        var score = 0.0;
        foreach (var group in groups)
        {
            var background = BackgroundFrequencies.Of(group[0].Stem);
            var (prior, share) = bySentence ? (TermWeights.BackgroundSentences, (double)background) : (TermWeights.BackgroundSentences / 4, Math.Min(0.9, 4 * background));
            var idf = -Math.Log(Math.Min(0.9, (units.Count(unit => unit.Contains(group[0].Stem)) + prior * share) / (units.Count + prior)));
            var count = group.Sum(entry => entry.Weight * own.Count(stem => stem == entry.Stem));
            var heading = group.Max(entry => title.Contains(entry.Stem) ? entry.Weight : 0);
            var tf = count / (1 - parameters.LengthShare + parameters.LengthShare * own.Count / average) + parameters.HeadingWeight * heading;
            score += idf * tf * (parameters.Saturation + 1) / (tf + parameters.Saturation);
        }
        return score;
    }
}
