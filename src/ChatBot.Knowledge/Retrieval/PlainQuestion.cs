using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>Reads a question by its words alone, knowing no topic: what a collection without settings is searched with.</summary>
internal static class PlainQuestion
{
    /// <summary>The question; function words count as content where there are no others.</summary>
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
