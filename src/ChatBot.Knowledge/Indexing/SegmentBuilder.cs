using System.Runtime.InteropServices;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Indexing;

/// <summary>Builds one segment from documents, or from parts of other segments without reading their words again. Used once.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<DocumentFacts> _documents = [];
    private readonly List<int> _documentParagraphs = [];
    private readonly List<int> _paragraphSentences = [];
    private readonly List<int> _paragraphDocument = [];
    private readonly List<int> _paragraphHeading = [];
    private readonly List<int> _headingStart = [];
    private readonly List<int> _headingParagraphs = [];
    private readonly List<int> _headingStems = [];
    private readonly List<Fact> _facts = [];
    private readonly List<int> _sentenceParagraph = [];
    private readonly List<int> _sentenceTokens = [];
    private readonly List<ushort> _sentenceLength = [];
    private readonly List<int> _tokenForm = [];
    private readonly List<TokenKinds> _tokenKinds = [];
    private readonly List<string> _forms = [];
    private readonly List<int> _formStem = [];
    private readonly List<string> _stems = [];
    private readonly Dictionary<string, int> _stemNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Form, int Stem), int> _formNumbers = [];

    /// <summary>Reads a document's facts. A fact outside every paragraph counts as a paragraph of its own.</summary>
    public void Add(DocumentFacts document)
    {
        BeginDocument(document);
        var paragraphs = document.Document.Paragraphs;
        var at = 0;
        int? current = null;
        foreach (var fact in document.Facts)
        {
            while (at < paragraphs.Count && paragraphs[at].Span.End <= fact.Span.Start) at++;
            var inside = at < paragraphs.Count && paragraphs[at].Span.Contains(fact.Span);
            if (!inside || current != at)
            {
                var heading = Tokenizer.Tokenize($"{document.Document.Source.Title} . {(inside ? paragraphs[at].Section : null)}");
                BeginParagraph(Stems(heading));
                current = inside ? at : null;
            }
            BeginSentence(fact);
            var position = 0;
            foreach (var token in Tokenizer.Tokenize(fact.Text))
                AddToken(Form(token.Term, token.Stem), TokenKindsReader.Read(token, position++));
        }
    }

    /// <summary>Takes over the live documents of <paramref name="segment"/>.</summary>
    public void Add(IndexSegment segment)
    {
        var forms = new int[segment.Forms.Length];
        var stems = new int[segment.Stems.Length];
        Array.Fill(forms, -1);
        Array.Fill(stems, -1);
        for (var d = 0; d < segment.Documents.Length; d++)
        {
            if (segment.Dead is { } dead && dead[d]) continue;
            BeginDocument(segment.Documents[d]);
            for (var p = segment.DocumentParagraphs[d]; p < segment.DocumentParagraphs[d + 1]; p++)
            {
                var heading = new List<int>();
                foreach (var stem in segment.StemsOfHeading(segment.ParagraphHeading[p]))
                    heading.Add(stems[stem] >= 0 ? stems[stem] : stems[stem] = Stem(segment.Stems[stem]));
                BeginParagraph(heading);
                for (var s = segment.ParagraphSentences[p]; s < segment.ParagraphSentences[p + 1]; s++)
                {
                    BeginSentence(segment.Facts[s]);
                    for (var t = segment.SentenceTokens[s]; t < segment.SentenceTokens[s + 1]; t++)
                    {
                        var form = segment.TokenForm[t];
                        if (forms[form] < 0) forms[form] = Form(segment.Forms[form], segment.Stems[segment.FormStem[form]]);
                        AddToken(forms[form], segment.TokenKinds[t]);
                    }
                }
            }
        }
    }

    internal void BeginDocument(DocumentFacts document)
    {
        _documentParagraphs.Add(_paragraphDocument.Count);
        _documents.Add(document);
    }

    /// <summary>A heading is shared by the paragraphs of one document that follow each other under it.</summary>
    internal void BeginParagraph(List<int> heading)
    {
        var document = _documents.Count - 1;
        var last = _headingStart.Count - 1;
        var same = last >= 0 && _paragraphDocument[^1] == document && CollectionsMarshal.AsSpan(_headingStems)[_headingStart[last]..].SequenceEqual(CollectionsMarshal.AsSpan(heading));
        if (!same)
        {
            _headingStart.Add(_headingStems.Count);
            _headingParagraphs.Add(_paragraphDocument.Count);
            _headingStems.AddRange(heading);
            last++;
        }
        _paragraphSentences.Add(_facts.Count);
        _paragraphDocument.Add(document);
        _paragraphHeading.Add(last);
    }

    internal void BeginSentence(Fact fact)
    {
        _sentenceTokens.Add(_tokenForm.Count);
        _sentenceParagraph.Add(_paragraphDocument.Count - 1);
        _sentenceLength.Add(0);
        _facts.Add(fact);
    }

    internal void AddToken(int form, TokenKinds kinds)
    {
        _tokenForm.Add(form);
        _tokenKinds.Add(kinds);
        if ((kinds & TokenKinds.StopWord) == 0 && _sentenceLength[^1] < ushort.MaxValue) _sentenceLength[^1]++;
    }

    private List<int> Stems(List<Token> tokens)
    {
        var stems = new List<int>();
        foreach (var token in tokens)
            if (!token.IsStopWord && Stem(token.Stem) is var stem && !stems.Contains(stem)) stems.Add(stem);
        return stems;
    }

    internal int Stem(string stem)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_stemNumbers, stem, out var exists);
        if (exists) return number;
        number = _stems.Count;
        _stems.Add(stem);
        return number;
    }

    internal int Form(string form, string stem)
    {
        var stemNumber = Stem(stem);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_formNumbers, (form, stemNumber), out var exists);
        if (exists) return number;
        number = _forms.Count;
        _forms.Add(form);
        _formStem.Add(stemNumber);
        return number;
    }

    /// <summary>The segment of all that was added.</summary>
    public IndexSegment Build()
    {
        _documentParagraphs.Add(_paragraphDocument.Count);
        _paragraphSentences.Add(_facts.Count);
        _headingStart.Add(_headingStems.Count);
        _headingParagraphs.Add(_paragraphDocument.Count);
        _sentenceTokens.Add(_tokenForm.Count);
        var postings = Postings.From(_stems.Count, [.. _formStem], [.. _tokenForm], [.. _tokenKinds], [.. _sentenceTokens], [.. _sentenceParagraph]);
        var formCount = new int[_forms.Count];
        foreach (var form in _tokenForm) formCount[form]++;
        long tokens = 0;
        var paragraphTokens = new int[_paragraphDocument.Count];
        for (var s = 0; s < _sentenceLength.Count; s++)
        {
            tokens += _sentenceLength[s];
            paragraphTokens[_sentenceParagraph[s]] += _sentenceLength[s];
        }
        return new IndexSegment
        {
            Documents = [.. _documents], DocumentParagraphs = [.. _documentParagraphs], ParagraphSentences = [.. _paragraphSentences], ParagraphTokens = paragraphTokens,
            ParagraphDocument = [.. _paragraphDocument], ParagraphHeading = [.. _paragraphHeading], HeadingStart = [.. _headingStart],
            HeadingStems = [.. _headingStems], HeadingParagraphs = [.. _headingParagraphs], Facts = [.. _facts], SentenceParagraph = [.. _sentenceParagraph],
            SentenceTokens = [.. _sentenceTokens], SentenceLength = [.. _sentenceLength], TokenForm = [.. _tokenForm], TokenKinds = [.. _tokenKinds],
            Forms = [.. _forms], FormStem = [.. _formStem], Stems = [.. _stems], StemOrder = OrderOfStems(), StemLetters = [.. _stems.Select(IndexSegment.LettersOf)], StemNumbers = _stemNumbers,
            PostingStart = postings.Start, PostingSentence = postings.Sentence, PostingCount = postings.Count, StemHeadings = HeadingsByStem(),
            SentenceFrequency = postings.SentenceFrequency, ParagraphFrequency = postings.ParagraphFrequency, FormCount = formCount,
            Live = new SegmentCounts(_documents.Count, _paragraphDocument.Count, _facts.Count, tokens),
        };
    }

    private int[] OrderOfStems()
    {
        var order = new int[_stems.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(_stems[a], _stems[b]));
        return order;
    }

    private int[][] HeadingsByStem()
    {
        var byStem = new List<int>?[_stems.Count];
        for (var h = 0; h + 1 < _headingStart.Count; h++)
            for (var i = _headingStart[h]; i < _headingStart[h + 1]; i++)
                (byStem[_headingStems[i]] ??= []).Add(h);
        return Array.ConvertAll(byStem, list => list is null ? [] : list.ToArray());
    }
}
