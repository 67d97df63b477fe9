namespace ChatBot.Knowledge.Indexing;

/// <summary>For each stem the sentences that hold it, made by counting and then filling: two passes over the tokens, no lists.</summary>
internal readonly record struct Postings(int[] Start, int[] Sentence, byte[] Count, int[] SentenceFrequency, int[] ParagraphFrequency)
{
    /// <summary>The postings of all tokens that are no function words.</summary>
    public static Postings From(int stems, int[] formStem, int[] tokenForm, TokenKinds[] kinds, int[] sentenceTokens, int[] sentenceParagraph)
    {
        var sentences = sentenceParagraph.Length;
        var sentenceFrequency = new int[stems];
        var paragraphFrequency = new int[stems];
        var lastSentence = new int[stems];
        var lastParagraph = new int[stems];
        for (var s = 0; s < sentences; s++)
        {
            var paragraph = sentenceParagraph[s];
            for (var t = sentenceTokens[s]; t < sentenceTokens[s + 1]; t++)
            {
                if ((kinds[t] & TokenKinds.StopWord) != 0) continue;
                var stem = formStem[tokenForm[t]];
                if (lastSentence[stem] == s + 1) continue;
                lastSentence[stem] = s + 1;
                sentenceFrequency[stem]++;
                if (lastParagraph[stem] == paragraph + 1) continue;
                lastParagraph[stem] = paragraph + 1;
                paragraphFrequency[stem]++;
            }
        }

        var start = new int[stems + 1];
        for (var stem = 0; stem < stems; stem++) start[stem + 1] = start[stem] + sentenceFrequency[stem];
        var next = start.AsSpan(0, stems).ToArray();
        var sentence = new int[start[stems]];
        var count = new byte[start[stems]];
        for (var s = 0; s < sentences; s++)
            for (var t = sentenceTokens[s]; t < sentenceTokens[s + 1]; t++)
            {
                if ((kinds[t] & TokenKinds.StopWord) != 0) continue;
                var stem = formStem[tokenForm[t]];
                var at = next[stem] - 1;
                if (at >= start[stem] && sentence[at] == s)
                {
                    if (count[at] < byte.MaxValue) count[at]++;
                    continue;
                }
                sentence[++at] = s;
                count[at] = 1;
                next[stem] = at + 1;
            }
        return new Postings(start, sentence, count, sentenceFrequency, paragraphFrequency);
    }
}
