using ChatBot.Knowledge.Retrieval;
using ChatBot.Knowledge.Text;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Counts how often the words of answered questions stand in the passages that answer them.</summary>
internal static class LearnQuestionWords
{
    private const int Least = 4;
    private const float Prior = 5;

    private sealed class Count
    {
        public int Asked;
        public int InSentence;
        public int InParagraph;
        public int Likes;
        public HashSet<string> Titles { get; } = [];
    }

    /// <summary>From the questions outside <paramref name="heldOut"/> (−1: from all).</summary>
    public static QuestionWords Learn(Newwiki data, int[] folds, int heldOut)
    {
        var sentences = data.Sentences.ToDictionary(sentence => sentence.Id, sentence => sentence.Text);
        var documents = data.Documents.ToDictionary(document => document.Id);
        var likes = new Count[] { new(), new(), new() };
        var words = new Dictionary<string, Count>(StringComparer.Ordinal);
        for (var q = 0; q < data.Questions.Count; q++)
        {
            var question = data.Questions[q];
            if (folds[q] == heldOut || question.Document is null || question.Sentences.Count == 0) continue;
            var document = documents[question.Document];
            var inSentence = Stems(string.Join(' ', question.Sentences.Select(id => sentences[id])));
            var inParagraph = Stems($"{document.Title} . {document.Text}");
            foreach (var term in PlainQuestion.Read(question.Question).Terms)
            {
                var like = (term.Traits & TokenTraits.Number) != 0 ? 1 : (term.Traits & (TokenTraits.Capitalised | TokenTraits.AllCapitals)) != 0 ? 0 : 2;
                if (!words.TryGetValue(term.Stem, out var word)) words[term.Stem] = word = new Count();
                word.Titles.Add(document.Title ?? "");
                foreach (var count in new[] { word, likes[like] })
                {
                    count.Asked++;
                    count.Likes += like;
                    if (inSentence.Contains(term.Stem)) count.InSentence++;
                    if (inParagraph.Contains(term.Stem)) count.InParagraph++;
                }
            }
        }
        FindRate Rate(int like) => new((float)likes[like].InSentence / likes[like].Asked, (float)likes[like].InParagraph / likes[like].Asked);
        var rates = new Dictionary<string, FindRate>(StringComparer.Ordinal);
        foreach (var (stem, count) in words)
        {
            // Only words that several articles' questions use: those of one article say what that article is about.
            if (count.Asked < Least || count.Titles.Count < 3) continue;
            var prior = Rate((int)Math.Round((double)count.Likes / count.Asked));
            rates[stem] = new FindRate((count.InSentence + Prior * prior.Sentence) / (count.Asked + Prior), (count.InParagraph + Prior * prior.Paragraph) / (count.Asked + Prior));
        }
        return new QuestionWords(rates, Rate(0), Rate(1), Rate(2));
    }

    private static HashSet<string> Stems(string text) => [.. Tokenizer.Tokenize(text).Select(token => token.Stem)];
}
