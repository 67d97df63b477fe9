using System.Numerics;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>Measures the signals of the candidates of one question. Holds working memory; one thread at a time.</summary>
internal sealed class SignalReader
{
    private readonly Dictionary<int, ParagraphView> _paragraphs = [];
    private readonly List<WeightedStem> _related = [];
    private readonly int[] _last = new int[QueryTerms.Most];
    private readonly float[] _subsequence = new float[QueryTerms.Most + 1];
    private readonly List<int> _marked = [];
    private readonly List<(int Position, int Term)> _matches = [];
    private readonly List<int> _answers = [];
    private sbyte[] _termOf = [];
    private float[] _relatedness = [];
    private sbyte[] _relatedTerm = [];
    private IndexSegment? _segment;
    private QueryTerms? _terms;
    private int _focus;
    private ulong[] _documentTerms = [];

    /// <summary>What a paragraph holds of the question.</summary>
    /// <param name="Mask">Terms in its sentences.</param>
    /// <param name="Heading">Terms in its headings.</param>
    /// <param name="Related">Terms for which it holds a related word.</param>
    /// <param name="Sentences">Terms in each sentence.</param>
    private sealed record ParagraphView(ulong Mask, ulong Heading, ulong Related, ulong[] Sentences);

    /// <summary>Begins with the question's terms in one segment, and for each document of it the terms that stand there.</summary>
    public void Begin(QueryTerms terms, WeightedStem[][] stems, IndexSegment segment, ReadOnlySpan<ulong> documentTerms)
    {
        (_terms, _segment) = (terms, segment);
        if (_documentTerms.Length < segment.Documents.Length) _documentTerms = new ulong[segment.Documents.Length];
        documentTerms[..segment.Documents.Length].CopyTo(_documentTerms);
        _paragraphs.Clear();
        _focus = terms.Question.Focus is { } focus && segment.StemNumbers.TryGetValue(focus, out var number) ? number : -1;
        if (_termOf.Length < segment.Stems.Length)
        {
            _termOf = new sbyte[segment.Stems.Length];
            _relatedTerm = new sbyte[segment.Stems.Length];
            _relatedness = new float[segment.Stems.Length];
        }
        for (var i = 0; i < terms.Count; i++)
            foreach (var (stem, _) in stems[i])
            {
                if (_termOf[stem] == 0) _termOf[stem] = (sbyte)(i + 1);
                _marked.Add(stem);
            }
        for (var i = 0; i < terms.Count; i++)
        {
            _related.Clear();
            RelatedStems.Find(segment, terms.Terms[i].Stem, _related);
            foreach (var (stem, likeness) in _related)
            {
                if (_termOf[stem] != 0 || _relatedness[stem] >= likeness) continue;
                _relatedness[stem] = likeness;
                _relatedTerm[stem] = (sbyte)(i + 1);
                _marked.Add(stem);
            }
        }
    }

    /// <summary>Clears what <see cref="Begin"/> marked.</summary>
    public void End()
    {
        foreach (var stem in _marked)
        {
            _termOf[stem] = 0;
            _relatedTerm[stem] = 0;
            _relatedness[stem] = 0;
        }
        _marked.Clear();
    }

    /// <summary>Measures one candidate; what depends on the other candidates is left to the caller.</summary>
    public void Read(int sentence, Span<float> signals)
    {
        if (_segment is not { } segment || _terms is not { } terms) throw new InvalidOperationException("Begin comes first.");
        var paragraphNumber = segment.SentenceParagraph[sentence];
        var from = segment.SentenceTokens[sentence];
        var to = segment.SentenceTokens[sentence + 1];
        var firstOfParagraph = segment.ParagraphSentences[paragraphNumber];
        var place = sentence - firstOfParagraph;
        var question = terms.Question;
        var wanted = Kinds.Answering(question.Expects);
        var (wantsReason, wantsStatement) = (question.Expects == AnswerType.Reason, question.Expects == AnswerType.Statement);

        if (!_paragraphs.TryGetValue(paragraphNumber, out var paragraph)) _paragraphs[paragraphNumber] = paragraph = View(segment, paragraphNumber);
        _matches.Clear();
        _answers.Clear();
        ulong mask = 0;
        ulong sameForm = 0;
        Span<float> related = stackalloc float[terms.Count];
        related.Clear();
        var (newWords, newNames, newNumbers, focusAt, countedFocus) = (0, 0, 0, -1, false);
        var lastFigure = -10;
        var (reason, saying, defining) = (false, false, false);
        for (var t = from; t < to; t++)
        {
            var form = segment.TokenForm[t];
            var kinds = segment.TokenKinds[t];
            var position = t - from;
            if ((kinds & TokenKinds.StopWord) != 0)
            {
                if (wantsReason && Cues.IsReason(segment.Forms[form])) reason = true;
                if (_matches.Count > 0 && position - _matches[^1].Position <= 2 && segment.Forms[form] is "is" or "are" or "was" or "were") defining = true;
                if ((kinds & TokenKinds.Calendar) != 0 && (wanted & TokenKinds.Calendar) != 0) _answers.Add(position);
                continue;
            }
            var stem = segment.FormStem[form];
            var isFigure = (kinds & (TokenKinds.Number | TokenKinds.NumberWord | TokenKinds.Symbol)) != 0;
            if (stem == _focus && focusAt < 0) focusAt = position;
            if (focusAt == position && position - lastFigure <= 3) countedFocus = true;
            if (isFigure) lastFigure = position;
            var term = _termOf[stem] - 1;
            if (term >= 0)
            {
                _matches.Add((position, term));
                mask |= 1UL << term;
                if (string.Equals(segment.Forms[form], terms.Forms[term], StringComparison.Ordinal)) sameForm |= 1UL << term;
                continue;
            }
            if (_relatedTerm[stem] is > 0 and var near) related[near - 1] = Math.Max(related[near - 1], _relatedness[stem]);
            newWords++;
            if ((kinds & TokenKinds.Name) != 0) newNames++;
            if (isFigure) newNumbers++;
            var isAnswer = wanted == TokenKinds.None || (kinds & wanted) != 0 || wanted == TokenKinds.Name && (kinds & TokenKinds.Initial) != 0;
            if (isAnswer) _answers.Add(position);
            if (wantsReason && Cues.IsReason(segment.Stems[stem])) reason = true;
            if (wantsStatement && Cues.IsSaying(segment.Stems[stem])) saying = true;
        }

        var total = Math.Max(terms.TotalIdf, 1e-6f);
        var before = place > 0 ? paragraph.Sentences[place - 1] : 0;
        var after = place + 1 < paragraph.Sentences.Length ? paragraph.Sentences[place + 1] : 0;
        float relatedWeight = 0;
        float relatedParagraphWeight = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if ((mask >> i & 1) == 0) relatedWeight += terms.SentenceIdf[i] * related[i];
            if (((paragraph.Mask | paragraph.Heading) >> i & 1) == 0 && (paragraph.Related >> i & 1) != 0) relatedParagraphWeight += terms.SentenceIdf[i];
        }

        signals[(int)Signal.Coverage] = Weight(mask) / total;
        signals[(int)Signal.ParagraphCoverage] = Weight(paragraph.Mask) / total;
        signals[(int)Signal.CoverageWithHeading] = Weight(paragraph.Mask | paragraph.Heading) / total;
        signals[(int)Signal.HeadingCoverage] = Weight(paragraph.Heading) / total;
        var around = paragraph.Mask | paragraph.Heading;
        var inDocument = around | _documentTerms[segment.ParagraphDocument[paragraphNumber]];
        signals[(int)Signal.DocumentCoverage] = Weight(inDocument) / total;
        signals[(int)Signal.ExpectedCoverage] = Share(terms.ExpectedInSentence, mask);
        signals[(int)Signal.ExpectedCoverageAround] = Share(terms.ExpectedInParagraph, around);
        signals[(int)Signal.ExpectedCoverageInDocument] = Share(terms.ExpectedInParagraph, inDocument);
        signals[(int)Signal.ExpectedMissing] = Greatest(terms.ExpectedInSentence, ~mask);
        signals[(int)Signal.ExpectedMissingAround] = Greatest(terms.ExpectedInParagraph, ~around);
        signals[(int)Signal.PreviousCoverage] = Weight(before & ~mask) / total;
        signals[(int)Signal.NextCoverage] = Weight(after & ~mask) / total;
        signals[(int)Signal.RelatedCoverage] = relatedWeight / total;
        signals[(int)Signal.RelatedParagraphCoverage] = relatedParagraphWeight / total;
        signals[(int)Signal.SameForm] = Weight(sameForm) / total;
        signals[(int)Signal.RarestMissing] = Greatest(terms.SentenceIdf, ~mask);
        signals[(int)Signal.RarestMissingAround] = Greatest(terms.SentenceIdf, ~(paragraph.Mask | paragraph.Heading));
        signals[(int)Signal.RarestFound] = Greatest(terms.SentenceIdf, mask);
        ReadOrder(terms, total, signals);
        signals[(int)Signal.SentenceUsed] = (float)_matches.Count / Math.Max(1, _matches.Count + newWords);
        signals[(int)Signal.FirstWord] = mask & 1;
        signals[(int)Signal.LastWord] = terms.Count == 0 ? 0 : mask >> terms.Count - 1 & 1;
        signals[(int)Signal.Complete] = BitOperations.PopCount(mask) == terms.Count ? 1 : 0;
        signals[(int)Signal.CompleteAround] = BitOperations.PopCount(around) == terms.Count ? 1 : 0;
        signals[(int)Signal.CoverageOfBoth] = signals[(int)Signal.Coverage] * signals[(int)Signal.CoverageWithHeading];
        signals[(int)Signal.First] = place == 0 ? 1 : 0;
        signals[(int)Signal.Position] = Math.Min(place, 10);
        signals[(int)Signal.ParagraphLength] = Math.Min(paragraph.Sentences.Length, 20);
        signals[(int)Signal.Length] = MathF.Log(1 + segment.SentenceLength[sentence]);
        signals[(int)Signal.NewWords] = MathF.Log(1 + newWords);
        signals[(int)Signal.PronounFirst] = to > from && Cues.IsPronoun(segment.Forms[segment.TokenForm[from]]) ? 1 : 0;
        var fact = segment.Facts[sentence];
        signals[(int)Signal.Caption] = fact.IsCaption ? 1 : 0;
        signals[(int)Signal.NoDate] = question.Expects == AnswerType.Date && _answers.Count == 0 ? 1 : 0;
        signals[(int)Signal.NoFigure] = question.Expects == AnswerType.Quantity && _answers.Count == 0 ? 1 : 0;
        signals[(int)Signal.NoName] = wanted == TokenKinds.Name && _answers.Count == 0 ? 1 : 0;
        var nearness = Nearness(terms, total);
        signals[(int)Signal.TypedNearness] = wanted == TokenKinds.None ? 0 : nearness;
        signals[(int)Signal.AnswerNearness] = wanted == TokenKinds.None ? nearness : 0;
        signals[(int)Signal.Focus] = question.Focus is null ? -1 : focusAt >= 0 ? 1 : 0;
        signals[(int)Signal.CountedFocus] = question.Focus is null || question.Expects != AnswerType.Quantity ? -1 : countedFocus ? 1 : 0;
        signals[(int)Signal.NumbersFound] = ShareOf(terms.IsNumber, mask);
        signals[(int)Signal.NamesMissing] = Missing(terms, mask);
        signals[(int)Signal.NamesMissingAround] = Missing(terms, paragraph.Mask | paragraph.Heading);
        signals[(int)Signal.ReasonCue] = question.Expects == AnswerType.Reason && reason ? 1 : 0;
        signals[(int)Signal.StatementCue] = question.Expects == AnswerType.Statement && (saying || fact.Attribution.Quoted.Count > 0 || fact.Text.AsSpan().IndexOfAny('"', '“') >= 0) ? 1 : 0;
        signals[(int)Signal.DefinitionCue] = question.Expects is AnswerType.Any or AnswerType.Role && defining ? 1 : 0;
        signals[(int)Signal.NewNames] = wanted == TokenKinds.Name || question.Expects == AnswerType.Thing ? MathF.Log(1 + newNames) : 0;
        signals[(int)Signal.NewNumbers] = question.Expects is AnswerType.Date or AnswerType.Quantity ? MathF.Log(1 + newNumbers) : 0;
        signals[(int)Signal.QuestionLength] = terms.Count;
        signals[(int)Signal.QuestionWeight] = total / Math.Max(1, terms.Count);
        signals[(int)Signal.Expects] = (int)question.Expects;
        FactSignals.Read(question, fact, signals);
    }

    private ParagraphView View(IndexSegment segment, int number)
    {
        var from = segment.ParagraphSentences[number];
        var sentences = new ulong[segment.ParagraphSentences[number + 1] - from];
        ulong all = 0;
        ulong related = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            for (var t = segment.SentenceTokens[from + i]; t < segment.SentenceTokens[from + i + 1]; t++)
            {
                if ((segment.TokenKinds[t] & TokenKinds.StopWord) != 0) continue;
                var stem = segment.FormStem[segment.TokenForm[t]];
                if (_termOf[stem] is > 0 and var term) sentences[i] |= 1UL << term - 1;
                else if (_relatedTerm[stem] is > 0 and var near) related |= 1UL << near - 1;
            }
            all |= sentences[i];
        }
        ulong heading = 0;
        foreach (var stem in segment.StemsOfHeading(segment.ParagraphHeading[number]))
            if (_termOf[stem] is > 0 and var term) heading |= 1UL << term - 1;
        return new ParagraphView(all, heading, related, sentences);
    }

    private void ReadOrder(QueryTerms terms, float total, Span<float> signals)
    {
        var n = terms.Count;
        Array.Fill(_last, -1000, 0, n);
        Array.Clear(_subsequence, 0, n + 1);
        ulong neighbours = 0;
        ulong near = 0;
        ulong seen = 0;
        var shortest = int.MaxValue;
        ulong all = 0;
        foreach (var (_, term) in _matches) all |= 1UL << term;
        foreach (var (position, term) in _matches)
        {
            if (term > 0 && position - _last[term - 1] <= 2) neighbours |= 1UL << term;
            if (term > 0 && position - _last[term - 1] <= 6) near |= 1UL << term;
            if (term + 1 < n && position - _last[term + 1] <= 6) near |= 1UL << term + 1;
            _last[term] = position;
            seen |= 1UL << term;
            if (seen == all)
            {
                var earliest = position;
                for (var rest = all; rest != 0; rest &= rest - 1) earliest = Math.Min(earliest, _last[BitOperations.TrailingZeroCount(rest)]);
                shortest = Math.Min(shortest, position - earliest + 1);
            }
            // Heaviest common subsequence that ends in this term: any shorter one of lower terms, and this.
            var best = 0f;
            for (var i = 0; i < term; i++) best = Math.Max(best, _subsequence[i]);
            _subsequence[term] = Math.Max(_subsequence[term], best + terms.SentenceIdf[term]);
        }
        var longest = 0f;
        var pairs = 0f;
        for (var i = 0; i < n; i++)
        {
            longest = Math.Max(longest, _subsequence[i]);
            if (i > 0) pairs += PairWeight(terms, i);
        }
        signals[(int)Signal.Bigrams] = pairs == 0 ? -1 : Pairs(terms, neighbours) / pairs;
        signals[(int)Signal.PairsNear] = pairs == 0 ? -1 : Pairs(terms, near) / pairs;
        signals[(int)Signal.CommonSubsequence] = longest / total;
        signals[(int)Signal.Density] = _matches.Count == 0 ? 0 : (float)BitOperations.PopCount(all) / (shortest + 1);
    }

    private static float Pairs(QueryTerms terms, ulong mask)
    {
        var sum = 0f;
        for (; mask != 0; mask &= mask - 1) sum += PairWeight(terms, BitOperations.TrailingZeroCount(mask));
        return sum;
    }

    private static float PairWeight(QueryTerms terms, int second) => Math.Min(terms.SentenceIdf[second - 1], terms.SentenceIdf[second]);

    /// <summary>For the best placed token that can be the answer: the weights of the question's words around it, each less the farther it stands.</summary>
    private float Nearness(QueryTerms terms, float total)
    {
        Span<float> nearest = stackalloc float[terms.Count];
        var best = 0f;
        foreach (var answer in _answers)
        {
            nearest.Clear();
            foreach (var (position, term) in _matches)
                nearest[term] = Math.Max(nearest[term], terms.SentenceIdf[term] / (1f + Math.Abs(position - answer) / 4f));
            var sum = 0f;
            foreach (var weight in nearest) sum += weight;
            best = Math.Max(best, sum);
        }
        return best / total;
    }

    private float Weight(ulong mask)
    {
        var sum = 0f;
        if (_terms is not { } terms) return sum;
        for (var i = 0; i < terms.Count; i++)
            if ((mask >> i & 1) != 0) sum += terms.SentenceIdf[i];
        return sum;
    }

    private static float Greatest(float[] weights, ulong mask)
    {
        var greatest = 0f;
        for (var i = 0; i < weights.Length; i++)
            if ((mask >> i & 1) != 0) greatest = Math.Max(greatest, weights[i]);
        return greatest;
    }

    private static float Share(float[] weights, ulong mask)
    {
        var (all, found) = (1e-6f, 0f);
        for (var i = 0; i < weights.Length; i++)
        {
            all += weights[i];
            if ((mask >> i & 1) != 0) found += weights[i];
        }
        return found / all;
    }

    private static float ShareOf(bool[] which, ulong mask)
    {
        var (all, found) = (0, 0);
        for (var i = 0; i < which.Length; i++)
        {
            if (!which[i]) continue;
            all++;
            if ((mask >> i & 1) != 0) found++;
        }
        return all == 0 ? -1 : (float)found / all;
    }

    private static float Missing(QueryTerms terms, ulong mask)
    {
        var (all, missing) = (0f, 0f);
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms.IsName[i]) continue;
            all += terms.SentenceIdf[i];
            if ((mask >> i & 1) == 0) missing += terms.SentenceIdf[i];
        }
        return all == 0 ? -1 : missing / all;
    }
}
