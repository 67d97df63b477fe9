using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Indexing;

/// <summary>
/// The index of some documents, in flat arrays: postings by stem, and each sentence's tokens in order, which stand for the positions (a
/// sentence is short enough to be read again). Sentences, paragraphs and documents are numbered in reading order, so that a paragraph's
/// sentences, and a document's paragraphs, lie side by side. Never changed once built; <see cref="Without"/> makes a copy that shares the arrays.
/// </summary>
internal sealed class IndexSegment
{
    /// <summary>The documents.</summary>
    public required DocumentFacts[] Documents { get; init; }

    /// <summary>First paragraph of each document, and the number of paragraphs at the end.</summary>
    public required int[] DocumentParagraphs { get; init; }

    /// <summary>How many tokens of each paragraph are no function words.</summary>
    public required int[] ParagraphTokens { get; init; }

    /// <summary>First sentence of each paragraph, and the number of sentences at the end.</summary>
    public required int[] ParagraphSentences { get; init; }

    /// <summary>Document of each paragraph.</summary>
    public required int[] ParagraphDocument { get; init; }

    /// <summary>Heading (title and section) of each paragraph.</summary>
    public required int[] ParagraphHeading { get; init; }

    /// <summary>First stem of each heading in <see cref="HeadingStems"/>, and the number of stems at the end.</summary>
    public required int[] HeadingStart { get; init; }

    /// <summary>The stems of the headings, each once a heading.</summary>
    public required int[] HeadingStems { get; init; }

    /// <summary>The fact of each sentence.</summary>
    public required Fact[] Facts { get; init; }

    /// <summary>Paragraph of each sentence.</summary>
    public required int[] SentenceParagraph { get; init; }

    /// <summary>First token of each sentence, and the number of tokens at the end.</summary>
    public required int[] SentenceTokens { get; init; }

    /// <summary>How many tokens of each sentence are no function words.</summary>
    public required ushort[] SentenceLength { get; init; }

    /// <summary>The form of each token.</summary>
    public required int[] TokenForm { get; init; }

    /// <summary>The kinds of each token.</summary>
    public required TokenKinds[] TokenKinds { get; init; }

    /// <summary>The word forms.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Stem of each form.</summary>
    public required int[] FormStem { get; init; }

    /// <summary>The stems.</summary>
    public required string[] Stems { get; init; }

    /// <summary>The stems' numbers in ordinal order of the stems.</summary>
    public required int[] StemOrder { get; init; }

    /// <summary>For each stem a bit for each letter a to z in it.</summary>
    public required uint[] StemLetters { get; init; }

    /// <summary>Number of each stem.</summary>
    public required Dictionary<string, int> StemNumbers { get; init; }

    /// <summary>First posting of each stem, and the number of postings at the end.</summary>
    public required int[] PostingStart { get; init; }

    /// <summary>Sentence of each posting, ascending within a stem.</summary>
    public required int[] PostingSentence { get; init; }

    /// <summary>How often the stem stands in the sentence, 255 at most.</summary>
    public required byte[] PostingCount { get; init; }

    /// <summary>For each stem, the headings that hold it.</summary>
    public required int[][] StemHeadings { get; init; }

    /// <summary>First paragraph of each heading, and the number of paragraphs at the end.</summary>
    public required int[] HeadingParagraphs { get; init; }

    /// <summary>How many live sentences hold each stem.</summary>
    public required int[] SentenceFrequency { get; init; }

    /// <summary>How many live paragraphs hold each stem.</summary>
    public required int[] ParagraphFrequency { get; init; }

    /// <summary>How often each form stands in live sentences.</summary>
    public required int[] FormCount { get; init; }

    /// <summary>Which documents have been taken out; null: none.</summary>
    public bool[]? Dead { get; private init; }

    /// <summary>Live documents, paragraphs, sentences, and content tokens in them.</summary>
    public required SegmentCounts Live { get; init; }

    /// <summary>Number of sentences, live or not.</summary>
    public int SentenceCount => Facts.Length;

    /// <summary>Number of paragraphs, live or not.</summary>
    public int ParagraphCount => ParagraphDocument.Length;

    /// <summary>A bit for each letter a to z in <paramref name="stem"/>.</summary>
    public static uint LettersOf(string stem)
    {
        var letters = 0u;
        foreach (var c in stem)
            if (c is >= 'a' and <= 'z') letters |= 1u << c - 'a';
        return letters;
    }

    /// <summary>Whether the paragraph's document has not been taken out.</summary>
    public bool IsLive(int paragraph) => Dead is null || !Dead[ParagraphDocument[paragraph]];

    /// <summary>The stems of a heading.</summary>
    public ReadOnlySpan<int> StemsOfHeading(int heading) => HeadingStems.AsSpan(HeadingStart[heading]..HeadingStart[heading + 1]);

    /// <summary>This segment without the documents whose numbers are given.</summary>
    public IndexSegment Without(IReadOnlyCollection<int> documents)
    {
        var dead = Dead is null ? new bool[Documents.Length] : (bool[])Dead.Clone();
        var sentenceFrequency = (int[])SentenceFrequency.Clone();
        var paragraphFrequency = (int[])ParagraphFrequency.Clone();
        var formCount = (int[])FormCount.Clone();
        var live = Live;
        var inSentence = new HashSet<int>();
        var inParagraph = new HashSet<int>();
        foreach (var document in documents)
        {
            if (dead[document]) continue;
            dead[document] = true;
            live = live with { Documents = live.Documents - 1 };
            for (var p = DocumentParagraphs[document]; p < DocumentParagraphs[document + 1]; p++)
            {
                live = live with { Paragraphs = live.Paragraphs - 1 };
                inParagraph.Clear();
                for (var s = ParagraphSentences[p]; s < ParagraphSentences[p + 1]; s++)
                {
                    live = live with { Sentences = live.Sentences - 1, Tokens = live.Tokens - SentenceLength[s] };
                    inSentence.Clear();
                    for (var t = SentenceTokens[s]; t < SentenceTokens[s + 1]; t++)
                    {
                        formCount[TokenForm[t]]--;
                        if ((TokenKinds[t] & Indexing.TokenKinds.StopWord) != 0) continue;
                        var stem = FormStem[TokenForm[t]];
                        if (inSentence.Add(stem)) sentenceFrequency[stem]--;
                        if (inParagraph.Add(stem)) paragraphFrequency[stem]--;
                    }
                }
            }
        }
        return new IndexSegment
        {
            Documents = Documents, DocumentParagraphs = DocumentParagraphs, ParagraphSentences = ParagraphSentences, ParagraphTokens = ParagraphTokens, ParagraphDocument = ParagraphDocument,
            ParagraphHeading = ParagraphHeading, HeadingStart = HeadingStart, HeadingStems = HeadingStems, Facts = Facts, SentenceParagraph = SentenceParagraph,
            SentenceTokens = SentenceTokens, SentenceLength = SentenceLength, TokenForm = TokenForm, TokenKinds = TokenKinds, Forms = Forms, FormStem = FormStem,
            Stems = Stems, StemOrder = StemOrder, StemLetters = StemLetters, StemNumbers = StemNumbers, PostingStart = PostingStart, PostingSentence = PostingSentence, PostingCount = PostingCount,
            StemHeadings = StemHeadings, HeadingParagraphs = HeadingParagraphs,
            SentenceFrequency = sentenceFrequency, ParagraphFrequency = paragraphFrequency, FormCount = formCount, Dead = dead, Live = live,
        };
    }
}

/// <summary>How much a segment holds.</summary>
/// <param name="Documents">Documents.</param>
/// <param name="Paragraphs">Paragraphs.</param>
/// <param name="Sentences">Sentences.</param>
/// <param name="Tokens">Tokens that are no function words.</param>
internal readonly record struct SegmentCounts(int Documents, int Paragraphs, int Sentences, long Tokens)
{
    /// <summary>The sum.</summary>
    public static SegmentCounts operator +(SegmentCounts a, SegmentCounts b) =>
        new(a.Documents + b.Documents, a.Paragraphs + b.Paragraphs, a.Sentences + b.Sentences, a.Tokens + b.Tokens);
}
