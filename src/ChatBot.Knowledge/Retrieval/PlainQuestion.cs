using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>Reads a question by its words alone, knowing no topic: what a collection without settings is searched with.</summary>
internal static class PlainQuestion
{
    /// <summary>The question. A word that the index doesn't hold may stand for words of it that are spelt or built alike.</summary>
    public static Question Read(string text, IndexSnapshot index)
    {
        var question = Read(text);
        return question with { Terms = [.. question.Terms.Select(term => index.SentenceFrequency(term.Stem) > 0 ? term : term with { Alternatives = LikeWords.Find(term.Stem, index) })] };
    }

    /// <summary>The question by itself.</summary>
    public static Question Read(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var (expects, focus) = AnswerTypeReader.Read(tokens);
        var content = tokens.Where(token => !token.IsStopWord).DistinctBy(token => token.Stem);
        return new Question
        {
            Text = text,
            Tokens = tokens,
            Terms = [.. content.Select(token => new QuestionTerm(token.Stem, token.Traits, []))],
            Expects = expects,
            Focus = focus,
        };
    }
}
